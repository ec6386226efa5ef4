import { blocks } from '../lib/text-blocks';
import type { Dates } from '../lib/dates';
import type { DemoConsultation } from '../types';
import { commentsOf } from './comments-of';

/** Clauses that last year's plan had already stay as they were. */
const revised = (clauses: { id: string; label: string; text: string; before?: string }[]) =>
  clauses.map(clause => ({ ...clause, before: clause.before ?? clause.text }));

/** Words of the second draft, where they are other ones. */
const SECOND: Readonly<Record<string, string>> = {
  c1: '望桥农贸市场自改造开工之日起闭市，工期不超过 150 天；拖延的天数和原因，街道每周张榜一次。',
  c3: '过渡点营业时间为每天 6:00 至 19:30，蔬菜摊位可以提前到 5:30 进货。',
  c6: '过渡点设公厕、垃圾房、消防通道、三轮车停放处和公平秤，每天两次保洁，快检结果当天张贴。',
};

const first = revised([
  { id: 'c1', label: '第一条', text: '望桥农贸市场自改造开工之日起闭市，工期不超过 150 天。' },
  {
    id: 'c2',
    label: '第二条',
    text: '设一个主过渡点，位置在纱厂旧车间；放不下的 28 个摊位，安排到桥北停车场东侧。',
    before: '设一个过渡点，位置在桥北停车场。',
  },
  { id: 'c3', label: '第三条', text: '过渡点营业时间为每天 6:00 至 19:30，蔬菜摊位可以提前到 5:00 进货。' },
  { id: 'c4', label: '第四条', text: '过渡期间免收摊位费，街道按每个摊位每月 300 元给予补贴，水电费据实收取。' },
  {
    id: 'c5',
    label: '第五条',
    text: '摊位号由摊主抽签决定，熟食、活禽、水产按区摆放；活禽只卖白条，不现场宰杀。',
  },
  { id: 'c6', label: '第六条', text: '过渡点设公厕、垃圾房、消防通道和公平秤，每天两次保洁，快检结果当天张贴。' },
  { id: 'c7', label: '第七条', text: '改造完成后，原摊主按原摊位面积优先回迁，回迁后第一年摊位费不涨。' },
  { id: 'c8', label: '第八条', text: '过渡点不另设停车位，摊主的三轮车自行安排。' },
]);

/** What four days of comments changed, while people are still asked. */
const second = first
  .filter(({ id }) => id !== 'c8')
  .map(clause => ({ ...clause, text: SECOND[clause.id] ?? clause.text }));

/** Open, on clauses, in its second draft: three weeks left. */
export function marketStalls(d: Dates): DemoConsultation {
  const opensOn = d.day(-9);
  const closesOn = d.plus(opensOn, 30);
  return {
    key: 'market-stalls',
    question: '改造期间菜摊摆哪里？',
    title: '望桥农贸市场改造期间过渡安置方案（草案）',
    unitId: 'wangqiao-street',
    kind: 'majorDecision',
    state: 'open',
    opensOn,
    closesOn,
    outcomeDueOn: d.plus(closesOn, 20),
    display: 'after_review',
    contact: '望桥街道城建科，0599-555-1323',
    ways: [
      { kind: 'letter', detail: '桥北路77号望桥街道城建科，信封上写“菜场安置”' },
      { kind: 'visit', detail: '望桥农贸市场管理室，每天 8:00 至 11:00' },
      { kind: 'meeting', detail: '纱厂社区活动室，下周三 19:00，谁都可以来' },
    ],
    areaIds: ['wangqiao'],
    domainIds: ['major-projects'],
    background:
      blocks(`望桥农贸市场用了二十多年，屋面漏水、地面积水、电线老化，今年列入改造。改造要闭市大约五个月，118 个摊位、每天六千多个买菜的人，都要有地方去。
## 有两个过渡点可以选
- 纱厂旧车间：室内，能放 90 个摊，离原市场 650 米
- 桥北停车场：搭棚，能放 118 个摊，离原市场 280 米，要占 74 个车位
和去年的方案比，主过渡点从桥北停车场换成了纱厂旧车间。
## 为什么现在问
方案定下来之前，摊主要找人手，街坊要改走路线。您觉得哪里合适、补贴够不够、几点开门，都可以说。`),
    draft: {
      kind: 'clauses',
      clauses: first,
    },
    revisions: [
      {
        publishedAt: d.at(-4, '10:00'),
        reason: '街坊说五点进货太吵、工期写得不清，摊主问三轮车停哪里。这三处先改了，再接着问大家。',
        clauses: second,
        adopted: { c1: ['market-stalls-1'], c3: ['market-stalls-6'], c6: ['market-stalls-2'] },
      },
    ],
    outcome: null,
    comments: commentsOf(d, {
      consultation: 'market-stalls',
      opensOn,
      closesOn,
      text: `
c1 @怕烂尾的街坊 工期超过 150 天怎么办？写上拖一天罚多少 >> 部分 第 2 稿写明拖了几天、为什么，街道每周张榜；罚多少由施工合同定。
c8 @蹬三轮的老翟 三轮车不让停，菜怎么卸？总不能天天停马路上 >> 采纳 第八条删去，第六条加上三轮车停放处。
c2 @纱厂社区老买菜的 [赞14] 650 米对我们七十多岁的人太远，车间门口还有个大坡，推小车上不去
c2 =冯秀兰 停车场近，可是占 74 个车位，晚上回来车停哪儿？能不能白天摆摊晚上停车
c2 @摊主老聂 [赞9] 分成两处，买菜的人要跑两趟，放在一起才有人气 => 设一个主过渡点，位置在桥北停车场，118 个摊位放在一处。
c3 @桥北社区居民 五点进货三轮车轰轰响，我家窗子正对着停车场，能不能五点半 => 过渡点营业时间为每天 6:00 至 19:30，蔬菜摊位可以提前到 5:30 进货。 >> 采纳 进货改到五点半。
c4 @卖豆腐的 [赞11] 过渡点肯定没那么多人，生意掉一半，三百块只够电费
c4 #demo-3 水电据实收没问题，请把电表装到每个摊，别又是平摊
c5 @灯笼巷居民 抽签公平，但是熟食和水产别挨着，味道受不了
c6 @晨练的老头 [赞6] 车间里夏天闷，要装风扇，地面别再用瓷砖，一沾水就滑
c7 =陶国祥 回迁那一年不涨，第二年一下涨三成怎么办？写清楚涨幅不超过多少
c7 @干货摊 [待审] 面积是按登记的还是按实际用的？有人多占了一米多年，借这个机会该查一查
w @上班族 下班七点多才到，关门能不能晚到八点半
c3 @夜班护士 早上六点能买到菜最好，我下夜班顺路
c2 #demo-1 两个点之间能不能开一趟免费的小巴？老人拎着菜走不动
c6 @带孩子的妈妈 公厕请装一个儿童马桶和一个扶手，上次在菜场孩子憋哭了 => 过渡点设公厕（装儿童马桶和扶手）、垃圾房、消防通道、三轮车停放处和公平秤，每天两次保洁，快检结果当天张贴。 >> 采纳 花钱不多，下一稿写进去。
w =望桥市场摊主 [信] [37人] 我们 37 个摊主商量过，愿意去桥北停车场，棚子要能挡西晒，摊位号按老位置排，不抽签`,
    }),
  };
}
