import { blocks } from '../lib/text-blocks';
import type { Dates } from '../lib/dates';
import type { DemoConsultation } from '../types';
import { commentsOf } from './comments-of';

/** Ended more than thirty days ago and not answered: what supervision is told of. */
export function poolHours(d: Dates): DemoConsultation {
  const opensOn = d.workday(-60);
  const closesOn = d.plusWorking(opensOn, 9);
  return {
    key: 'pool-hours',
    question: '区游泳馆早场几点开门好？',
    title: '栖河区公共体育场馆开放时间规定（征求意见稿）',
    unitId: 'urban-management',
    kind: 'normativeDocument',
    state: 'closed',
    opensOn,
    closesOn,
    outcomeDueOn: d.plus(closesOn, 25),
    display: 'after_review',
    contact: '区城市管理局公共设施科，0599-555-1200',
    areaIds: ['qihe'],
    domainIds: ['municipal-services'],
    background: blocks('区游泳馆和三个健身馆的开放时间各不一样，这次想统一，先问问大家早晚的习惯。'),
    draft: {
      kind: 'clauses',
      clauses: [
        { id: 'c1', label: '第一条', text: '区属公共体育场馆每天开放不少于 10 小时。' },
        { id: 'c2', label: '第二条', text: '游泳馆早场 7:30 开门，晚场 21:00 清场。' },
      ],
    },
    outcome: null,
    comments: commentsOf(d, {
      consultation: 'pool-hours',
      opensOn,
      closesOn,
      text: `
c2 @晨泳的人 [赞6] 七点半太晚，游完上班来不及，六点半行不行
c2 =陶国祥 晚场到二十二点，下班的人才赶得上
c1 @带孙子的奶奶 周末人太多，能不能分时段预约`,
    }),
  };
}
