import { chance, grouped } from '../../lib/chance';
import type { Dates } from '../../lib/dates';
import { entry, type Draft, type Writer } from '../draft';

interface Yearly {
  key: string;
  unit: string;
  column: string;
  /** Month and day by which it is due; published some days before. */
  by: string;
  entries: string[];
  title: (year: number) => string;
  body: (year: number, n: (low: number, high: number) => number) => string;
}

const YEARLY: Yearly[] = [
  {
    key: 'housing-plan',
    unit: 'housing-security-center',
    column: 'housing-security',
    by: '03-20',
    entries: [
      entry('affordable-housing', '重大决策', '住房保障年度计划'),
      entry('affordable-housing', '资金与监督', '棚户区改造计划'),
      entry('affordable-housing', '资金与监督', '老旧小区改造计划'),
    ],
    title: year => `${year}年住房保障和老旧小区改造计划`,
    body: (
      year,
      n,
    ) => `${year}年安排筹集保障性住房 ${n(380, 520)} 套，发放租金补贴 ${n(980, 1100)} 户，棚户区改造 ${n(180, 260)} 户。
老旧小区改造 ${n(11, 18)} 个，涉及 ${n(64, 98)} 栋楼，每个小区改什么由居民投票定，水、电、防水三项必须改。
资金 ${n(7800, 11600)} 万元，其中上级补助占 ${n(52, 66)}%。完成情况每季度公开。`,
  },
  {
    key: 'elderly-year',
    unit: 'civil-affairs',
    column: 'assistance',
    by: '01-22',
    entries: [
      entry('elderly-care', '补贴与服务', '老年人意外伤害保险补贴'),
      entry('elderly-care', '质量评估与监督', '养老服务质量满意度调查'),
      entry('elderly-care', '质量评估与监督', '养老服务资金使用情况'),
    ],
    title: year => `${year - 1}年养老服务资金、满意度和保险补贴情况`,
    body: (
      year,
      n,
    ) => `${year - 1}年养老服务支出 ${n(2300, 2900)} 万元，助餐占 ${n(18, 24)}%，机构补助占 ${n(27, 33)}%，上门服务占 ${n(12, 19)}%。
第三方电话和入户调查 ${n(1100, 1400)} 名老人，总满意度 ${n(86, 93)} 分，最不满意的是送餐凉和文化活动少。
意外伤害保险 ${n(8200, 9600)} 人参保，每人补 15 元，理赔 ${n(96, 164)} 件。`,
  },
  {
    key: 'housing-funds',
    unit: 'housing-security-center',
    column: 'housing-security',
    by: '01-25',
    entries: [entry('affordable-housing', '资金与监督', '保障性安居工程资金')],
    title: year => `${year - 1}年保障性安居工程资金使用情况`,
    body: (year, n) => `${year - 1}年到位资金 ${n(8600, 11900)} 万元，支出 ${n(7600, 8500)} 万元。
- 租金补贴 ${n(410, 480)} 万元
- 老旧小区改造 ${n(3900, 5200)} 万元
- 公租房维修 ${n(190, 320)} 万元
结余结转下一年使用，没有挪作他用。监督电话 0599-555-1211。`,
  },
  {
    key: 'projects-list',
    unit: 'development-reform',
    column: 'major-works',
    by: '03-12',
    entries: [entry('major-projects', '施工和竣工', '年度重大项目清单')],
    title: year => `${year}年重大项目清单`,
    body: (year, n) => `${year}年安排重大项目 28 个，总投资 ${n(96, 138)} 亿元，年度投资 ${n(31, 46)} 亿元。
1. 营门路下穿工程，年度投资 ${grouped(n(9_200, 14_600))} 万元，责任单位区住建局
2. 望桥农贸市场改造，年度投资 ${grouped(n(1_200, 1_900))} 万元，责任单位望桥街道
3. 砚山卫生院扩建，年度投资 ${grouped(n(1_500, 2_600))} 万元，责任单位区卫健局
4. 渔浦水厂提标，年度投资 ${grouped(n(2_200, 3_800))} 万元，责任单位供水公司
其余项目见附表存档，每季度公开进度。`,
  },
  {
    key: 'safety-plan',
    unit: 'emergency',
    column: 'inspections',
    by: '03-18',
    entries: [entry('work-safety', '监督检查', '年度监督检查计划')],
    title: year => `${year}年安全生产监督检查计划`,
    body: (_, n) => `执法人员 ${n(24, 31)} 人，全年法定工作日扣除培训、值班后，监督检查 ${n(1500, 2100)} 个工作日。
重点检查危险化学品、烟花爆竹、工贸企业 ${n(210, 280)} 家，每家至少一次；一般检查按 20% 随机抽取。
“九小场所”由街道检查，每季度一遍。不打招呼，不扰民。`,
  },
  {
    key: 'food-plan',
    unit: 'market',
    column: 'inspections',
    by: '03-08',
    entries: [entry('food-drug', '政策文件', '年度监督检查计划')],
    title: year => `${year}年食品药品监督检查和抽检计划`,
    body: (
      _year,
      n,
    ) => `全年抽检食品 ${n(2600, 3300)} 批次，平均每千人 4 批次以上。学校食堂、养老机构食堂每学期（半年）检查一次，覆盖率 100%。
药店检查 ${n(120, 150)} 家，化妆品 ${n(60, 90)} 家，网络餐饮店按风险抽 ${n(200, 320)} 家。
居民投票选品种的“你点我检”每月一次。`,
  },
  {
    key: 'enforcement-year',
    unit: 'urban-management',
    column: 'penalties',
    by: '01-26',
    entries: [
      entry('urban-enforcement', '执法公示', '行政检查计划'),
      entry('urban-enforcement', '执法公示', '执法数据年报'),
    ],
    title: year => `${year - 1}年城管执法数据和${year}年检查计划`,
    body: (
      year,
      n,
    ) => `${year - 1}年行政处罚 ${n(1180, 1560)} 件，罚没 ${n(96, 154)} 万元，行政强制 ${n(9, 22)} 件，行政检查 ${n(6200, 8100)} 次，复议 ${n(3, 7)} 件，被纠正 ${n(0, 1)} 件。
${year}年计划检查建筑工地 ${n(60, 90)} 个、餐饮油烟 ${n(300, 420)} 家、户外招牌 ${n(180, 260)} 块，能联合的联合，一次查完。`,
  },
  {
    key: 'schools-year',
    unit: 'education',
    column: 'education',
    by: '09-24',
    entries: [
      entry('compulsory-education', '学校信息', '义务教育学校名录'),
      entry('compulsory-education', '学校信息', '教师队伍情况'),
    ],
    title: year => `${year}年义务教育学校名录和教师队伍情况`,
    body: (
      _year,
      n,
    ) => `本学年全区小学 21 所、初中 9 所、九年一贯制 4 所，在校生 ${grouped(n(31_200, 33_800))} 人，班级 ${n(760, 810)} 个，起始年级没有超过 45 人的班。
专任教师 ${n(2060, 2190)} 人，本科以上 ${n(93, 97)}%，本学年交流轮岗 ${n(140, 190)} 人，其中到砚山、渔浦任教 ${n(52, 78)} 人。
各校地址和电话见查阅点名册。`,
  },
  {
    key: 'places-warning',
    unit: 'education',
    column: 'education',
    by: '04-18',
    entries: [
      entry('compulsory-education', '招生入学', '学位预警'),
      entry('compulsory-education', '教育管理', '教育经费使用'),
    ],
    title: year => `${year}年学位预警和上年教育经费使用情况`,
    body: (
      year,
      n,
    ) => `预计学府小学、渡口小学今年学位紧张，分别缺 ${n(60, 110)} 个和 ${n(20, 50)} 个；明湖小学、船厂小学有余。准备买房、租房的家庭请提前打听。
${year - 1}年教育支出 ${n(5, 6)}.${n(10, 99)} 亿元，生均公用经费小学 ${n(760, 820)} 元、初中 ${n(980, 1050)} 元，校舍维修 ${n(1900, 2700)} 万元。`,
  },
];

/** The last two years of each; the newest is the last whose day has passed. */
export const yearlyNotices: Writer = d => YEARLY.flatMap(item => [0, 1].flatMap(back => yearly(d, item, back)));

function yearly(d: Dates, item: Yearly, back: number): Draft[] {
  const thisYear = Number(d.today.slice(0, 4));
  const year = (`${thisYear}-${item.by}` < d.today ? thisYear : thisYear - 1) - back;
  const date = `${year}-${item.by}`;
  if (date < d.day(-725)) return [];
  const { int } = chance(`${item.key}-${back}`);
  const body = item.body(year, int);
  const first = body.split('。')[0] as string;
  return [
    {
      key: `${item.key}-${year}`,
      title: item.title(year),
      kind: 'announcement',
      stage: 'management',
      unit: item.unit,
      columns: [item.column],
      at: d.on(d.isWorkingDay(date) ? date : d.plusWorking(date, 1), '10:00'),
      points: [first],
      entries: item.entries,
      body,
    },
  ];
}
