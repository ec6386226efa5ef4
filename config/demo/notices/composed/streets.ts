import { chance, grouped, maskedName } from '../../lib/chance';
import { md, type Dates } from '../../lib/dates';
import { tableLines } from '../../lib/text-blocks';
import { communitiesOf, streets } from '../../organization/areas';
import { unit } from '../../organization/units';
import { entry, postedFor, type Draft, type Writer } from '../draft';

const NEWS: [title: string, what: string, how: string][] = [
  ['把政务公开专区搬进菜市场门口', '赶集的人顺手就能查补贴、打印办事指南', '周二、周六上午有人教老人用手机查'],
  ['书记上门念名单，漏的三户当场补', '走访时发现三位独居老人没有申请高龄津贴', '网格员当天帮着补齐，下月起发'],
  ['一张施工公示牌，少了一半投诉', '把工期、负责人电话、噪声时段写在围挡最显眼处', '投诉从每周 19 件降到 8 件'],
  ['楼道里的“问题单”三天一清', '每栋楼挂一个本子，写了就有人答', '两个月写了 146 条，解决 131 条'],
  ['夜校开到货场，司机下班也能办居住证', '公安、人社窗口轮流值夜班', '一个月办件 212 件'],
  ['公示栏字太小？换成了四号大字', '老人代表提的意见，八个社区一起换', '还配了放大镜和朗读二维码'],
  ['村务账目先念后贴', '村民理财小组在祠堂前逐笔念', '当场问的 27 个问题都答了'],
  ['学生当小小检查员，看食堂也看账本', '每班两名学生、一名家长，每月一次', '菜价贵的三样换了供货商'],
];

/** For every street: what it did lately, families examined for 低保, and the small grants it paid at once. */
export const streetNotices: Writer = d =>
  streets.flatMap((street, index) => [news(d, street, index), examined(d, street, index), grants(d, street, index)]);

type Street = (typeof streets)[number];

function news(d: Dates, street: Street, index: number): Draft {
  const luck = chance(`news-${street.id}`);
  const [title, what, how] = NEWS[index] as (typeof NEWS)[number];
  const community = luck.pick(communitiesOf(street.id));
  return {
    key: `news-${street.id}`,
    title,
    kind: 'news',
    unit: `${street.id}-street`,
    columns: ['street-news', 'work-news'],
    at: d.at(-12 - index * 23, luck.pick(['10:10', '14:30', '16:40'])),
    points: [what],
    areas: [street.id],
    body: `${street.name}${community.name}最近做了一件小事：${what}。
做法不复杂。${how}。${luck.pick(['花的钱不到', '总共花了'])} ${grouped(luck.int(3, 28) * 100)} 元，用的是社区为民服务经费。
也有没做好的：${luck.pick(['周末没有人值守', '外地来的租户不知道', '有的楼栋没有贴到'])}，下一步由网格员在走访时补上，${md(d.day(-12 - index * 23 + 30))} 前再看一遍效果。`,
  };
}

function examined(d: Dates, street: Street, index: number): Draft {
  const luck = chance(`examined-${street.id}`);
  const at = d.at(-3 - index * 34, '09:30');
  const communities = communitiesOf(street.id);
  const rows = Array.from({ length: luck.int(6, 11) }, () => [
    maskedName(luck),
    luck.pick(communities).name,
    luck.int(1, 4),
    luck.pick(['重病', '残疾', '失业', '年老无依靠', '单亲抚养']),
  ]);
  const { phone } = unit(`${street.id}-street`);
  return {
    key: `examined-${street.id}`,
    title: `${street.name}低保初审公示`,
    kind: 'posting',
    unit: `${street.id}-street`,
    columns: ['posted-lists', 'community-affairs'],
    at,
    points: [`${rows.length} 户通过初审`, '公示 7 天'],
    entries: [entry('social-assistance', '最低生活保障', '低保审核信息')],
    areas: [street.id],
    // A list of this kind comes down thirty days after its period: the older ones came without a kind, and stay to be read.
    posting: postedFor(d, at, 7, `公示期内向${street.name}提出，电话 ${phone}`, index === 0 ? 'relief' : undefined),
    body: `经入户调查、信息核对和民主评议，下列家庭通过初审，公示期满没有异议的报区民政局审批。
${tableLines(['申请人', '社区（村）', '人口', '主要困难'], rows)}
本批共受理 ${rows.length + luck.int(2, 6)} 户，没有通过的已经书面说明理由，可以申请复核。认为评得不公的，打 ${phone}，提出人的姓名我们保密。`,
  };
}

function grants(d: Dates, street: Street, index: number): Draft {
  const luck = chance(`grants-${street.id}`);
  const month = d.month(-2 - (index % 5));
  const rows = Array.from({ length: luck.int(5, 9) }, () => ({
    who: maskedName(luck),
    why: luck.pick(['急病住院', '家里失火', '交通意外', '孩子升学', '突然失业']),
    yuan: luck.int(8, 30) * 100,
  }));
  const total = rows.reduce((sum, row) => sum + row.yuan, 0);
  return {
    key: `grants-${street.id}`,
    title: `${street.name}${month.label}临时救助情况`,
    kind: 'result',
    unit: `${street.id}-street`,
    columns: ['assistance', 'community-affairs'],
    at: d.on(d.plusWorking(month.last, luck.int(3, 8)), '15:00'),
    points: [`${rows.length} 人，${grouped(total)} 元`],
    entries: [
      entry('social-assistance', '临时救助', '临时救助审核审批'),
      entry('social-assistance', '临时救助', '小额救助先行发放'),
    ].slice(0, 1 + (index % 2)),
    areas: [street.id],
    body: `${month.short}，街道审批临时救助 ${rows.length} 人，共 ${grouped(total)} 元，都已经打到本人账户。
${tableLines(['姓名', '事由', '金额（元）'], [...rows.map(row => [row.who, row.why, row.yuan]), ['合计', '', total]])}
急用钱的可以先领后补手续，三千元以内街道当天就能定。`,
  };
}
