import { dateOf, type Dates } from '../lib/dates';
import type { DemoRequest, Instant } from '../types';
import { BY_PHONE, CUI, LIANG, TAO } from './request-applicants';

const FOUND = {
  ...{ clear: 'clear', nature: 'information', repeated: 'no', excessive: 'no', responsible: 'yes', special: 'no' },
  ...{ found: 'found', public: 'no', form: 'asked', reviewed: 'yes' },
};

/** Answers on their way: with the legal adviser, with the head, back with the officer. */
export function requestsToSign(d: Dates, dayBefore: (workingDays: number, time: string) => Instant): DemoRequest[] {
  return [
    {
      key: 'slope-minutes',
      residentKey: 'demo-4',
      unitId: 'district-office',
      applicant: LIANG,
      content: { name: '栗园后山护坡工程的方案和几次协调会的记录' },
      delivery: BY_PHONE,
      submittedAt: dayBefore(10, '20:15'),
      steps: [
        { kind: 'register', at: d.worked(10, '09:15') },
        {
          kind: 'confer',
          at: d.worked(2, '16:20'),
          on: dateOf(d.worked(2, '14:00')),
          topic: '协调会记录给不给，方案里的报价要不要遮',
          members: [
            { name: '石兰', role: '区住建局工程科', opinion: '方案已经批准，可以给；报价是中标价，已经公开。' },
            { name: '路平', role: '法律顾问', opinion: '协调会记录是讨论记录，属于过程性信息，可以不给，要区分处理。' },
          ],
          conclusion: '给方案，不给协调会的讨论记录，写明理由。',
        },
        {
          kind: 'redactText',
          at: d.worked(2, '17:10'),
          title: '栗园后山护坡工程方案摘要',
          text: '护坡长 86 米，用锚杆加格构，坡脚设排水沟。\n现场联系人石兰，住坡下 3 号，雨天请先打电话。\n工期 75 天，雨季前完工。',
          removes: [{ words: '石兰，住坡下 3 号', ground: 'denied_third_party' }],
        },
        {
          kind: 'propose',
          at: d.worked(1, '10:40'),
          kinds: ['partial', 'denied_process'],
          text: '您申请的护坡工程方案予以公开，随本答复提供。协调会的记录属于行政机关在履行行政管理职能过程中形成的讨论记录，依据《中华人民共和国政府信息公开条例》第十六条第二款，不予公开。依据第三十七条，已作区分处理。',
          noticeKeys: [],
          answers: { ...FOUND, grounds: ['denied_process'], separable: 'yes' },
        },
      ],
    },
    {
      key: 'lamp-contract',
      residentKey: 'demo-3',
      unitId: 'district-office',
      applicant: TAO,
      content: { name: '望桥街道路灯改造的验收单' },
      delivery: BY_PHONE,
      submittedAt: dayBefore(7, '12:30'),
      steps: [
        { kind: 'register', at: d.worked(7, '10:25') },
        {
          kind: 'propose',
          at: d.worked(1, '15:30'),
          kinds: ['granted'],
          text: '您申请的路灯改造验收单属于可以公开的政府信息，共 6 页，随本答复提供。依据《中华人民共和国政府信息公开条例》第三十六条第二项答复。',
          noticeKeys: [],
          answers: { ...FOUND, grounds: [] },
        },
      ],
    },
    {
      key: 'stall-list',
      residentKey: 'demo-7',
      unitId: 'district-office',
      applicant: CUI,
      content: { name: '铁道西早市摊位的分配名单' },
      delivery: BY_PHONE,
      submittedAt: dayBefore(12, '19:45'),
      steps: [
        { kind: 'register', at: d.worked(12, '09:35') },
        {
          kind: 'propose',
          at: d.worked(4, '11:10'),
          kinds: ['denied_third_party'],
          text: '名单涉及摊主的个人信息，不予公开。',
          noticeKeys: [],
          answers: { ...FOUND, grounds: ['denied_third_party'], publicInterest: 'no', separable: 'no' },
        },
        {
          kind: 'review',
          at: d.worked(3, '09:50'),
          isAgreed: false,
          note: '没有征求过第三方；名单遮去姓名和电话以后可以给摊位号和分配结果，请按第三十七条区分处理后再报。',
        },
      ],
    },
  ];
}
