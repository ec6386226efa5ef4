import { chance } from '../lib/chance';
import type { Dates } from '../lib/dates';
import type { DemoConsultation, DemoResident } from '../types';

/** Whom a page outside WeChat may log in as, in demo mode. */
export const demoPeople = [
  { openid: 'demo-resident-1', name: '周文兰' },
  { openid: 'demo-resident-2', name: '何建军' },
  { openid: 'demo-resident-3', name: '陶国祥' },
  { openid: 'demo-resident-4', name: '梁素芬' },
  { openid: 'demo-resident-5', name: '孙玉梅' },
  { openid: 'demo-resident-6', name: '韦志强' },
  { openid: 'demo-resident-7', name: '崔海燕' },
  { openid: 'demo-resident-8', name: '卢春生' },
  { openid: 'demo-officer', name: '丁宁（公开办）' },
  { openid: 'demo-grid', name: '鲁小满（网格员）' },
] as const;

const person = (at: number) => demoPeople[at] as (typeof demoPeople)[number];

/** Those whom the simulator's picker offers; their numbers are of no network. */
export const residentsFor = (d: Dates): DemoResident[] => [
  {
    key: 'demo-1',
    ...person(0),
    phone: '19900000001',
    phoneVerified: true,
    communityId: 'liuying-huaiying',
    joinedAt: d.anyDayAt(-190, '08:40'),
    subscriptions: [
      { kind: 'area', key: 'liuying-huaiying' },
      { kind: 'domain', key: 'elderly-care' },
      { kind: 'consultation', key: 'elderly-catalog' },
      { kind: 'entry', key: 'elderly-care/补贴与服务/老年人助餐补贴发放结果' },
    ],
  },
  {
    key: 'demo-2',
    ...person(1),
    phone: '19900000002',
    phoneVerified: true,
    communityId: 'hedu-hedu',
    joinedAt: d.anyDayAt(-160, '20:15'),
    subscriptions: [
      { kind: 'column', key: 'renewal' },
      { kind: 'area', key: 'hedu-hedu' },
    ],
  },
  {
    key: 'demo-3',
    ...person(2),
    phone: '19900000003',
    phoneVerified: true,
    communityId: 'wangqiao-shachang',
    joinedAt: d.anyDayAt(-90, '19:02'),
    subscriptions: [{ kind: 'consultation', key: 'market-stalls' }],
  },
  {
    key: 'demo-4',
    ...person(3),
    phone: '19900000004',
    phoneVerified: true,
    communityId: 'qinghuai-liyuan',
    joinedAt: d.anyDayAt(-75, '12:30'),
    subscriptions: [{ kind: 'domain', key: 'health-services' }],
  },
  {
    key: 'demo-5',
    ...person(4),
    phone: '19900000005',
    phoneVerified: true,
    communityId: 'shibu-shuangjing',
    joinedAt: d.anyDayAt(-210, '09:50'),
    subscriptions: [],
  },
  {
    key: 'demo-6',
    ...person(5),
    phone: '19900000006',
    phoneVerified: true,
    communityId: 'nanmo-chezhan',
    joinedAt: d.anyDayAt(-58, '21:11'),
    subscriptions: [{ kind: 'column', key: 'tenders' }],
  },
  {
    key: 'demo-7',
    ...person(6),
    phone: '19900000007',
    phoneVerified: true,
    communityId: 'shibu-tiedaoxi',
    joinedAt: d.anyDayAt(-44, '18:26'),
    subscriptions: [{ kind: 'domain', key: 'expropriation-compensation' }],
  },
  {
    key: 'demo-8',
    ...person(7),
    phone: '19900000008',
    phoneVerified: false,
    communityId: 'yanshan-shangwu',
    joinedAt: d.anyDayAt(-6, '07:35'),
    subscriptions: [],
  },
];

/** One account for each name under which somebody else commented. */
export function neighboursOf(consultations: readonly DemoConsultation[]): DemoResident[] {
  const found = new Map<string, DemoResident>();
  for (const { authorKey, authorName, createdAt } of consultations.flatMap(({ comments }) => comments)) {
    if (!authorKey?.startsWith('neighbour-') || found.has(authorKey)) continue;
    const luck = chance(authorKey);
    found.set(authorKey, {
      key: authorKey,
      openid: `demo-neighbour-${found.size + 1}`,
      name:
        authorName ??
        `${luck.pick([...'王李张刘陈杨赵黄周吴'])}${luck.pick([...'桂春秀志建玉国'])}${luck.pick([...'芳明英华兰生平'])}`,
      phone: `1990001${String(found.size + 1).padStart(4, '0')}`,
      phoneVerified: authorName !== undefined,
      communityId: luck.pick([
        'liuying-liudi',
        'hedu-dukou',
        'wangqiao-qiaobei',
        'shibu-wayao',
        'qinghuai-xuefu',
        'nanmo-huatian',
      ]),
      joinedAt: new Date(Date.parse(createdAt) - luck.int(1, 40) * 3_600_000).toISOString(),
      subscriptions: [],
    });
  }
  return [...found.values()];
}
