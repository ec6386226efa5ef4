import { chance, maskedName } from '../../lib/chance';
import { md, ymd } from '../../lib/dates';
import { tableLines } from '../../lib/text-blocks';
import { entry, postedFor, postedForWorkingDays, type Writer } from '../draft';

export const lifeNotices: Writer = d => {
  const reliefAt = d.at(-2, '16:30');
  const relief = chance('relief');
  const rentersAt = d.at(-7, '09:00');
  return [
    {
      key: 'flu-shots',
      title: '老年人和孩子的流感疫苗，去哪里打、要不要钱',
      kind: 'announcement',
      unit: 'health',
      columns: ['service-notices', 'health'],
      at: d.at(-20, '09:00'),
      points: ['60 岁以上本区户籍老人免费', '周末也能打', '当天接种要留观 30 分钟'],
      entries: [entry('health-services', '公共卫生服务', '预防接种门诊')],
      body: `## 谁免费
本区户籍 60 岁以上老人、低保家庭的孩子，每年一针免费。其他人自费，三价 55 元，四价 128 元。
## 去哪里
| 接种门诊 | 时间 | 预约 |
| 柳营社区卫生服务中心 | 周一至周六 8:00–11:30 | 0599-555-2101 |
| 禾渡社区卫生服务中心 | 周二至周日 8:00–11:30 | 0599-555-2102 |
| 石埠社区卫生服务中心 | 周一、三、五、日 8:00–15:00 | 0599-555-2103 |
| 砚山卫生院 | 周三、周六 8:30–11:00 | 0599-555-2104 |
## 带什么
身份证，孩子带接种证。发烧、正在急性病发作的，好了再打。行动不便的老人凑够 10 人，社区可以约医生上门。`,
    },
    {
      key: 'bus-change',
      title: '12路、27路公交改线，槐影东里多一站',
      kind: 'announcement',
      unit: 'bus',
      columns: ['service-notices'],
      at: d.at(-8, '11:30'),
      points: [`${md(d.day(3))} 起执行`, '早高峰 8 分钟一班', '老站牌保留一个月'],
      entries: [entry('municipal-services', '公共交通和停车', '公交线路和时刻')],
      areas: ['liuying', 'hedu'],
      body: `营门路下穿施工，12 路、27 路从 ${md(d.day(3))} 起改走柳堤路。
- 12 路：原“营门路口”站撤销，新设“槐影东里”“柳堤公园”两站，首班 5:50，末班 22:00
- 27 路：走向不变，绕行段不停，早高峰间隔从 12 分钟缩到 8 分钟
改线前收到 43 条意见，采纳的有两条：增设槐影东里站、老站牌保留一个月并派人引导。去区医院的老人请坐 12 路到“柳堤公园”下，走 200 米。`,
    },
    {
      key: 'water-stop',
      title: '停水通知：米市街、渡口路夜间换阀',
      kind: 'announcement',
      unit: 'water',
      columns: ['service-notices'],
      at: d.at(-1, '17:10'),
      points: [`${md(d.day(1))} 22:00 到次日 5:00`, '送水车停在米市街口和渡口小学门前'],
      entries: [entry('municipal-services', '供水排水', '停水通知')],
      areas: ['hedu-mishijie', 'hedu-dukou'],
      body: `因更换老旧阀门，${md(d.day(1))} 22:00 至 ${md(d.day(2))} 5:00，米市街小区、渡口小区、渡口路 1 号至 48 号停水，请提前储水。
恢复供水后水可能发黄，放几分钟再用。太阳能热水器请先关进水阀。抢修和送水电话 0599-555-1233，全夜有人接。`,
    },
    {
      key: 'job-fair',
      title: '家门口招聘会：612 个岗位，月薪 3,200 元到 8,500 元',
      kind: 'announcement',
      unit: 'human-resources',
      columns: ['jobs-insurance'],
      at: d.at(-6, '09:20'),
      points: ['青槐街道文体广场', '38 家单位现场招', '可以当场签意向'],
      entries: [entry('employment', '就业信息服务', '招聘活动安排')],
      areas: ['qinghuai'],
      body: `时间：${ymd(d.day(5))} 上午 9:00 到 12:00。地点：青槐街道文体广场，下雨改到学府社区礼堂。
| 岗位 | 人数 | 月薪（元） | 要求 |
| 养老护理员 | 60 | 4,200–5,600 | 可免费培训 |
| 电子装配 | 180 | 4,800–6,500 | 视力正常 |
| 仓储分拣 | 95 | 5,000–7,200 | 能上夜班 |
| 幼儿园保育员 | 24 | 3,200–3,800 | 持证优先 |
| 数控车床 | 40 | 6,500–8,500 | 一年以上经验 |
| 超市收银、理货 | 73 | 3,300–4,200 | 不限 |
其余 140 个岗位见现场展板。现场有劳动监察人员坐班，遇到收押金、收服装费的，当场投诉。`,
    },
    {
      key: 'library-late',
      title: '区图书馆晚上也开了，自习座位可以预约',
      kind: 'announcement',
      unit: 'library',
      columns: ['culture-sports', 'service-notices'],
      at: d.at(-29, '10:00'),
      points: ['周二到周日开到 21:00', '座位提前一天约', '流动车每周三到上坞村'],
      entries: [entry('culture-services', '机构信息', '图书馆开放')],
      body: `从本月起，区图书馆周二至周日开放时间延长到 21:00，周一闭馆。
- 自习座位 180 个，留 40 个给不用手机的读者，当天先到先坐
- 儿童阅览室 20:00 关
- 流动图书车：周三上坞村，周四新圩村，周六货场社区
押金早就取消了，带身份证办卡，一次借 12 本，借 30 天。`,
    },
    {
      key: 'winter-relief-list',
      title: '冬春生活救助对象名单（沙洲村）',
      kind: 'posting',
      unit: 'yupu-street',
      columns: ['posted-lists', 'community-affairs'],
      at: reliefAt,
      points: ['26 户 61 人', '本村公示 7 天'],
      entries: [entry('disaster-relief', '灾后救助', '冬春救助')],
      areas: ['yupu-shazhou'],
      posting: postedFor(d, reliefAt, 7, '向渔浦街道应急办实名提出', 'relief'),
      limited: {
        group: '本村（社区）居民',
        postedAt: '沙洲村村务公开栏',
        contact: '渔浦街道应急办 0599-555-1367',
        code: 'SZ26DC7R',
      },
      body: `经本人申请、村民小组评议，下列 26 户拟列入冬春救助。
${tableLines(
  ['户主', '人数', '每人标准（元）'],
  Array.from({ length: 26 }, (_, place) => [maskedName(relief), place < 9 ? 3 : 2, relief.pick([120, 180, 260])]),
)}
家里受灾重、名单里漏了的，公示期内找村委会补报。`,
    },
    {
      key: 'boarding-aid',
      title: '家庭经济困难学生生活补助公示（秋季学期）',
      kind: 'posting',
      unit: 'education',
      columns: ['posted-lists', 'education'],
      at: rentersAt,
      points: ['只公布学校、人数和金额', '学生姓名在本校公示'],
      entries: [entry('compulsory-education', '学生资助', '家庭经济困难学生生活补助')],
      posting: postedForWorkingDays(d, rentersAt, 7, '向学校或区教育局提出，电话 0599-555-1032', 'studentAid'),
      body: `为了保护孩子的隐私，全区只公布学校和人数，名单由学校告诉家长本人。
| 学校 | 人数 | 每人每学期（元） | 合计（元） |
| 柳营小学 | 46 | 625 | 28,750 |
| 渡口小学 | 38 | 625 | 23,750 |
| 石埠中心小学 | 71 | 625 | 44,375 |
| 砚山中学（寄宿） | 83 | 750 | 62,250 |
| 渔浦学校（寄宿） | 64 | 750 | 48,000 |
| 合计 | 302 | | 207,125 |
补助打到家长社保卡。收到的钱和这里对不上，请打电话。`,
    },
    {
      key: 'garlic-check',
      title: '你点我检：腌菜、火锅底料、儿童零食的检测结果',
      kind: 'result',
      unit: 'market',
      columns: ['inspections'],
      at: d.at(-22, '15:10'),
      points: ['60 批次，58 批合格', '2 批不合格已下架'],
      entries: [entry('food-drug', '公众服务', '你点我检')],
      body: `居民投票选出三类食品，抽样 60 批次，居民代表 8 人全程看抽样。
| 类别 | 抽样 | 合格 | 不合格 |
| 散装腌菜 | 24 | 22 | 2 |
| 火锅底料 | 18 | 18 | 0 |
| 儿童零食 | 18 | 18 | 0 |
不合格的两批腌菜，一批苯甲酸超标，一批标签没有生产日期。摊主已经下架 41 公斤，立案处理。买到同一摊位腌菜的，可以退。`,
    },
    {
      key: 'typhoon-shelter',
      title: '台风来了去哪里躲：全区 46 处避难场所',
      kind: 'announcement',
      unit: 'emergency',
      columns: ['service-notices'],
      at: d.at(-140, '08:40'),
      points: ['46 处，能容 2.1 万人', '行动不便的由网格员接'],
      entries: [entry('work-safety', '事故与应急', '避难场所'), entry('disaster-relief', '灾前准备', '应急避难场所')],
      body: `每个街道至少有 4 处避难场所，下面是各街道最大的一处。
| 街道 | 场所 | 容量（人） |
| 柳营街道 | 柳营中学体育馆 | 900 |
| 禾渡街道 | 禾渡文化站 | 600 |
| 望桥街道 | 桥北小学礼堂 | 700 |
| 石埠街道 | 货场社区活动中心 | 500 |
| 青槐街道 | 区体育馆 | 2,400 |
| 砚山街道 | 砚山中学 | 800 |
| 渔浦街道 | 渔浦学校 | 650 |
| 南陌街道 | 花田小学 | 550 |
启用时社区会广播，也会挨户敲门。带证件、常用药和一天的水。不能自己走的，提前告诉网格员。`,
    },
    {
      key: 'council-seats',
      title: '想列席区政府常务会议吗？本期议题和报名办法',
      kind: 'meeting',
      unit: 'district-office',
      columns: ['meetings', 'announcements'],
      at: d.at(-5, '16:00'),
      points: ['2 个议题，每个议题请 3 名居民', '报名截止前三天通知结果'],
      body: `${md(d.day(8))} 的区政府常务会议有两个议题请居民代表列席。
1. 明年老旧小区改造计划
2. 助餐点布局调整
每个议题 3 名，报名超过的抽签。列席可以发言，每人不超过 5 分钟，发言写进会议纪要。
报名：打 0599-555-1000，说清楚姓名、住哪个社区、想听哪个议题、为什么。报名截止 ${md(d.day(3))}。`,
    },
    {
      key: 'audit-market',
      title: '农贸市场改造资金审计结果',
      kind: 'finance',
      unit: 'finance',
      columns: ['audits', 'money'],
      at: d.at(-73, '10:00'),
      points: ['审计 3 个市场，核减 46.20 万元', '2 个问题已经整改'],
      entries: [entry('budgets', '执行与管理', '专项资金管理清单')],
      body: `对米市街、双井、花田三个农贸市场的改造资金进行了审计。
| 市场 | 送审（万元） | 审定（万元） | 核减（万元） |
| 米市街 | 412.00 | 391.50 | 20.50 |
| 双井 | 286.40 | 274.10 | 12.30 |
| 花田 | 305.80 | 292.40 | 13.40 |
| 合计 | 1,004.20 | 958.00 | 46.20 |
发现的问题：双井市场有一笔 3.6 万元的变更没有签证，已由施工单位承担；花田市场质保金多退 1.1 万元，已经收回。`,
    },
  ];
};
