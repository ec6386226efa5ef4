import { maskName } from './mask';
import { isPersonName } from './names';
import type { ScanFind } from './scan-find';

const SCHOOL =
  /([\p{Script=Han}\d]{2})(?:小学|幼儿园|托儿所|中学|初中|高中|[附一二三四五六七八九十]中|附小|实验学校|外国语学校|九年制学校|职高|职业高中|特殊教育学校|学校)/gu;
/** 中小学, 各中学, 全区小学: no school of anybody. */
const NO_SCHOOL = /(?:[中各所的]|全区|全市|全省)$/u;
const CLASS =
  /(?:(?:[一二三四五六七八九]|[1-9]|高[一二三]|初[一二三]) ?(?:年级)? ?(?:[（(] ?\d{1,2} ?[）)] ?班|\d{1,2} ?班|[一二三四五六七八九十]班|年级)|[小中大][一二三四五六\d]班)/u;
/** Whether the text names a school for those under eighteen, or a class of one. */
export const isSchool = (text: string): boolean =>
  CLASS.test(text) || [...text.matchAll(SCHOOL)].some(([, before = '']) => !NO_SCHOOL.test(before));

const NAME = '(\\p{Script=Han}{2,4}?)';
/** What may stand behind a name and belongs to it no more. */
const NAME_ENDS =
  '(?=$|[\\s，。、；：！？,;:!?（()）》〉”"\\/|]|同学|小朋友|等|的|在|荣获|获得|获|被|于|系|为|是|因|和|与|及|男|女|就读|说|参加|家庭|家长|父|母|已|将|今年|现)';
/** Words that a child's name follows; the first with a colon of its own, where what follows is a name in any case. */
const LABEL = '(?:学生姓名|幼儿姓名|儿童姓名|孩子姓名|姓名|学生|幼儿|儿童|孩子|获奖者|受助人|受助学生)';
const CUE =
  '(?:学生|同学|小朋友|幼儿|儿童|少年|儿子|女儿|孩子|之子|之女|其子|其女|长子|次子|长女|次女|孙子|孙女|队员|选手|班|年级|小学|中学|初中|高中|幼儿园|学校)';
const PATTERNS = [
  new RegExp(`${LABEL}[:： ] ?${NAME}${NAME_ENDS}`, 'gu'),
  new RegExp(`${CUE}(?:的|为|是|名叫|叫)?[ 　（(“"]?${NAME}${NAME_ENDS}`, 'gu'),
  new RegExp(`(?:^|[\\s，。、；：,;:（(“"和与及])${NAME}(?=同学|小朋友)`, 'gu'),
  new RegExp(
    `(?:^|[\\s，。、；：,;:（(“"和与及])${NAME}(?=[（(，, ](?:男|女|\\d{1,2} ?岁|系|就读|现就读|[^，。；]{0,12}(?:小学|中学|幼儿园|班)))`,
    'gu',
  ),
];
/** A list of names behind a class or a school: 三年级2班：甲、乙、丙. */
const LIST = new RegExp(
  `(?:班|年级|学生|名单|小学|中学|幼儿园|学校|同学|孩子)[:：]((?: ?\\p{Script=Han}{2,4} ?[、，, ])+ ?\\p{Script=Han}{2,4}(?=等|[\\s，。；]|$))`,
  'gu',
);
const ADULT =
  /(?:老师|教师|校长|园长|主任|书记|班主任|辅导员|教练|保安|校医|家长|监护人|联系人|负责人|局长|法定代表人)[:： 是为]{0,2}$/u;
const ADULT_AFTER = /^(?:老师|教师|校长|园长|主任|书记|同志|教练|局长|女士|先生|教授)/u;
/** Words that begin like a surname. */
const NO_NAME = new RegExp(
  `^(?:${[
    '安全 安排 安置 应当 应该 应急 应按 成绩 成长 成员 成立 成都 高中 高考 高年 高温 高校 方面 方案 方可 方式 时间 时段 时期 常见 常态 常规 全部 全体 全面 全程 全区 全市 全省 全国 全日 全员',
    '包括 包含 管理 管护 项目 相关 相应 关爱 关于 关心 关注 单位 单独 计划 平安 平均 平时 平台 国家 国防 国庆 来自 来信 来源 文明 文化 文具 文艺 文件 明确 明年 路段 路口 路线 路上 金额 金秋',
    '游泳 游戏 游学 温馨 康复 余名 查验 查询 初中 初步 初审 门口 门票 支持 支付 信息 信用 公示 公告 公共 公开 公布 公平 公益 公寓 居住 居民 利用 利益 通过 左右 权益 强化 宣传 宣讲 容量',
    '解决 解释 阳光 阳台 席位 师生 师德 师资 任课 任教 程序 江苏 江西 党员 党建 党支 连续 连片 商业 商品 农村 农民 农业 石材 梅雨 边远 官方 官网 乐器 乐园 班级 班会 班车 班主 班长 班级 海外',
    '区域 区级 区教 区内 区属 智慧 伙食 许可 车辆 车费 毕业 易地 纪律 纪检 范围 祝贺 贺信 武术 花费 花园 夏令 夏季 秋季 冬季 章程 古诗 古筝 古典 盛会 尚未 尚有 申请 申报 申领 申诉',
    '封闭 谈话 储备 强基 植树 植物 和谐 和睦 伏案 印发 印制 元旦 元宵 战略 平行 白天 曲目 童话 童年 万元 万名 万人 相信 相对 祖国 井盖 玉米 银行 后勤 黄色 周末 周边 周一 周五',
  ]
    .join(' ')
    .split(' ')
    .join('|')}|[于向和由与][^，]{1,2}$)`,
  'u',
);
/** A list without a full stop is read piece by piece. */
const SENTENCE = /[^。；;\n\r!?！？]{1,300}/g;

/**
 * Finds names of minors that stand in one sentence with their school or class. Grown-ups (teachers, parents who give notice) and masked
 * names are left alone. The find covers the name.
 */
export function findMinors(text: string): ScanFind[] {
  const finds: ScanFind[] = [];
  for (const { 0: sentence, index } of text.matchAll(SENTENCE))
    if (/[学班园校年]/.test(sentence) && isSchool(sentence))
      for (const start of namePlaces(sentence)) finds.push(findOf(sentence.slice(...start), index + start[0]));
  return finds;
}

/** A minor's name as a find at this place. */
export const findOf = (name: string, start: number): ScanFind => ({
  kind: 'minor',
  start,
  end: start + name.length,
  text: name,
  masked: maskName(name, 'person'),
});

type Span = [start: number, end: number];

function namePlaces(sentence: string): Span[] {
  const spans = new Map<number, Span>();
  const add = (name: string, start: number): void => {
    const isAdult = ADULT.test(sentence.slice(0, start)) || ADULT_AFTER.test(sentence.slice(start + name.length));
    if (isAdult || !isPersonName(name) || NO_NAME.test(name) || isSchool(name)) return;
    if (![...spans.values()].some(([from, to]) => start < to && from < start + name.length))
      spans.set(start, [start, start + name.length]);
  };
  for (const pattern of PATTERNS)
    for (const match of sentence.matchAll(pattern)) {
      const name = match[1]!;
      add(name, match.index + match[0].lastIndexOf(name));
    }
  for (const match of sentence.matchAll(LIST)) {
    const start = match.index + match[0].length - match[1]!.length;
    for (const { 0: name, index } of match[1]!.matchAll(/\p{Script=Han}{2,4}/gu)) add(name, start + index);
  }
  return [...spans.values()].sort((a, b) => a[0] - b[0]);
}
