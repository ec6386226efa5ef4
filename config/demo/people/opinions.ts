import type { Dates } from '../lib/dates';
import type { DemoClock, DemoDuty, DemoOpinion } from '../types';

const MINUTE_MS = 60_000;

/** One that was grave and is closed, one that is no more than talk and is looked into, one whose hours run. */
export function opinionsFor(d: Dates, { now }: Pick<DemoClock, 'now'>): DemoOpinion[] {
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * MINUTE_MS).toISOString();
  return [
    {
      ...{ key: 'bridge-water', gravity: 'major', unitId: 'housing', noticedAt: d.worked(8, '14:40') },
      title: '望桥下穿通道积水、有车被困的视频在转发',
      source: '本地论坛“栖河百事”，转发两千多次',
      steps: [
        { kind: 'reported', minutes: 25, note: '电话报区政府办值班室，同时通知排水所。' },
        { kind: 'informed', minutes: 190, note: '政府网站和公众号发布通报：没有人受伤，傍晚 5 点半恢复通行。' },
        { kind: 'briefed', minutes: 1140, note: '住建局会同应急局通报情况，回答了八个问题。' },
        { kind: 'closed', minutes: 3060, note: '积水排完，泵站加了备用电源；通报、发布会实录都在政府网站上。' },
      ],
    },
    {
      ...{ key: 'meal-price', gravity: 'general', unitId: 'civil-affairs', noticedAt: d.worked(1, '16:20') },
      title: '有人发帖说长者食堂下月要涨价',
      source: '居民微信群里的截图，社区报来',
      steps: [{ kind: 'noted', minutes: 30, note: '问了承办单位，没有涨价的打算，在写说明。' }],
    },
    {
      ...{ key: 'gas-smell', gravity: 'major', unitId: 'housing', noticedAt: minutesAgo(130) },
      title: '柳营街道有小区闻到燃气味、居民疏散的照片在转发',
      source: '短视频平台，街道网格员报来',
      steps: [{ kind: 'reported', minutes: 15, note: '电话报区政府办值班室，燃气公司在查漏点。' }],
    },
  ];
}

/** The two weeks around today. */
export function dutiesFor(d: Dates): DemoDuty[] {
  const days = Array.from({ length: 14 }, (_, at) => d.day(at - 6)).filter(d.isWorkingDay);
  return [
    { unitId: 'district-office', days: days.map(on => ({ on, main: 'office', deputy: null })) },
    { unitId: 'civil-affairs', days: days.map(on => ({ on, main: 'editor', deputy: 'office' })) },
  ];
}
