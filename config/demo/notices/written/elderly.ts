import { chance, maskedName } from '../../lib/chance';
import { md } from '../../lib/dates';
import { tableLines } from '../../lib/text-blocks';
import { entry, postedFor, type Writer } from '../draft';

export const elderlyNotices: Writer = d => {
  const ageAt = d.at(-33, '09:00');
  const homeAt = d.at(-5, '10:00');
  const ages = chance('ages');
  const homes = chance('homes');
  return [
    {
      key: 'meal-rules',
      title: '栖河区老年人助餐服务办法',
      kind: 'regulation',
      class: 'normative',
      unit: 'civil-affairs',
      columns: ['department-documents', 'assistance'],
      at: d.at(-61, '09:30'),
      document: '栖民规',
      made: d.workday(-64),
      effective: d.day(-50),
      points: ['60 岁以上户籍老人每餐补 3 元，80 岁以上补 5 元', '送餐上门和到店一样补', '助餐点每月公开账目'],
      entries: [
        entry('elderly-care', '政策文件', '养老服务法规和规范性文件'),
        entry('elderly-care', '补贴与服务', '老年人助餐补贴标准'),
      ],
      body: `第一条 为了让老年人吃上热乎、实惠、安全的饭菜，制定本办法。
第二条 本办法所称助餐点，是指与区民政局签订协议，为老年人提供午餐、晚餐的食堂、驿站和餐馆。
第三条 年满 60 周岁的本区户籍老年人，凭身份证或者社会保障卡在任一助餐点用餐，不限街道。
第六条 在助餐点用餐或者送餐上门的，每餐补 3 元；年满 80 周岁和低保、特困老年人，每餐补 5 元。每人每天最多补两餐。
第七条 送餐范围由助餐点公布，送餐费每单不超过 2 元，80 周岁以上和行动不便的老年人免收。
第八条 补贴由助餐点在结账时直接减免，区民政局每月核对后拨付。
第十条 每个助餐点应当公布菜单、价格、食材来源和投诉电话，饭菜留样 48 小时。
第十一条 区民政局每月公开助餐人数、补贴金额、助餐点名单和每餐补额。
第十三条 虚报人次的，追回补贴；两次以上的，解除协议，两年内不得再次申请。
第十五条 本办法自 ${md(d.day(-50))} 起施行。`,
    },
    {
      key: 'meal-rules-explained',
      title: '老年人助餐补贴怎么领',
      kind: 'interpretation',
      unit: 'civil-affairs',
      columns: ['questions-answers', 'assistance'],
      at: d.at(-60, '10:15'),
      points: ['不用申请，刷身份证结账时直接减', '送餐上门也补', '每天最多补两餐'],
      related: [{ relation: 'interprets', key: 'meal-rules' }],
      entries: [entry('elderly-care', '政策文件', '养老服务政策解读')],
      body: `## 要不要申请
不用。带身份证或者社保卡到助餐点，结账时直接减。第一次去，店里会帮你登记，两分钟。
## 补多少
| 谁 | 每餐补 |
| 60 到 79 岁 | 3 元 |
| 80 岁以上 | 5 元 |
| 低保、特困老人 | 5 元 |
## 送到家里补不补
补，和到店一样。这一条是听了大家的意见改的：征求意见时有 11 条采纳，其中就有“腿脚不好的下不了楼，能不能送上门”。
## 到哪里吃
全区 31 个助餐点，名单在“助餐点目录”里，社区公示栏也贴了。
## 饭不好吃、账不对找谁
先和店里说；说不通打区民政局养老服务科 0599-555-1054。账目每月公开一次。`,
    },
    {
      key: 'meal-places',
      title: '栖河区老年人助餐点目录',
      kind: 'announcement',
      unit: 'civil-affairs',
      columns: ['service-notices', 'assistance'],
      at: d.at(-48, '16:00'),
      points: ['31 个助餐点，其中 19 个送餐', '午餐 8 元到 15 元'],
      entries: [entry('elderly-care', '补贴与服务', '老年人助餐点目录')],
      body: `下面先列出各街道的中心助餐点，其余 23 个见所在社区公示栏。
| 助餐点 | 地址 | 午餐时间 | 老人价 | 送餐 |
| 槐影长者食堂 | 柳营街道槐影东里甲6号 | 11:00–13:00 | 9 元 | 送 |
| 渡口邻里食堂 | 禾渡街道渡口路17号 | 10:40–13:00 | 8 元 | 送 |
| 望桥养老驿站 | 望桥街道桥北路60号 | 11:00–12:40 | 10 元 | 送 |
| 双井食堂 | 石埠街道双井路24号 | 11:00–13:00 | 9 元 | 不送 |
| 栗园长者食堂 | 青槐街道栗园路40号 | 10:50–13:00 | 10 元 | 送 |
| 砚前村幸福食堂 | 砚山街道砚前路8号 | 11:00–12:30 | 8 元 | 送 |
| 新圩村助餐点 | 渔浦街道新圩路5号 | 11:00–12:30 | 8 元 | 不送 |
| 花田养老驿站 | 南陌街道花田路72号 | 11:00–13:00 | 9 元 | 送 |
有变动当天更新这一页。`,
    },
    {
      key: 'meal-sites-signed',
      title: '第二批 6 个助餐点签了协议，月底前开门',
      kind: 'news',
      unit: 'civil-affairs',
      columns: ['service-notices', 'assistance'],
      at: d.at(-18, '15:20'),
      points: ['6 个社区新开，3 个送餐', '开门前厨房要过食品安全检查'],
      entries: [],
      body: `栗园、花田、双井、砚前、新圩、晒谷场 6 个社区的助餐点和区民政局签了协议。装修和厨房检查做完就开门，最晚到这个月底。
开门的日子贴在社区公示栏，也会写进“助餐点目录”。`,
    },
    {
      key: 'age-allowance-list',
      title: `高龄津贴新增人员名单（${d.month(-1).short}）`,
      kind: 'posting',
      unit: 'civil-affairs',
      columns: ['posted-lists', 'assistance'],
      at: ageAt,
      points: ['新增 42 人', '每月 100 元、300 元、500 元三档'],
      entries: [entry('elderly-care', '补贴与服务', '高龄津贴发放结果')],
      posting: postedFor(d, ageAt, 7, '向所在街道或区民政局提出，电话 0599-555-1054', 'relief'),
      body: `下列老人本月起满 80、90、100 周岁，列入高龄津贴发放范围，从生日所在月起发。
${tableLines(
  ['姓名', '社区（村）', '每月津贴'],
  Array.from({ length: 42 }, () => [
    maskedName(ages),
    ages.pick(['槐影社区', '渡口社区', '桥北社区', '双井社区', '栗园社区', '砚前村', '新圩村', '花田社区']),
    ages.pick(['100 元', '100 元', '100 元', '100 元', '300 元', '500 元']),
  ]),
)}
家里有老人到了年纪没有在名单里，请告诉社区，核实后从到龄当月补发。`,
    },
    {
      key: 'home-adaptation-list',
      title: '居家适老化改造对象名单（渡口社区）',
      kind: 'posting',
      unit: 'hedu-street',
      columns: ['posted-lists', 'community-affairs'],
      at: homeAt,
      points: ['12 户，每户补贴不超过 4,000 元'],
      entries: [entry('elderly-care', '补贴与服务', '居家适老化改造对象名单')],
      areas: ['hedu-dukou'],
      posting: postedFor(d, homeAt, 7, '公示期内向禾渡街道民生科提出', 'relief'),
      limited: {
        group: '申请改造的老人及其家庭',
        postedAt: '渡口社区公示栏',
        contact: '禾渡街道民生科 0599-555-1312',
        code: 'DK12H4J7',
      },
      body: `经过上门评估，下列 12 户列入本年度居家适老化改造。改造内容按每户评估单确定，主要是扶手、坐便、防滑和夜灯。
${tableLines(
  ['姓名', '改造内容', '补贴上限'],
  Array.from({ length: 12 }, () => [
    maskedName(homes),
    homes.pick(['扶手和坐便椅', '卫生间防滑和扶手', '床边护栏和夜灯', '门槛改坡道']),
    '4,000 元',
  ]),
)}
施工单位由区民政局统一招标确定，不需要老人垫钱。施工前会电话约时间，请确认来人的工作证。`,
    },
    {
      key: 'care-homes-graded',
      title: '养老机构等级评定结果',
      kind: 'result',
      unit: 'civil-affairs',
      columns: ['inspections', 'assistance'],
      at: d.at(-120, '15:00'),
      points: ['9 家参评，四级 2 家，三级 5 家，二级 2 家', '有效期三年'],
      entries: [entry('elderly-care', '质量评估与监督', '养老机构等级评定')],
      body: `评定由第三方机构现场打分，分环境、设施、管理、服务四项，居民代表 6 人随机抽查。
| 机构 | 床位 | 得分 | 等级 |
| 明湖养护院 | 220 | 912 | 四级 |
| 望桥福寿园 | 180 | 887 | 四级 |
| 栗园颐养中心 | 150 | 811 | 三级 |
| 石埠敬老院 | 96 | 798 | 三级 |
| 柳堤护老苑 | 120 | 776 | 三级 |
| 砚山敬老院 | 80 | 759 | 三级 |
| 花田养老院 | 110 | 742 | 三级 |
| 渔浦敬老院 | 64 | 688 | 二级 |
| 船厂托老所 | 40 | 651 | 二级 |
得分低于 700 的两家，主要扣在消防疏散和康复设备上，已经要求三个月内整改并复评。`,
    },
    {
      key: 'fake-diners-handled',
      title: '两家助餐点虚报人次的处理结果',
      kind: 'result',
      stage: 'management',
      unit: 'civil-affairs',
      columns: ['penalties', 'assistance'],
      at: d.at(-27, '11:20'),
      points: ['追回补贴 8,214 元', '一家解除协议'],
      entries: [entry('elderly-care', '质量评估与监督', '养老服务信用记录')],
      body: `核对刷卡记录时发现，石埠街道一家餐馆和南陌街道一家餐馆把员工餐记成老人餐。
- 石埠街道某餐馆：虚报 1,486 人次，追回 4,458 元，因属第二次，解除协议，两年内不得申请
- 南陌街道某餐馆：虚报 1,252 人次，追回 3,756 元，约谈负责人，公开整改情况
从下月起，刷卡时屏幕显示老人本人照片，由店员核对。发现冒用的，请打 0599-555-1054。`,
    },
  ];
};
