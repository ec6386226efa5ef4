import type { DemoArea, DemoGrid } from '../types';

/** Streets and their communities and villages; ids are what addresses of pages show. */
const STREETS: Record<string, [name: string, communities: Record<string, string>]> = {
  liuying: [
    '柳营街道',
    {
      huaiying: '槐影社区',
      shaiguchang: '晒谷场社区',
      dongyingmen: '东营门社区',
      mofangxiang: '磨坊巷社区',
      liudi: '柳堤社区',
    },
  ],
  hedu: [
    '禾渡街道',
    { hedu: '禾渡社区', dukou: '渡口社区', mishijie: '米市街社区', chuanchang: '船厂社区', xinhe: '新禾社区' },
  ],
  wangqiao: [
    '望桥街道',
    {
      wangqiao: '望桥社区',
      qiaobei: '桥北社区',
      shachang: '纱厂社区',
      denglongxiang: '灯笼巷社区',
      guanghui: '广惠社区',
    },
  ],
  shibu: [
    '石埠街道',
    { shibu: '石埠社区', huochang: '货场社区', shuangjing: '双井社区', tiedaoxi: '铁道西社区', wayao: '瓦窑社区' },
  ],
  qinghuai: [
    '青槐街道',
    { qinghuai: '青槐社区', xuefu: '学府社区', liyuan: '栗园社区', nantang: '南塘社区', minghu: '明湖社区' },
  ],
  yanshan: [
    '砚山街道',
    { yanshan: '砚山社区', yanqian: '砚前村', shangwu: '上坞村', xiawu: '下坞村', zhuling: '竹岭村' },
  ],
  yupu: ['渔浦街道', { yupu: '渔浦社区', pukou: '浦口村', ludang: '芦荡村', shazhou: '沙洲村', xinxu: '新圩村' }],
  nanmo: [
    '南陌街道',
    { nanmo: '南陌社区', huatian: '花田社区', wutongli: '梧桐里社区', chezhan: '车站社区', caiyuan: '菜园社区' },
  ],
};

export const areas: DemoArea[] = [
  { id: 'qihe', name: '栖河区', level: 'district', parentId: null },
  ...Object.entries(STREETS).flatMap(([street, [name, communities]]): DemoArea[] => [
    { id: street, name, level: 'street', parentId: 'qihe' },
    ...Object.entries(communities).map(([id, community]): DemoArea => ({
      id: `${street}-${id}`,
      name: community,
      level: 'community',
      parentId: street,
    })),
  ]),
];

export const streets = areas.filter(area => area.level === 'street');
export const communitiesOf = (streetId: string): DemoArea[] => areas.filter(area => area.parentId === streetId);
/** Four to six grids a community, about 260 households each. */
export const grids: DemoGrid[] = areas
  .filter(area => area.level === 'community')
  .flatMap((community, place) =>
    Array.from({ length: 4 + (place % 3) }, (_, index) => ({
      id: `${community.id}-g${index + 1}`,
      name: `${community.name}第${index + 1}网格`,
      communityId: community.id,
      households: 208 + ((place * 37 + index * 53) % 117),
    })),
  );
