import type { Dates } from '../lib/dates';
import { blocks } from '../lib/text-blocks';
import type { DemoMeeting, Instant } from '../types';

/** An instant at that hour (Shanghai) of a day to come, or gone by. */
const instant = (date: string, time: string): Instant => new Date(`${date}T${time}:00.000+08:00`).toISOString();

/** One that can be signed up for, by lot; one that was held, with its minutes and what came of it. */
export const meetingsFor = (d: Dates): DemoMeeting[] => [stallsBench(d), canteenSeminar(d)];

function stallsBench(d: Dates): DemoMeeting {
  return {
    key: 'stalls-bench',
    kind: 'bench',
    title: '菜摊搬到哪儿，坐下来说',
    topic:
      '望桥农贸市场改造期间的过渡摊位，草案正在征集意见。街道把板凳搬到桥北停车场，摊主、买菜的、住在旁边的，都来当面说。',
    unitId: 'wangqiao-street',
    place: '桥北停车场东侧（下雨改在桥北社区活动室）',
    startsAt: instant(d.day(6), '09:30'),
    agenda: ['街道说一说两个过渡点的量房结果', '摊主说', '住在旁边的人说', '一条一条对草案'],
    consultation: 'market-stalls',
    signUp: { closesAt: instant(d.day(3), '18:00'), quota: 12, selection: 'draw', criteria: null },
    announcedAt: d.at(-3, '10:00'),
    signUps: [
      {
        residentKey: 'demo-2',
        name: '冯秀兰',
        represents: 'resident',
        state: 'waiting',
        attended: null,
        createdAt: d.anyDayAt(-2, '08:40'),
      },
      {
        residentKey: 'demo-3',
        name: '陶国祥',
        represents: 'business',
        state: 'waiting',
        attended: null,
        createdAt: d.anyDayAt(-1, '19:05'),
      },
      {
        residentKey: null,
        name: '欧阳知秋',
        represents: 'expert',
        state: 'accepted',
        attended: null,
        createdAt: d.at(-3, '11:00'),
      },
    ],
    record: null,
    resolutions: [],
  };
}

function canteenSeminar(d: Dates): DemoMeeting {
  const heldOn = d.workday(-18);
  return {
    key: 'canteen-seminar',
    kind: 'seminar',
    title: '长者食堂座谈会',
    topic: '问卷的结果出来了：没去的人主要是嫌远、不知道有。请大家说一说明年先在哪儿开、周末怎么办。',
    unitId: 'civil-affairs',
    place: '区民政局三楼会议室',
    startsAt: instant(heldOn, '14:30'),
    agenda: ['通报问卷结果', '大家说', '定下几件事'],
    consultation: null,
    signUp: {
      closesAt: instant(d.plus(heldOn, -3), '18:00'),
      quota: 3,
      selection: 'criteria',
      criteria: '答过问卷、住在没有食堂的社区的先来',
    },
    announcedAt: instant(d.plus(heldOn, -10), '09:00'),
    signUps: [
      {
        residentKey: 'demo-1',
        name: '周文兰',
        represents: 'resident',
        state: 'accepted',
        attended: true,
        createdAt: instant(d.plus(heldOn, -8), '10:12'),
      },
      {
        residentKey: 'demo-4',
        name: '聂大海',
        represents: 'resident',
        state: 'accepted',
        attended: false,
        createdAt: instant(d.plus(heldOn, -7), '20:31'),
      },
      {
        residentKey: null,
        name: '司徒敏',
        represents: 'representative',
        state: 'accepted',
        attended: true,
        createdAt: instant(d.plus(heldOn, -6), '09:00'),
      },
      {
        residentKey: null,
        name: '韩素',
        represents: 'expert',
        state: 'accepted',
        attended: true,
        createdAt: instant(d.plus(heldOn, -6), '09:05'),
      },
    ],
    record: {
      participantsAt: instant(d.plus(heldOn, -2), '16:00'),
      confirmedAt: instant(d.plus(heldOn, 1), '10:00'),
      minutes: blocks(`## 大家说
- 槐影社区到最近的食堂要走二十分钟，八十岁的人走不动
- 周末食堂关门，正好是没人做饭的时候
- 楼道里没有贴，很多人不知道有食堂
## 定下的
明年先在三个没有食堂的社区各开一家；周末轮流开门；地址和菜价贴到每个楼道。`),
    },
    resolutions: [
      {
        text: '三个没有食堂的社区各选一处房子，把候选的地方公布出来问大家。',
        unitId: 'civil-affairs',
        dueOn: d.day(12),
        done: null,
      },
      {
        text: '把现有 9 家食堂的地址、时间、菜价做成一张纸，贴到楼道公示栏。',
        unitId: 'liuying-street',
        dueOn: d.day(-4),
        done: { at: d.at(-6, '16:20'), word: '柳营街道 212 个楼道都贴了，社区每月看一次，掉了补上。' },
      },
    ],
  };
}
