import type { Dates } from '../lib/dates';
import type { DemoRoster } from '../types';

const TOLL = '0599-555-';

/** Unit, officer of information, head: all of them invented. */
const UNITS: [unitId: string, officer: string, head: string, line: string][] = [
  ['civil-affairs', '祝晚晴', '栗长河', '1055'],
  ['housing', '阮青禾', '汤砚平', '1111'],
  ['education', '谷雨初', '庄思源', '1033'],
  ['health', '苗若溪', '鞠安民', '1155'],
  ['finance', '卞清言', '柯正衡', '1077'],
];
const GRID_WORKERS: [areaId: string, name: string][] = [
  ['liuying-huaiying-g1', '鲁小满'],
  ['liuying-huaiying-g2', '岑立夏'],
  ['hedu-dukou-g1', '祁秋分'],
];
const PANEL: [post: 'expert' | 'representative', name: string, duty: string][] = [
  ['expert', '闻人静', '养老服务研究'],
  ['expert', '席远山', '法学教师'],
  ['representative', '郎春生', '槐影社区居民代表'],
  ['representative', '边惠兰', '渡口社区居民代表'],
];

/** Who is responsible for what in 栖河区; one of them followed another last year. */
export const rostersFor = (d: Dates): DemoRoster[] => [
  ...UNITS.flatMap(([unitId, officer, head, line], at): DemoRoster[] => [
    {
      ...blank(`${unitId}-information`, 'information_officer', officer, d.day(-400 - at * 30)),
      unitId,
      duty: '依申请公开也找他',
      phone: `${TOLL}${line}`,
      isPublic: true,
    },
    { ...blank(`${unitId}-head`, 'head', head, d.day(-900 - at * 45)), unitId },
  ]),
  {
    ...blank('civil-affairs-information-before', 'information_officer', '冉冬至', d.day(-1_500)),
    unitId: 'civil-affairs',
    closedOn: d.day(-400),
  },
  {
    ...blank('district-spokesperson', 'spokesperson', '舒明远', d.day(-620)),
    unitId: 'district-office',
    duty: '区政府',
  },
  ...GRID_WORKERS.map(([areaId, name], at): DemoRoster => ({
    ...blank(`${areaId}-worker`, 'grid_worker', name, d.day(-300 - at * 20)),
    areaId,
  })),
  ...PANEL.map(([post, name, duty], at): DemoRoster => ({
    ...blank(`panel-${at + 1}`, post, name, d.day(-200)),
    duty,
  })),
];

const blank = (id: string, post: DemoRoster['post'], name: string, since: string): DemoRoster => ({
  id,
  post,
  name,
  since,
  unitId: null,
  areaId: null,
  duty: null,
  phone: null,
  isPublic: false,
  closedOn: null,
});
