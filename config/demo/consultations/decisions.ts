import type { Dates } from '../lib/dates';
import type { DemoDecision } from '../types';

/** The year's list of major decisions: items at every step, one of them dropped with its reason, one not public yet. */
export function decisionsFor(d: Dates): DemoDecision[] {
  const year = Number(d.today.slice(0, 4));
  const items: Omit<DemoDecision, 'key' | 'year' | 'position'>[] = [
    {
      title: '栖河区老年人助餐服务办法',
      unitId: 'civil-affairs',
      plannedFor: '三季度',
      basis: '《中华人民共和国老年人权益保障法》第三十七条',
      consultationKeys: ['meal-rules'],
      isPublished: true,
      conclusion: { kind: 'decided', on: d.day(-40), text: '区政府印发《栖河区老年人助餐服务办法》，已经施行。' },
    },
    {
      title: '望桥农贸市场改造及过渡安置',
      unitId: 'wangqiao-street',
      plannedFor: '年底前',
      basis: '《重大行政决策程序暂行条例》第三条第四项',
      consultationKeys: ['market-stalls'],
      isPublished: true,
    },
    {
      title: '公交夜间服务调整',
      unitId: 'development-reform',
      plannedFor: '四季度',
      basis: '《城市公共交通条例》，运营线路和时间的调整应当听取公众意见',
      consultationKeys: ['last-bus'],
      isPublished: true,
    },
    {
      title: '铁道西片区旧城区改建',
      unitId: 'housing',
      plannedFor: '四季度',
      basis: '《国有土地上房屋征收与补偿条例》第十条、第十一条',
      consultationKeys: ['compensation-plan'],
      isPublished: true,
    },
    {
      title: '居民节水器具补贴',
      unitId: 'housing',
      plannedFor: '二季度',
      basis: '《节约用水条例》第四十条',
      consultationKeys: ['water-saving'],
      isPublished: true,
    },
    {
      title: '老旧小区停车位收费标准',
      unitId: 'development-reform',
      plannedFor: '四季度',
      basis: '《中华人民共和国价格法》第二十三条',
      consultationKeys: [],
      isPublished: true,
    },
    {
      title: '沿河夜市设置规划',
      unitId: 'urban-management',
      plannedFor: '二季度',
      basis: '《城市市容和环境卫生管理条例》第十四条',
      consultationKeys: [],
      isPublished: true,
      conclusion: { kind: 'dropped', on: d.day(-75), text: '河堤加固今年开工，沿河两年内不能摆摊，不再推进。' },
    },
    {
      title: '区属中小学体育场地周末开放',
      unitId: 'development-reform',
      plannedFor: '明年一季度',
      basis: '《全民健身条例》第二十八条',
      consultationKeys: [],
      isPublished: false,
    },
  ];
  return items.map((item, at) => ({ ...item, key: `decision-${at + 1}`, year, position: at + 1 }));
}
