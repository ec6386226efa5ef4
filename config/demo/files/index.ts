import type { DemoFile } from '../types';
import { busRoute, chargingShed, elevatorPlan, oldTree } from './pictures';

const sheet = (name: string): DemoFile => ({ kind: 'sheet', name: `${name}.xlsx` });
const paper = (name: string): DemoFile => ({ kind: 'paper', name: `${name}.pdf` });
const picture = (name: string, svg: string, alt: string, isInBody: boolean): DemoFile => ({
  kind: 'picture',
  name: `${name}.png`,
  svg,
  alt,
  isInBody,
});

/** By key of the notice; files of a limited one open for who unlocked it. */
export const noticeFiles: Readonly<Record<string, readonly DemoFile[]>> = {
  'rent-subsidy-third': [sheet('公租房租金补贴名单（第三批）'), paper('公租房租金补贴名单公告')],
  'rent-subsidy-rules': [paper('公租房租金补贴实施办法')],
  'allocation-lottery': [sheet('摇号结果和选房顺序')],
  'affordable-rent-vacancies': [sheet('空余房源表')],
  'elevator-posting': [
    picture('电梯井道平面图', elevatorPlan, '平面图：电梯井道在楼的南侧，离外墙 40 厘米', false),
    paper('加装电梯补助公示'),
  ],
  'meal-rules': [paper('老年人助餐服务办法')],
  'age-allowance-list': [sheet('高龄津贴新增人员名单')],
  'home-adaptation-list': [sheet('适老化改造对象名单')],
  'activity-room': [sheet('活动室装修账目')],
  'charging-shed': [
    picture('充电棚', chargingShed, '充电棚：棚顶下一排插座，上方红色的是喷淋管，停着四辆电动车', true),
  ],
  'old-tree': [
    picture('修枝示意图', oldTree, '老槐树：红色长虚线是要去掉的三根枯枝，红色短虚线是压在电线上、要回缩的两根', true),
  ],
  'bus-change': [picture('改线示意图', busRoute, '路线图：灰色虚线是原来的走法，绿线是新的走法，黄点是新加的站', true)],
  'job-fair': [sheet('招聘岗位')],
  'boarding-aid': [sheet('生活补助名单')],
  'winter-relief-list': [sheet('冬春生活救助对象名单')],
  'waste-rules': [paper('生活垃圾分类投放管理办法')],
  'open-work-points': [paper('2026年政务公开工作要点')],
  'house-valuation': [sheet('分户初步评估结果')],
};

/** By key of the consultation: its draft, clause by clause. */
export const consultationFiles: Readonly<Record<string, readonly DemoFile[]>> = {
  'market-stalls': [paper('征求意见稿全文')],
};
