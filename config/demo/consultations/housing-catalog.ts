import { blocks } from '../lib/text-blocks';
import type { Dates } from '../lib/dates';
import type { DemoConsultation, DemoEdition, EntryKey } from '../types';
import { commentsOf } from './comments-of';

const key = (group: string, name: string): EntryKey => `affordable-housing/${group}/${name}`;
const ENTRIES: Record<string, EntryKey> = {
  名单: key('配给管理', '公租房租金补贴名单'),
  发放: key('配给管理', '公租房租金补贴发放结果'),
  轮候: key('配给管理', '公租房轮候名册'),
  空置: key('使用管理', '公租房空置情况'),
  物业: key('使用管理', '公租房物业服务'),
};

/** What was asked about, and the next edition that carries what was adopted; it is the one in force. */
export const housingEditions = (d: Dates): DemoEdition[] => [
  {
    key: 'housing-draft',
    title: '保障性住房公开目录修订草案',
    number: null,
    state: 'consulted',
    inForce: false,
    base: 'first',
    domainIds: ['affordable-housing'],
    createdAt: d.at(-170, '10:00'),
    frozenAt: null,
    edits: [
      {
        entry: ENTRIES.轮候 as string,
        field: 'content',
        text: '轮候编号、申请日期、家庭人口、轮候类别、预计轮候时间（姓名隐去部分）',
        commentKeys: [],
      },
      {
        entry: ENTRIES.物业 as string,
        field: 'content',
        text: '物业单位、服务标准、收费标准、考核结果、维修响应时间',
        commentKeys: [],
      },
    ],
    added: [],
    removed: [],
  },
  {
    key: 'housing-next',
    title: '保障性住房公开目录（修订）',
    number: `栖政公开〔${d.workday(-108).slice(0, 4)}〕3号`,
    state: 'frozen',
    inForce: true,
    base: 'housing-draft',
    domainIds: ['affordable-housing'],
    createdAt: d.at(-112, '14:00'),
    frozenAt: d.at(-108, '17:00'),
    edits: [
      {
        entry: ENTRIES.空置 as string,
        field: 'content',
        text: '小区、总套数、空置套数、空置三个月以上套数、空置原因、处置计划',
        commentKeys: ['housing-catalog-2'],
      },
      {
        entry: ENTRIES.名单 as string,
        field: 'channels',
        text: 'website,bulletin_board,new_media,convenience_station',
        commentKeys: ['housing-catalog-4'],
      },
      { entry: ENTRIES.物业 as string, field: 'office', text: '资产管理科', commentKeys: ['housing-catalog-7'] },
    ],
    added: [],
    removed: [],
  },
];

/** Answered, on entries: three adopted changes stand in the next edition. */
export function housingCatalog(d: Dates): DemoConsultation {
  const opensOn = d.workday(-160);
  const closesOn = d.plus(opensOn, 15);
  return {
    key: 'housing-catalog',
    question: '公租房的账，你最想看到哪几项？',
    title: '保障性住房公开目录修订草案',
    unitId: 'housing-security-center',
    kind: 'standardCatalog',
    state: 'answered',
    opensOn,
    closesOn,
    outcomeDueOn: d.plus(closesOn, 40),
    display: 'after_check',
    contact: '区住房保障中心，船厂路40号2楼，0599-555-1211',
    areaIds: ['qihe'],
    domainIds: ['affordable-housing'],
    background: blocks(`保障性住房目录有 41 项，这次打算把轮候名册和物业服务两项写得更细。
目录是我们自己给自己定的账本，您说少了什么，我们就补什么。`),
    draft: { kind: 'entries', editionKey: 'housing-draft' },
    outcome: {
      publishedAt: d.at(-107, '09:30'),
      nextEditionKey: 'housing-next',
      summary: blocks(`收到意见 14 条，采纳 4 条，部分采纳 2 条，没有采纳 6 条，不属于本次 1 条，撤回 1 条。
采纳的已经写进修订后的目录：空置三个月以上的单独列出，补贴名单同时贴到便民服务站，物业服务写明由资产管理科公开。`),
    },
    comments: commentsOf(d, { consultation: 'housing-catalog', opensOn, closesOn, entries: ENTRIES, text: TEXT }),
  };
}

const TEXT = `
轮候.content @排了四年队的人 [赞8] 写上还要等多久，哪怕是估的 >> 采纳 草案已经写了“预计轮候时间”，保留
空置.content @住隔壁小区的人 [赞6] 空置三个月以上的单独列，别和刚腾出来的混在一起 => 小区、总套数、空置套数、空置三个月以上套数、空置原因、处置计划 >> 采纳 已经单独列出
空置.timeLimits =陶国祥 每月公布一次空置 => 每月结束后10个工作日内 >> 部分 先按季度公布，空置三个月以上的房源每月更新在招租页面
名单.channels @不上网的人 [电话] 贴到便民服务站，我们买菜顺路能看 >> 采纳 已经加上便民服务站
名单.content @被邻居问过的人 小区名就别写了，一看就知道是谁 >> 未采纳 不写小区没法监督，姓名已经隐去部分，公示期满就撤
发放.timeLimits @算账的人 发放结果按月公布 => 每月结束后15个工作日内 >> 未采纳 补贴按季度核对，按月公布的数会反复更正
物业.office @承租户代表 到底找哪个科？写清楚 => 资产管理科 >> 采纳 已经写明由资产管理科公开和答复
物业.content @五楼的人 加上维修多久到 >> 部分 草案加了“维修响应时间”，具体到几小时写在物业合同里
轮候.audience @好奇的人 轮候名册应该全社会都能看 >> 未采纳 名册含有家庭情况，只对轮候家庭公开，轮候人数对全社会公开
+名单 @单身青年 少一项：青年公寓的名额 >> 未采纳 目录里已经有“青年人才公寓申请”一项
w @急着租房 今年还有没有第四批 >> 转出 不属于本次，已由窗口电话答复本人
空置 @热心人 把每一套的门牌都公布 >> 未采纳 公布空房门牌有安全隐患，公布到小区和楼栋
发放.content @住户 公布发给了谁 >> 未采纳 名单已经在“租金补贴名单”一项公示，发放结果只公布户数和金额
物业 @手滑 [撤回] 点错了
`;
