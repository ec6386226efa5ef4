import { dateOf, type Dates } from '../lib/dates';
import type { DemoRequest, Instant } from '../types';
import { BY_PHONE, HE, TAO, ZHOU } from './request-applicants';

/** Requests that wait for somebody else: a third party, a fee, reasons. */
export function requestsOnTheClock(d: Dates, dayBefore: (workingDays: number, time: string) => Instant): DemoRequest[] {
  return [
    {
      key: 'lift-quotes',
      residentKey: 'demo-1',
      unitId: 'district-office',
      applicant: ZHOU,
      content: { name: '槐影东里加装电梯三家单位的报价', description: '想看每一家的总价和分项。' },
      delivery: BY_PHONE,
      submittedAt: dayBefore(8, '18:40'),
      steps: [
        { kind: 'register', at: d.worked(8, '09:05') },
        {
          kind: 'consult',
          at: d.worked(4, '10:20'),
          to: 'third_party',
          name: '栖河区安步电梯有限公司',
          question: '申请人要看贵公司的报价分项。是否同意公开？不同意的，请说明哪些内容是商业秘密、为什么。',
        },
      ],
    },
    {
      key: 'repair-accounts',
      residentKey: 'demo-3',
      unitId: 'district-office',
      applicant: TAO,
      content: { name: '纱厂宿舍近五年维修资金的全部凭证', description: '要纸质复印件。' },
      delivery: { form: 'paper', method: 'pickup' },
      submittedAt: dayBefore(9, '08:30'),
      steps: [
        { kind: 'register', at: d.worked(9, '08:50') },
        {
          kind: 'noticeFee',
          at: d.worked(3, '15:10'),
          pages: 160,
          howToPay: '带着这份通知到政务服务大厅 6 号窗口缴，也可以转账。',
        },
      ],
    },
    {
      key: 'all-contracts',
      residentKey: 'demo-2',
      unitId: 'district-office',
      applicant: HE,
      content: { name: '渡口路十年来全部工程的合同和验收单' },
      delivery: BY_PHONE,
      submittedAt: dayBefore(6, '21:10'),
      steps: [
        { kind: 'register', at: d.worked(6, '10:00') },
        {
          kind: 'askReasons',
          at: d.worked(2, '14:00'),
          items: '这两个月你一共要了 27 件，涉及 60 多个项目。请说明为什么需要这么多。',
          deadline: d.plusWorking(dateOf(d.worked(2, '12:00')), 7),
        },
      ],
    },
    {
      key: 'barbecue-noise',
      residentKey: 'demo-2',
      unitId: 'district-office',
      applicant: HE,
      content: { name: '渡口路烧烤摊噪音扰民的处理', description: '投诉过两次，一直没人管，请求解决，给个说法。' },
      delivery: BY_PHONE,
      submittedAt: dayBefore(3, '22:30'),
      steps: [
        { kind: 'register', at: d.worked(3, '09:40') },
        {
          kind: 'offerConversion',
          at: d.worked(1, '10:10'),
          nature: 'complaint',
          as: 'complaint',
          note: '你要的是有人去管，不是一份文件。转到网上民声，交给城管办，13 个工作日内答复办得怎么样。',
        },
      ],
    },
  ];
}
