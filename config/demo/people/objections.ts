import type { Dates } from '../lib/dates';
import type { DemoConclusion, DemoCorrection, DemoObjection } from '../types';

/** Against the list that hangs out: one is answered, one is being looked into. */
export const objectionsFor = (d: Dates): DemoObjection[] => [
  {
    key: 'subsidy-moved',
    residentKey: 'demo-1',
    noticeKey: 'rent-subsidy-third',
    at: d.at(-2, '09:40'),
    text: '纱厂宿舍那一户去年冬天就搬到女儿家住了，房子一直空着，不该再领租金补贴。',
    settled: {
      at: d.at(-1, '16:20'),
      result: 'rejected',
      reason: '街道上门看过：这一户老人住院三个月，已经回来住，租房合同和水电缴费都在，仍然符合条件。',
    },
  },
  {
    key: 'subsidy-missed',
    residentKey: 'demo-2',
    noticeKey: 'rent-subsidy-third',
    at: d.at(-1, '10:15'),
    text: '我家三口人去年十月交的材料，初审说合格，名单里没有，也没有接到通知。',
  },
];

export const conclusionsFor = (d: Dates): DemoConclusion[] => [
  {
    noticeKey: 'rent-subsidy-second',
    at: d.at(-88, '10:00'),
    statement: '公示期内没有收到异议，名单不变，从下个月起发放。',
  },
];

/** The list said another day for the money at first. */
export const correctionsFor = (d: Dates): DemoCorrection[] => [
  {
    noticeKey: 'rent-subsidy-third',
    at: d.at(-2, '15:10'),
    reason: '发放的时间写错了，补贴从公示结束后的下个月起发，不是当月。',
    now: '从公示结束后的下个月起按月发放',
    before: '从公示结束的当月起按月发放',
  },
];
