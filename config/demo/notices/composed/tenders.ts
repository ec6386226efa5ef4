import { chance, wan } from '../../lib/chance';
import { hourText, md, type Dates } from '../../lib/dates';
import { entry, postedForWorkingDays, type Draft, type Writer } from '../draft';

type Trade = 'build' | 'design' | 'goods' | 'service';
const PROJECTS: [name: string, unit: string, scope: string, yuan: number, area: string, trade: Trade][] = [
  [
    '望桥农贸市场改造工程设计',
    'wangqiao-street',
    '建筑面积 3,280 平方米，含摊位布局、排水、冷库',
    862_000,
    'wangqiao',
    'design',
  ],
  [
    '柳营街道长者食堂厨房设备采购',
    'liuying-street',
    '灶具、蒸箱、留样柜、油烟净化器，共 41 件',
    386_500,
    'liuying',
    'goods',
  ],
  ['砚山卫生院扩建工程施工', 'health', '门诊楼 4 层 5,120 平方米，发热诊室独立设置', 21_460_000, 'yanshan', 'build'],
  [
    '双井北里等 4 个小区防水和外墙维修',
    'housing-renewal-center',
    '屋面 11,400 平方米，外墙 6 栋',
    7_935_000,
    'shibu',
    'build',
  ],
  ['区图书馆流动图书车采购', 'library', '新能源厢式车 1 辆，含书架、坡道', 412_000, 'qihe', 'goods'],
  ['渔浦水厂深度处理设备', 'water', '活性炭滤池和臭氧设备，日处理 5 万吨', 13_280_000, 'yupu', 'build'],
  ['中小学食堂食材集中配送', 'education', '34 所学校，一年，按下浮率报价', 38_600_000, 'qihe', 'service'],
  ['营门路下穿工程监理', 'housing', '隧道 640 米，工期 22 个月', 2_148_000, 'liuying', 'design'],
  [
    '公租房船厂苑物业服务',
    'housing-security-center',
    '住宅 620 套、地库 310 个车位，服务两年',
    2_064_000,
    'hedu',
    'service',
  ],
  ['村级污水处理设施运维', 'ecology', '11 个村 23 座设施，三年', 3_372_000, 'yanshan', 'service'],
  ['老年人能力评估服务', 'civil-affairs', '每年约 2,600 人次，上门评估', 728_000, 'qihe', 'service'],
  ['公交站亭无障碍改造', 'bus', '68 座站亭，加装坡道、语音报站', 1_938_000, 'qihe', 'build'],
];
const BIDDERS: Record<Trade, string[]> = {
  build: ['栖河安居建设有限公司', '禾木建筑工程有限公司', '青槐机电安装有限公司', '埠北市政工程有限公司'],
  design: ['望河设计研究院有限公司', '埠东监理咨询有限公司', '明湖建筑设计有限公司', '禾木工程监理有限公司'],
  goods: ['柳堤餐厨设备有限公司', '桥北客车有限公司', '砚溪办公设备有限公司', '广惠机电设备有限公司'],
  service: ['明湖物业服务有限公司', '砚溪环境科技有限公司', '新禾供应链有限公司', '纺织路养老服务中心'],
};

export const tenderNotices: Writer = d =>
  PROJECTS.flatMap((project, index) => [invitation(d, project, index), ...award(d, project, index)]);

const opensAt = (index: number): number => -30 - index * 52;

function invitation(d: Dates, [name, unit, scope, yuan, area]: (typeof PROJECTS)[number], index: number): Draft {
  const luck = chance(`tender-${index}`);
  const published = opensAt(index) - 24;
  const opening = d.workday(opensAt(index));
  const time = luck.pick(['09:00', '09:30', '14:30']);
  return {
    key: `tender-${index}`,
    title: `${name}招标公告`,
    kind: 'tender',
    unit,
    columns: ['tenders', 'projects'],
    at: d.at(published, luck.pick(['08:50', '10:10', '15:00'])),
    points: [`最高限价 ${wan(yuan)} 万元`, `${md(opening)}${hourText(time)}开标`],
    entries: [
      entry('public-resources', '工程建设项目', '招标公告'),
      entry('major-projects', '招标投标信息', '招标公告'),
    ].slice(0, yuan > 2_000_000 ? 2 : 1),
    areas: [area],
    body: `## 招标内容
${name}：${scope}。资金已经落实，最高限价 ${wan(yuan)} 万元，超过的不予评审。
## 谁可以投
- 有相应资质和有效的安全生产许可（货物、服务类不要求）
- 近三年没有列入严重失信名单
- ${luck.pick(['接受联合体，不超过两家', '不接受联合体投标'])}
## 时间
1. 网上领取文件：自公告之日起 5 个工作日
2. 提问截止：开标 10 日前，答疑公开给所有人
3. 开标：${md(opening)} ${hourText(time)}，区公共资源交易大厅 ${luck.int(1, 4)} 号室，可以旁听
评标用${luck.pick(['综合评估法，价格占 40 分', '经评审的最低价法', '综合评分法，价格占 30 分'])}。投诉受理：区发改局 0599-555-1021。`,
  };
}

function award(d: Dates, [name, unit, , yuan, area, trade]: (typeof PROJECTS)[number], index: number): Draft[] {
  const luck = chance(`award-${index}`);
  const at = d.at(opensAt(index) + 3, '16:20');
  const names = luck.some(BIDDERS[trade], 3);
  const prices = [0.93, 0.947, 0.962].map(share => Math.round((yuan * (share + luck.int(-9, 6) / 1000)) / 100) * 100);
  return [
    {
      key: `award-${index}`,
      title: `${name}中标候选人公示`,
      kind: 'tender',
      stage: 'result',
      unit,
      columns: ['awards', 'projects'],
      at,
      points: [`第一候选人 ${names[0]}，${wan(prices[0] as number)} 万元`],
      entries: [entry('public-resources', '工程建设项目', '中标候选人')],
      areas: [area],
      related: [{ relation: 'related', key: `tender-${index}` }],
      posting: postedForWorkingDays(d, at, 3, '投标人和其他利害关系人书面提出，3 日内答复', 'tender'),
      body: `共 ${luck.int(4, 9)} 家投标，评标委员会 5 人，从专家库随机抽取。
1. ${names[0]}：报价 ${wan(prices[0] as number)} 万元，得分 ${luck.int(90, 95)}.${luck.int(10, 99)}
2. ${names[1]}：报价 ${wan(prices[1] as number)} 万元，得分 ${luck.int(85, 89)}.${luck.int(10, 99)}
3. ${names[2]}：报价 ${wan(prices[2] as number)} 万元，得分 ${luck.int(79, 84)}.${luck.int(10, 99)}
${luck.pick(['被否决的投标 1 家，原因是保证金账户与投标人不一致。', '没有被否决的投标。', '被否决的投标 2 家，原因是报价超过限价。'])}公示期满没有异议或者异议不成立的，第一候选人中标，30 日内签合同。`,
    },
  ];
}
