import type { Dates } from '../lib/dates';
import { blocks } from '../lib/text-blocks';
import type { DemoGuide, DemoUnit } from '../types';
import { annualReports } from './annual-reports';
import { units } from './units';

/** 公开指南 of every unit that takes requests (Art. 12), the rules of the house, and the annual reports. */
export const guidesFor = (d: Dates): DemoGuide[] => [
  ...units.filter(unit => unit.takesRequests).map(unit => guide(d, unit)),
  ...RULES.map(([id, title, days, summary, text]) => ({
    id: `rule-${id}`,
    kind: 'rule' as const,
    title,
    unitId: 'district-office',
    publishedOn: d.workday(days),
    year: null,
    office: null,
    summary,
    body: blocks(text),
  })),
  ...annualReports(d),
];

function guide(d: Dates, unit: DemoUnit): DemoGuide {
  const { id, name, shortName, phone, address, officeHours, kind } = unit;
  const desk = kind === 'street' ? '党政办公室' : kind === 'government' ? '政务公开科' : '办公室';
  return {
    id: `guide-${id}`,
    kind: 'guide',
    title: `${shortName}政府信息公开指南`,
    unitId: id,
    publishedOn: d.workday(-250),
    year: null,
    office: {
      classification:
        kind === 'street'
          ? '分为机构职能、政策文件、民生服务、村务居务、财政资金、执法检查六类'
          : '分为机构职能、政策文件、规划计划、行政许可和处罚、财政预决算、重点领域六类',
      arrangement: '每条信息有索引号、名称、内容概述、生成日期，按栏目和领域两种方式编排，可以按文号和关键词查',
      access: '小程序和政府网站、政府公报、公开查阅点、社区公示栏；没有公开的，可以申请公开',
      name: `${name}${desk}`,
      address,
      hours: officeHours,
      phone,
      fax: kind === 'department' ? phone.replace(/-1(\d)/, '-9$1') : null,
      contact: `open-${id}@qihe.example`,
    },
    summary: `${shortName}公开什么、在哪里看、怎么申请、不服怎么办`,
    body: blocks(`## 我们主动公开什么
除了法律、行政法规不让公开的，${shortName}在履行职责中制作和保存的政府信息，自形成或者变更之日起 20 个工作日内公开。
## 到哪里看
- 小程序“公开”一栏，按领域或者栏目找
- ${address}，${officeHours}
- 各街道便民服务大厅和社区政务公开角
## 怎么申请公开
1. 想清楚要什么：名称、文号，或者说得清楚的特征
2. 填申请表：姓名、证件、联系方式；不用写为什么要
3. 递交：小程序、信函、当面都可以；写字有困难的，工作人员代填
4. 我们和你确认收到，从第二天起 20 个工作日内答复；要延长的，最多再加 20 个工作日，并提前告诉你
## 收不收钱
不收。申请的数量、频次明显超过合理范围的，按国家规定收信息处理费，并事先告知。
## 不满意怎么办
可以向区政府办公室反映，电话 0599-555-1000；也可以依法申请行政复议或者提起行政诉讼。对不予公开决定不服的，应当先申请行政复议。`),
  };
}

const RULES: [id: string, title: string, days: number, summary: string, text: string][] = [
  [
    'review',
    '政府信息公开审查制度',
    -520,
    '谁起草谁先看，三道审查，每道都签字',
    `第一条 公开之前应当审查，审查和拟稿同时进行。
第二条 经办人看事实和错字，科室负责人看依据和隐私，单位负责人决定公开不公开。
第三条 出现身份证号、手机号、银行账号、门牌号的，先隐去再送审。
第四条 拿不准的，报区政府办公室或者保密行政管理部门确定，不能因为拿不准就放着。
第五条 审查记录保存不少于五年。`,
  ],
  [
    'interpretation',
    '政策解读工作办法',
    -505,
    '文件和解读一起写、一起审、一起发',
    `第一条 谁起草谁解读。没有解读材料的规范性文件，不予印发。
第二条 解读要回答：为什么、有什么不同、谁能办、去哪里办、多少钱、多少天。
第三条 解读和文件互相链接，同一天发布。
第四条 群众问得多的问题，每季度整理成问答，附在解读后面。`,
  ],
  [
    'consultation',
    '公众意见征集和反馈规则',
    -470,
    '草案先公开，意见条条登记，账要对得上',
    `第一条 重大行政决策公开征求意见一般不少于 30 日，规范性文件不少于 7 个工作日，征收补偿方案不少于 30 日且不得缩短。
第二条 每条意见收到就登记、给回执，撤回的也留账。
第三条 收到的条数，等于采纳、部分采纳、未采纳、不属于本次、撤回之和；对不上的，不得发布反馈。
第四条 未采纳的逐条写理由，不写“不予采纳”四个字了事。
第五条 网格员代录的，标明代录并读给本人听。`,
  ],
  [
    'requests',
    '依申请公开办理规程',
    -455,
    '登记、审核、办理、答复、归档五步',
    `第一条 小程序收到的申请，最晚下一个工作日与申请人确认，确认当天登记为收到日期。
第二条 需要补正的，7 个工作日内一次性说清。
第三条 需要问第三方的，书面征求，时间不计入答复期限，并告诉申请人。
第四条 答复写明依据条款和救济渠道，由法律顾问审核。
第五条 办结后一个月内归档。`,
  ],
  [
    'posting',
    '名单公示和个人信息保护规定',
    -390,
    '该隐的隐，到期就撤',
    `第一条 公示姓名保留姓氏和末字，两个字的只保留姓氏。
第二条 不公示身份证号、电话、银行账号、详细门牌、病情和出生日期。
第三条 公示从发布第二天起算，期满次日撤下名单，保留“公示已结束”的说明。
第四条 只对征收范围、本村等特定群体公布的，网上只放标题、张贴地点和期限，全文凭查阅码。`,
  ],
  [
    'supervision',
    '政务公开考核和社会评议办法',
    -260,
    '每月看逾期，每年请群众打分',
    `第一条 每月公布目录逾期项目和责任单位。
第二条 考核分主动公开、征集反馈、依申请公开、平台和查阅点四项。
第三条 每年随机抽 200 名居民和第三方一起评议，结果公开。
第四条 连续两个月逾期的，区政府办公室约谈；弄虚作假的，依规追究。`,
  ],
];
