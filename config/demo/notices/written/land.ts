import { chance, maskedName } from '../../lib/chance';
import { dateOf, md, ymd } from '../../lib/dates';
import { tableLines } from '../../lib/text-blocks';
import { entry, postedFor, postedForWorkingDays, type Writer } from '../draft';

const LAND = 'rural-land-expropriation';
const HOUSE = 'expropriation-compensation';

export const landNotices: Writer = d => {
  const surveyAt = d.at(-104, '10:00');
  const valuationAt = d.at(-3, '09:00');
  const planAt = d.at(-66, '09:30');
  const pensionAt = d.at(-6, '15:00');
  const survey = chance('survey');
  const valuation = chance('valuation');
  const pension = chance('pension');
  return [
    {
      key: 'land-pre-notice',
      title: '征收土地预公告（上坞村卫生院扩建）',
      kind: 'land',
      unit: 'natural-resources',
      columns: ['land-expropriation'],
      at: d.at(-131, '09:00'),
      document: '栖征预告',
      points: ['拟征 1.2436 公顷', '抢栽抢建不补偿', '为了砚山卫生院扩建'],
      entries: [entry(LAND, '征前程序', '征收土地预公告')],
      areas: ['yanshan-shangwu'],
      posting: postedForWorkingDays(
        d,
        d.at(-131, '09:00'),
        10,
        '向区自然资源局征地事务科提出，电话 0599-555-1098',
        'other',
      ),
      body: `因砚山卫生院扩建需要，依照土地管理法第四十七条，拟征收上坞村集体土地，现预告如下。
一、征收范围：东至村道，南至卫生院围墙，西至水渠，北至旱地，面积 1.2436 公顷，最终以批准的勘测定界图为准。
二、征收目的：公共卫生设施，属于第四十五条第三项规定的情形。
三、土地现状调查：自 ${md(d.day(-125))} 起由砚山街道办事处和技术单位入户调查，请权利人配合。
四、自本预公告发布之日起，在征收范围内抢栽、抢建的部分，不予补偿。`,
    },
    {
      key: 'land-survey',
      title: '土地现状调查结果公示（上坞村卫生院扩建）',
      kind: 'land',
      unit: 'yanshan-street',
      columns: ['land-expropriation'],
      at: surveyAt,
      points: ['涉及 23 户', '调查结果已经由权利人签字'],
      entries: [entry(LAND, '征前程序', '土地现状调查结果')],
      areas: ['yanshan-shangwu'],
      posting: postedFor(d, surveyAt, 7, '向砚山街道办事处提出复核，电话 0599-555-1356', 'other'),
      limited: {
        group: '拟征地村集体及村民',
        postedAt: '上坞村村务公开栏、砚山街道便民服务大厅',
        contact: '砚山街道办事处 0599-555-1356',
        code: 'SW23QZ08',
      },
      body: `经入户调查、现场测量、权利人签字确认，结果如下。
${tableLines(
  ['户主', '地类', '面积（亩）', '青苗和附着物'],
  Array.from({ length: 23 }, () => [
    maskedName(survey),
    survey.pick(['旱地', '旱地', '园地', '其他农用地']),
    (survey.int(15, 140) / 100).toFixed(2),
    survey.pick(['蔬菜', '茶树', '毛竹', '柑橘', '无']),
  ]),
)}
认为面积不对的，可以申请复测，费用由区自然资源局承担。`,
    },
    {
      key: 'land-plan',
      title: '征地补偿安置方案公告（上坞村卫生院扩建）',
      kind: 'land',
      unit: 'natural-resources',
      columns: ['land-expropriation'],
      at: planAt,
      document: '栖征补告',
      points: ['公告 30 日', '每亩 6.18 万元，另加青苗和社保', '过半数人认为不合法的要开听证会'],
      entries: [entry(LAND, '征前程序', '征地补偿安置方案公告')],
      areas: ['yanshan-shangwu'],
      posting: postedFor(d, planAt, 30, '公告期内向区自然资源局书面提出，电话 0599-555-1098', 'other'),
      body: `根据土地现状调查和社会稳定风险评估结果，拟定补偿安置方案如下。
## 补偿标准
- 土地补偿和安置补助（区片地价）：6.18 万元/亩 × 18.654 亩，115.28 万元
- 青苗和地上附着物：据实，14.36 万元
- 被征地农民社会保障：1.80 万元/亩 × 18.654 亩，33.58 万元
- 合计：163.22 万元
## 安置方式
货币补偿，符合条件的纳入被征地农民养老保障；村集体按 10% 留用地折算货币。
## 意见和听证
自 ${md(dateOf(planAt))} 起 30 日内，村集体和村民可以书面提出意见。过半数村民认为方案不符合法律、法规规定的，组织听证会并公布修改情况。
## 补偿登记
请在公告期满前持权属证明到上坞村委会办理登记，不登记的以调查结果为准。`,
    },
    {
      key: 'land-decision',
      title: '征收土地公告（下坞村至竹岭村公路）',
      kind: 'land',
      unit: 'natural-resources',
      columns: ['land-expropriation', 'major-works'],
      at: d.at(-178, '09:00'),
      document: '栖征告',
      points: ['已经批准征收 3.8102 公顷', '补偿款 60 日内付清'],
      entries: [entry(LAND, '组织实施', '征收土地公告'), entry(LAND, '报批审查', '征地批准文件')],
      areas: ['yanshan-xiawu', 'yanshan-zhuling'],
      body: `征收土地已经依法批准，现公告如下。
- 用途：农村公路，全长 4.6 公里
- 面积：集体土地 3.8102 公顷，其中下坞村 2.3067 公顷，竹岭村 1.5035 公顷
- 补偿：区片综合地价每亩 6.18 万元，青苗和附着物据实
- 交付：补偿费自公告之日起 60 日内付清，付清后 30 日内交付土地
对征收决定不服的，可以自本公告发布之日起 60 日内申请行政复议，或者六个月内提起行政诉讼。`,
    },
    {
      key: 'land-pension',
      title: '被征地农民养老保障对象公示（竹岭村）',
      kind: 'posting',
      unit: 'human-resources',
      columns: ['posted-lists', 'jobs-insurance'],
      at: pensionAt,
      points: ['31 人', '个人不缴费，政府一次性补贴'],
      entries: [
        entry(LAND, '组织实施', '被征地农民社保落实'),
        entry('social-insurance', '养老保险', '被征地农民养老保障'),
      ],
      areas: ['yanshan-zhuling'],
      posting: postedFor(d, pensionAt, 7, '向砚山街道或区人社局提出，电话 0599-555-1087', 'relief'),
      body: `竹岭村村民代表会议表决、砚山街道审核，下列 31 人纳入保障，每人一次性补贴按年龄分档计入个人账户。
${tableLines(
  ['姓名', '组别', '补贴档次（元）'],
  Array.from({ length: 31 }, () => [
    maskedName(pension),
    `${pension.int(1, 6)}组`,
    pension.pick(['12,600', '15,800', '19,400']),
  ]),
)}`,
    },
    {
      key: 'house-decision',
      title: '房屋征收决定公告（纱厂片区旧城区改建）',
      kind: 'land',
      unit: 'housing',
      columns: ['house-expropriation'],
      at: d.at(-83, '09:00'),
      document: '栖政征字',
      made: d.workday(-84),
      points: ['征收 214 户', '签约期 60 日', '补偿款已经足额到位'],
      entries: [entry(HOUSE, '征收', '房屋征收决定公告')],
      areas: ['wangqiao-shachang'],
      body: `因旧城区改建需要，区人民政府决定征收纱厂片区国有土地上的房屋。
- 范围：东至桥北路，南至纱厂河，西至灯笼巷，北至纺织路，共 214 户，建筑面积 16,840 平方米
- 部门：区住建局；实施单位：区住房更新中心
- 签约期限：自 ${ymd(d.day(-80))} 起 60 日
- 补偿资金 1.62 亿元已存入专户
补偿方案征求意见 30 日，收到意见 96 条，修改 7 处，随本公告一并公布。
被征收人不服的，可以自公告之日起 60 日内申请行政复议，或者六个月内起诉。`,
    },
    {
      key: 'house-plan-changes',
      title: '纱厂片区补偿方案意见和修改情况',
      kind: 'result',
      unit: 'housing',
      columns: ['house-expropriation', 'opinion-feedback'],
      at: d.at(-88, '16:00'),
      points: ['96 条意见', '修改 7 处', '过渡费从每月 12 元提到 15 元'],
      entries: [entry(HOUSE, '征收', '补偿方案意见和修改情况')],
      areas: ['wangqiao-shachang'],
      related: [{ relation: 'related', key: 'house-decision' }],
      body: `征求意见 30 日，通过现场、电话、信函和小程序收到意见 96 条。
| 意见集中在 | 条数 | 结果 |
| 临时安置费太低 | 31 | 从每平方米每月 12 元提到 15 元 |
| 小面积户型不够 | 22 | 增加 45 平方米户型 36 套 |
| 搬迁奖励期太短 | 17 | 从 15 日延到 25 日 |
| 无证面积怎么算 | 14 | 写明认定办法和时间 |
| 停产停业损失 | 8 | 增加按纳税额计算的选项 |
| 其他 | 4 | 逐条答复 |
没有采纳的主要是要求按商品房市场价的 1.5 倍补偿，理由是评估价已经反映市场价，另加奖励没有依据。`,
    },
    {
      key: 'house-valuation',
      title: '分户初步评估结果（纱厂片区）',
      kind: 'posting',
      unit: 'housing',
      columns: ['house-expropriation'],
      at: valuationAt,
      points: ['本批 58 户', '对结果不服可以申请复核'],
      entries: [entry(HOUSE, '评估', '分户初步评估结果')],
      areas: ['wangqiao-shachang'],
      posting: postedFor(d, valuationAt, 10, '公示期内向评估机构申请解释，10 日内可以书面申请复核', 'other'),
      limited: {
        group: '征收范围内',
        postedAt: '纱厂片区征收办公室、纱厂社区公示栏',
        contact: '纱厂片区征收办公室 0599-555-1110',
        code: 'SCPG58K3',
      },
      body: `评估机构由被征收人投票选定。价值时点为征收决定公告之日。
${tableLines(
  ['权利人', '建筑面积（㎡）', '单价（元/㎡）', '用途'],
  Array.from({ length: 58 }, () => [
    maskedName(valuation),
    (valuation.int(280, 1120) / 10).toFixed(1),
    valuation.int(92, 118) * 100,
    valuation.pick(['住宅', '住宅', '住宅', '住宅', '营业']),
  ]),
)}
公示期间评估师每天 9:00 到 11:30 在征收办公室现场解释。`,
    },
  ];
};
