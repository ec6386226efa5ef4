/** A district with years of notices, written past the product: what is measured is the product after that. */
import mongoose from 'mongoose';
import type { App } from '../support/start-app';
import { startDemo } from '../support/start-demo';

/** Eight times twelve times ten times ten different titles before a number makes the rest different. */
const PLACES = ['柳营', '槐影', '双桥', '石塘', '北闸', '青埂', '灯塔', '杏坛'];
const THINGS = [
  '老旧小区加装电梯',
  '居家养老服务补贴',
  '雨污分流管网改造',
  '临时救助资金发放',
  '义务教育招生划片',
  '农贸市场升级改造',
  '公共租赁住房分配',
  '残疾人两项补贴',
  '食品安全监督抽检',
  '河道清淤疏浚工程',
  '古树名木保护认养',
  '社区食堂运营补助',
];
const ACTS = [
  '公示',
  '通知',
  '结果公告',
  '实施方案',
  '办事指南',
  '情况通报',
  '名单公布',
  '招标公告',
  '政策解读',
  '补充说明',
];
const GROUNDS = [
  '经街道初审、区级复核',
  '经专家评审和集体研究',
  '结合居民代表会议意见',
  '按照年度工作安排',
  '根据实地勘查情况',
  '依照补助标准逐户核算',
  '听取沿街商户建议以后',
  '对照往年台账核对',
  '由第三方机构抽查',
  '由区里统一部署',
];

const FIRST = Date.UTC(2016, 0, 1);
const SPAN = Date.UTC(2026, 9, 1) - FIRST;

/** A number that looks drawn by lot and is always the same. */
const lot = (number: number, salt: number): number => {
  const mixed = Math.imul(number + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  return (Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> 0) / 2 ** 32;
};
const pick = <T>(items: readonly T[], number: number, salt: number): T =>
  items[Math.floor(lot(number, salt) * items.length)]!;

export const idOf = (number: number): string => `bench-${String(number).padStart(7, '0')}`;

/** What one can ask for by words and recognise: place, thing, act and a running number. */
export function titleOf(number: number): string {
  return `${pick(PLACES, number, 1)}街道${pick(THINGS, number, 2)}${pick(ACTS, number, 3)}（第${number}号）`;
}

function noticeAt(number: number, { units, columns }: Places, count: number): Record<string, unknown> {
  const unitId = pick(units, number, 4);
  const columnId = pick(columns, number, 5);
  const at = new Date(FIRST + Math.floor((number / count) * SPAN));
  const text = Array.from(
    { length: 6 },
    (_, part) =>
      `${pick(GROUNDS, number, 10 + part)}，${pick(PLACES, number, 20 + part)}一带${pick(THINGS, number, 30 + part)}的进展如下。`,
  ).join('');
  return {
    _id: idOf(number),
    contentHash: idOf(number),
    source: 'archive',
    externalId: String(number),
    createdBy: 'service:archive',
    title: titleOf(number),
    kind: 'announcement',
    unitId,
    columnIds: [columnId],
    documentNumber: null,
    indexNumber: null,
    stage: null,
    publishedAt: at,
    madeOn: null,
    effectiveOn: null,
    abolishedOn: null,
    sourceUrl: null,
    keyPoints: [],
    body: [{ type: 'paragraph', children: [{ text }] }],
    attachmentIds: [],
    entryIds: [],
    areaIds: [],
    related: [],
    posting: null,
    limited: null,
    takenDownAt: null,
    isAnnounced: true,
    facets: ['all', `col:${columnId}`, `unit:${unitId}`, 'kind:announcement'],
    updatedAt: at,
    revision: 1,
  };
}

export interface Places {
  units: string[];
  columns: string[];
}

export async function placesOf(origin: string): Promise<Places> {
  const idsOf = async (path: string): Promise<string[]> => {
    const answer = await fetch(`${origin}/api/v1/${path}?limit=100`);
    return ((await answer.json()) as { items: { id: string }[] }).items.map(item => item.id);
  };
  return { units: await idsOf('units'), columns: await idsOf('columns') };
}

const BATCH = 1_000;

/** The demo district with so many notices more, all of them to be found, served by a server that knows nothing from before. */
export async function startWithNotices(count: number, env: Record<string, string> = {}): Promise<App> {
  const settings = { env: { RATE_LIMITS: 'off', CHECK_ANSWERS: 'off', LOG_LEVEL: 'warn', ...env } };
  const app = await startDemo(settings);
  const places = await placesOf(app.origin);
  const connection = await mongoose.createConnection(app.databaseUri()).asPromise();
  const notices = connection.collection('notices');
  for (let at = 0; at < count; at += BATCH) {
    const size = Math.min(BATCH, count - at);
    await notices.insertMany(Array.from({ length: size }, (_, index) => noticeAt(at + index, places, count)) as never);
  }
  await connection.close();
  await app.stop();
  await app.cli('search', 'rebuild');
  return startDemo({ ...settings, dataDir: app.dataDir });
}
