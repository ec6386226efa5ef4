import { dateOf, type Dates } from '../lib/dates';
import type { DemoRequest, Instant } from '../types';
import { BY_PHONE, CUI, HE, LIANG, TAO, ZHOU, person } from './request-applicants';
import { recordCorrections } from './record-corrections';
import { requestsOnTheClock } from './requests-on-the-clock';
import { requestsToSign } from './requests-to-sign';

/** One request in every state, some in two; steps are placed in working days before the load, so that the law's clock holds. */
export function requestsFor(d: Dates): DemoRequest[] {
  const dayBefore = (workingDays: number, time: string): Instant =>
    d.on(d.plus(dateOf(d.worked(workingDays, '09:00')), -1), time);
  return [
    ...requestsOnTheClock(d, dayBefore),
    ...requestsToSign(d, dayBefore),
    {
      key: 'wiring-acceptance',
      residentKey: 'demo-1',
      unitId: 'district-office',
      applicant: ZHOU,
      content: {
        name: '槐影东里电线改造的验收报告',
        description: '今年改的楼道和入户线，想看验收报告和监理的检查记录，哪几个单元返过工。',
      },
      delivery: BY_PHONE,
      submittedAt: dayBefore(9, '19:20'),
      steps: [{ kind: 'register', at: d.worked(9, '10:05') }],
    },
    {
      key: 'meal-contract',
      residentKey: 'demo-1',
      unitId: 'district-office',
      applicant: ZHOU,
      content: { name: '槐影长者食堂的承包合同' },
      delivery: { form: 'paper', method: 'pickup' },
      assistance: { kinds: ['large_print', 'read_aloud'], note: '眼睛不好，请用大字' },
      submittedAt: d.anyDayAt(0, '08:12'),
      steps: [],
    },
    {
      key: 'market-budget',
      residentKey: 'demo-3',
      unitId: 'district-office',
      applicant: TAO,
      content: { name: '望桥农贸市场改造的资料' },
      delivery: BY_PHONE,
      submittedAt: dayBefore(5, '20:40'),
      steps: [
        { kind: 'register', at: d.worked(5, '09:30') },
        {
          kind: 'askCorrection',
          at: d.worked(3, '15:00'),
          items: '请写明要哪一份资料：可行性研究报告、预算，还是设计图。“资料”范围太大，没有办法查找。',
          deadline: d.plusWorking(dateOf(d.worked(3, '12:00')), 15),
        },
      ],
    },
    {
      key: 'demolition-survey',
      residentKey: 'demo-7',
      unitId: 'district-office',
      applicant: { ...CUI, email: 'cui@example.com' },
      content: { name: '铁道西片区意愿征询的统计结果', description: '两轮征询每一排同意和不同意的户数，不要名字。' },
      delivery: { form: 'electronic', method: 'email' },
      submittedAt: dayBefore(24, '12:15'),
      steps: [
        { kind: 'register', at: d.worked(24, '09:10') },
        {
          kind: 'extend',
          at: d.worked(6, '16:30'),
          workingDays: 15,
          reason: '第一轮征询表是纸质件，需要逐份清点，数量较大',
        },
      ],
    },
    {
      key: 'parking-contract',
      residentKey: 'demo-2',
      unitId: 'district-office',
      applicant: HE,
      content: { name: '渡口路路边停车位的委托经营合同', documentNumber: '栖城管合〔2025〕18号' },
      delivery: BY_PHONE,
      submittedAt: dayBefore(42, '21:05'),
      steps: [
        { kind: 'register', at: d.worked(42, '10:40') },
        {
          kind: 'decide',
          at: d.worked(32, '11:20'),
          kinds: ['granted'],
          text: '经检索，您申请的渡口路路边停车位委托经营合同由区城市管理局保存，属于可以公开的政府信息。根据《中华人民共和国政府信息公开条例》第三十六条第二项，现予以公开，合同扫描件共 14 页随本答复提供。',
          noticeKeys: [],
        },
        {
          kind: 'suggestPublishing',
          at: d.worked(29, '20:10'),
          reason: '停车的人都想知道怎么收费，请直接公开。',
        },
      ],
      letters: [
        { at: d.worked(42, '10:52'), key: 'registration@registered', facts: {} },
        {
          at: d.worked(32, '11:40'),
          key: 'granted@decided:granted',
          facts: { attachments: '渡口路路边停车位委托经营合同扫描件，共 14 页' },
          isDelivered: true,
        },
      ],
    },
    {
      key: 'clinic-plan',
      residentKey: 'demo-4',
      unitId: 'district-office',
      applicant: LIANG,
      content: { name: '栗园社区卫生服务站选址会议记录和选址意见', description: '想知道为什么不放在栗园东区。' },
      delivery: BY_PHONE,
      submittedAt: dayBefore(58, '13:00'),
      steps: [
        { kind: 'register', at: d.worked(58, '09:00') },
        {
          kind: 'decide',
          at: d.worked(46, '15:50'),
          kinds: ['partial'],
          text: '您申请的选址意见书予以公开，随本答复提供。选址会议的讨论记录属于行政机关在履行行政管理职能过程中形成的讨论记录，依据《中华人民共和国政府信息公开条例》第十六条第二款，不予公开。依据第三十七条，已作区分处理。',
          noticeKeys: [],
        },
      ],
      letters: [
        {
          at: d.worked(46, '16:10'),
          key: 'partial@decided:partial',
          facts: {
            attachments: '栗园社区卫生服务站选址意见书',
            withheldParts: '选址会议的讨论记录',
            legalBasis: '《中华人民共和国政府信息公开条例》第十六条第二款',
            reason: '讨论记录是在作出选址决定的过程中形成的',
          },
          isDelivered: true,
        },
      ],
    },
    {
      key: 'bid-files',
      residentKey: 'demo-6',
      unitId: 'district-office',
      applicant: {
        kind: 'organization',
        organizationKind: 'business',
        name: '车站路机电安装有限公司',
        creditCode: '91000000DEM0000019',
        representative: '韦志强',
        contact: '韦志强',
        phone: '19900000006',
        email: 'office@example.com',
        address: '南陌街道车站路12号',
      },
      content: { name: '双井北里等4个小区维修项目其他投标人的技术方案' },
      delivery: { form: 'electronic', method: 'email' },
      submittedAt: dayBefore(74, '10:30'),
      steps: [
        { kind: 'register', at: d.worked(74, '09:20') },
        {
          kind: 'decide',
          at: d.worked(60, '16:10'),
          kinds: ['denied_third_party'],
          text: '您单位申请的技术方案涉及其他投标人的商业秘密。本机关已书面征求第三方意见，第三方不同意公开且有合理理由，不公开也不会对公共利益造成重大影响。依据《中华人民共和国政府信息公开条例》第十五条、第三十二条，决定不予公开。中标结果和得分已经主动公开。',
          noticeKeys: ['award-3'],
        },
      ],
    },
    {
      key: 'old-well',
      residentKey: 'demo-8',
      unitId: 'district-office',
      applicant: person('卢春生', '19900000008', 'E00000006', '砚山街道上坞村'),
      content: { name: '上坞村 1986 年打机井的批文' },
      delivery: { form: 'paper', method: 'post' },
      submittedAt: dayBefore(34, '08:55'),
      steps: [
        { kind: 'register', at: d.worked(34, '10:00') },
        {
          kind: 'search',
          at: d.worked(31, '10:15'),
          place: '区政府办公室档案 1985—1988 水利、计划类',
          words: '上坞、机井',
          result: 'nothing',
        },
        {
          kind: 'search',
          at: d.worked(28, '15:40'),
          place: '区档案馆（函询）',
          words: '上坞村 打机井 批复',
          result: 'nothing',
        },
        {
          kind: 'decide',
          at: d.worked(24, '14:25'),
          kinds: ['not_existing'],
          text: '本机关检索了 1985 年至 1988 年的水利、计划类档案，并函询区档案馆和砚山街道，没有找到您申请的批文。依据《中华人民共和国政府信息公开条例》第三十六条第四项，告知您该政府信息不存在。',
          noticeKeys: [],
          answers: {
            clear: 'clear',
            nature: 'information',
            repeated: 'no',
            excessive: 'no',
            responsible: 'yes',
            special: 'no',
            found: 'nothing',
          },
        },
      ],
    },
    {
      key: 'meal-figures',
      residentKey: 'demo-5',
      unitId: 'district-office',
      applicant: person('孙玉梅', '19900000005', 'E00000007', '石埠街道双井北里'),
      content: { name: '双井食堂每个月补贴了多少' },
      delivery: BY_PHONE,
      submittedAt: dayBefore(16, '09:15'),
      steps: [
        { kind: 'register', at: d.worked(16, '08:50') },
        {
          kind: 'decide',
          at: d.worked(13, '10:30'),
          kinds: ['already_public'],
          text: '您申请的信息已经主动公开，在“栖河公开 > 财政资金 > 补贴发放”的每月助餐补贴发放结果里可以查到，各街道的人数和餐数都有。依据《中华人民共和国政府信息公开条例》第三十六条第一项答复。',
          noticeKeys: ['meal-rules'],
        },
      ],
    },
    {
      key: 'bus-subsidy',
      residentKey: 'demo-2',
      unitId: 'district-office',
      applicant: HE,
      content: { name: '公交公司上一年度财政补贴明细' },
      delivery: BY_PHONE,
      submittedAt: dayBefore(13, '22:01'),
      steps: [
        { kind: 'register', at: d.worked(13, '09:40') },
        { kind: 'withdraw', at: d.worked(11, '12:20'), reason: '在网上找到了，不用了' },
      ],
    },
    {
      key: 'school-canteen',
      residentKey: 'demo-4',
      unitId: 'district-office',
      applicant: LIANG,
      content: { name: '栗园小学食堂上学期的采购单' },
      delivery: BY_PHONE,
      submittedAt: dayBefore(20, '18:30'),
      steps: [
        { kind: 'register', at: d.worked(20, '11:00') },
        {
          kind: 'askCorrection',
          at: d.worked(18, '10:10'),
          items: '请写明是哪几个月的采购单，以及要汇总表还是每天的单据。',
          deadline: d.plusWorking(dateOf(d.worked(18, '12:00')), 15),
        },
        {
          kind: 'correct',
          at: d.worked(6, '20:05'),
          content: {
            name: '栗园小学食堂上学期（3 月到 6 月）食材采购汇总表',
            description: '每月一张汇总表就行，不要每天的单据。',
          },
        },
      ],
    },
    ...recordCorrections(d, dayBefore),
  ];
}
