import { chance, grouped, maskedName } from '../../lib/chance';
import { dateOf, md, ymd } from '../../lib/dates';
import { tableLines } from '../../lib/text-blocks';
import { entry, postedFor, type Writer } from '../draft';

const COMPOUNDS = ['槐影东里', '槐影西里', '晒谷场2区', '柳堤新村', '米市街小区', '纱厂宿舍', '双井北里', '铁道西小区'];
const OBJECTION = '公示期内向区住房保障中心或所在街道实名提出，电话 0599-555-1211；10个工作日内核查并答复';

/** Rows of a list of households that get 租金补贴; the sum is what the text says. */
function subsidyRows(name: string, count: number): { rows: (string | number)[][]; total: number } {
  const luck = chance(name);
  const amounts = Array.from({ length: count }, () => luck.pick([280, 360, 420, 480]));
  const rows = amounts.map((amount, place) => [
    place + 1,
    maskedName(luck),
    COMPOUNDS[Math.floor((place * COMPOUNDS.length) / count)] as string,
    luck.int(1, 4),
    `${amount} 元`,
  ]);
  return { rows, total: amounts.reduce((sum, amount) => sum + amount, 0) };
}
const HEAD = ['序号', '姓名', '小区', '家庭人口', '每月补'];

export const housingNotices: Writer = d => {
  const running = d.at(-3, '08:30');
  const third = subsidyRows('third', 86);
  const second = subsidyRows('second', 64);
  const secondAt = d.at(-96, '09:00');
  const lotteryAt = d.at(-3, '16:00');
  const lottery = chance('lottery');
  const elevatorAt = d.at(-4, '10:20');
  return [
    {
      key: 'rent-subsidy-third',
      title: '公租房租金补贴名单（第三批）',
      kind: 'posting',
      unit: 'housing-security-center',
      columns: ['posted-lists', 'housing-security'],
      at: running,
      points: [
        `86 户符合租金补贴条件，每月共 ${grouped(third.total)} 元`,
        '觉得哪一户不该有，或者漏了谁，公示期内说',
        '名字打了码，公示结束名单收起',
      ],
      entries: [entry('affordable-housing', '配给管理', '公租房租金补贴名单')],
      areas: ['liuying', 'hedu', 'wangqiao', 'shibu'],
      posting: postedFor(d, running, 7, OBJECTION, 'housingSubsidy'),
      body: `经过街道初审、区住房保障中心复审和公示前核对，下面 86 户符合租金补贴条件，从公示结束后的下个月起按月发放，钱打到申请人自己的社会保障卡上。
本批共收到申请 103 户，其中 11 户家庭收入超过标准，4 户名下另有住房，2 户自己撤回，不在名单里。没有列入的家庭已由所在街道逐户书面告知理由。
|= 租金补贴对象（第三批，共 86 户）
${tableLines(HEAD, third.rows)}
## 补多少
补贴按家庭人口和收入分四档，每月 280 元、360 元、420 元、480 元，依据是《栖河区公租房租金补贴实施办法》第九条。
## 有异议怎么提
- 向区住房保障中心租赁补贴科提出，禾渡街道船厂路40号2楼，电话 0599-555-1211
- 也可以向户口所在街道的便民服务大厅提出
- 实名提出的，10 个工作日内核查并把结果告诉本人`,
    },
    {
      key: 'rent-subsidy-second',
      title: '公租房租金补贴名单（第二批）',
      kind: 'posting',
      unit: 'housing-security-center',
      columns: ['posted-lists', 'housing-security'],
      at: secondAt,
      points: ['64 户符合条件', '公示已经结束，没有收到异议'],
      entries: [entry('affordable-housing', '配给管理', '公租房租金补贴名单')],
      areas: ['qinghuai', 'nanmo', 'shibu'],
      posting: postedFor(d, secondAt, 7, OBJECTION),
      body: `本批收到申请 77 户，经初审、复审，64 户符合条件。公示期内未收到异议，已从次月起发放，首月共发放 ${grouped(second.total)} 元。
|= 租金补贴对象（第二批，共 64 户）
${tableLines(HEAD, second.rows)}
没有列入的 13 户中，9 户收入超过标准，3 户材料不全且在期限内没有补齐，1 户已经享受实物配租。`,
    },
    {
      key: 'rent-subsidy-rules',
      title: '栖河区公租房租金补贴实施办法',
      kind: 'regulation',
      class: 'normative',
      unit: 'district-office',
      columns: ['office-documents', 'housing-security'],
      at: d.at(-330, '10:00'),
      document: '栖政办发',
      made: d.workday(-333),
      effective: d.day(-300),
      points: ['收入低于标准、人均住房不到 15 平方米的家庭可以申请', '每月补 280 元到 480 元', '每年复审一次'],
      entries: [entry('affordable-housing', '法规政策', '地方政策文件')],
      body: `## 第一章 总则
第一条 为了帮助住房困难的家庭租到合适的房子，规范租金补贴的申请、审核和发放，结合本区实际，制定本办法。
第二条 本办法适用于户籍在本区，或者在本区连续缴纳社会保险满三年的家庭。
第三条 区住房保障中心负责审核和发放，各街道办事处负责受理和初审，区财政局负责安排资金。
## 第二章 条件和标准
第四条 申请家庭应当同时符合：人均月收入低于公布的标准；人均住房建筑面积不到 15 平方米；名下没有商铺和两辆以上的机动车。
第九条 补贴分四档：一人户每月 280 元，二人户 360 元，三人户 420 元，四人以上 480 元。
## 第三章 程序
第十条 向户口所在或者居住地街道便民服务大厅申请，街道 15 个工作日内初审，区住房保障中心 10 个工作日内复审。
第十二条 复审通过的名单在政府网站、社区公示栏公示，不少于 7 天；实名异议 10 个工作日内核查。
第十五条 每年复审一次，不再符合条件的，从次月起停发。
## 第四章 附则
第二十条 本办法自 ${ymd(d.day(-300))} 起施行，有效期五年。`,
    },
    {
      key: 'rent-subsidy-rules-explained',
      title: '租金补贴谁能领、领多少、多久到账',
      kind: 'interpretation',
      unit: 'housing-security-center',
      columns: ['questions-answers', 'housing-security'],
      at: d.at(-330, '15:30'),
      points: ['四档标准，按家庭人口算', '从申请到名单公示大约 35 个工作日', '租谁的房子都可以，不限公租房小区'],
      related: [{ relation: 'interprets', key: 'rent-subsidy-rules' }],
      entries: [entry('affordable-housing', '法规政策', '政策解读')],
      body: `## 和过去有什么不同
过去按面积算，材料多，算法没人看得懂。现在按人口分四档，看一眼就知道自己是哪一档。
## 谁能领
- 户口在本区，或者在本区连续交社保满三年
- 家里人均月收入低于当年公布的标准
- 人均住房不到 15 平方米
## 领多少
| 家庭人口 | 每月补 |
| 1 人 | 280 元 |
| 2 人 | 360 元 |
| 3 人 | 420 元 |
| 4 人及以上 | 480 元 |
## 要带什么
户口簿、身份证、租房合同。收入和房产由部门之间核对，不用自己开证明。
## 什么情况停发
买了房、分到公租房、收入超过标准，或者连续三个月没有租房。变化后 30 天内告诉街道，不算违规。`,
    },
    {
      key: 'wiring-settlement',
      title: '槐影东里电线改造工程结算公示',
      kind: 'result',
      unit: 'hedu-street',
      columns: ['renewal', 'community-affairs'],
      at: d.at(-148, '09:20'),
      points: ['12 栋楼 468 户，结算 214.60 万元', '审减 9.85 万元', '质保两年'],
      entries: [entry('affordable-housing', '资金与监督', '老旧小区改造结算和验收')],
      areas: ['liuying-huaiying'],
      body: `受区住房更新中心委托，禾渡街道代为管理的槐影东里电线改造工程已经完工并结算。现将结算情况公开如下。
| 项目 | 送审（万元） | 审定（万元） |
| 入户线和表箱 | 98.40 | 95.10 |
| 楼道桥架和主缆 | 83.75 | 79.20 |
| 路灯和单元门线路 | 27.30 | 25.90 |
| 拆除清运 | 15.00 | 14.40 |
| 合计 | 224.45 | 214.60 |
施工单位是青槐机电安装有限公司，监理单位是禾木工程监理有限公司。资金来自老旧小区改造补助 160 万元，区级配套 54.60 万元，居民没有出钱。
工程质保两年，质保期内线路故障拨打 0599-555-1222，2 小时内到场。`,
    },
    {
      key: 'renewal-finished',
      title: `${d.month(-10).year}年老旧小区电线改造完工名单`,
      kind: 'result',
      unit: 'housing-renewal-center',
      columns: ['renewal'],
      at: d.at(-302, '10:40'),
      points: ['9 个小区 61 栋楼完工', '都已经验收'],
      entries: [entry('affordable-housing', '资金与监督', '老旧小区改造结算和验收')],
      body: `上一年度列入计划的 9 个小区电线改造全部完工并通过验收，名单如下。
| 小区 | 街道 | 楼栋 | 户数 | 验收 |
| 槐影西里 | 柳营街道 | 8 | 312 | 合格 |
| 晒谷场1区 | 柳营街道 | 6 | 228 | 合格 |
| 渡口小区 | 禾渡街道 | 9 | 340 | 合格 |
| 米市街小区 | 禾渡街道 | 5 | 176 | 合格 |
| 纱厂宿舍 | 望桥街道 | 11 | 402 | 合格 |
| 双井北里 | 石埠街道 | 7 | 266 | 整改后合格 |
| 栗园东区 | 青槐街道 | 6 | 231 | 合格 |
| 梧桐里 | 南陌街道 | 5 | 190 | 合格 |
| 车站小区 | 南陌街道 | 4 | 148 | 合格 |
双井北里首次验收时有 3 个单元接地电阻不合格，返工后复测合格。质保期内的问题由原施工单位负责，打不通电话的找区住房更新中心。`,
    },
    {
      key: 'acceptance-explained',
      title: '老旧小区改造验收，居民怎么参加、看什么',
      kind: 'interpretation',
      unit: 'housing-renewal-center',
      columns: ['plain-interpretations', 'renewal'],
      at: d.at(-371, '11:00'),
      points: ['每个单元推一名居民参加验收', '验收当天就能看到打分', '不合格的 15 天内返工'],
      entries: [entry('affordable-housing', '法规政策', '政策解读')],
      body: `改造做得好不好，住在里面的人最清楚。从这一批小区起，验收不再只由建设、施工、监理三家签字。
## 谁来验
每个单元推选一名居民代表，社区登记后领一张验收单，从水、电、门窗、路面四项打分。
## 怎么验
1. 施工单位先自查，把每户的问题登记在册
2. 居民代表和专业人员一起逐层看
3. 当天在小区公示栏贴出分数和没过的项目
4. 没过的项目 15 天内返工，再验一次
## 没选上代表怎么办
谁都可以在验收前把问题写给社区，或者打 0599-555-1222。写了的，每条都要有答复。`,
    },
    {
      key: 'allocation-lottery',
      title: '公租房摇号结果和选房顺序（船厂苑）',
      kind: 'posting',
      unit: 'housing-security-center',
      columns: ['posted-lists', 'housing-security'],
      at: lotteryAt,
      points: ['48 套房，126 户参加', '公证处全程公证'],
      entries: [entry('affordable-housing', '配给管理', '摇号或选房结果')],
      areas: ['hedu-chuanchang'],
      posting: postedFor(d, lotteryAt, 7, '公示期内向区住房保障中心实名提出，电话 0599-555-1211', 'housingAllotment'),
      limited: {
        group: '参加船厂苑摇号的轮候家庭',
        postedAt: '禾渡街道便民服务大厅一楼公示栏、船厂社区公示栏',
        contact: '区住房保障中心租赁补贴科 0599-555-1211',
        code: 'CCY48A26',
      },
      body: `船厂苑公租房摇号于 ${md(dateOf(lotteryAt))} 上午在禾渡街道文化站举行，区公证处两名公证员现场监督，12 名轮候家庭代表到场。
|= 选房顺序（前 48 号可以选房，49 号起依次递补）
${tableLines(
  ['顺序号', '姓名', '轮候编号', '人口'],
  Array.from({ length: 60 }, (_, place) => [
    place + 1,
    maskedName(lottery),
    `LH-${lottery.int(1000, 4999)}`,
    lottery.int(1, 5),
  ]),
)}
选房时间另行电话通知。本人不能到场的，可以委托家人，带委托书和双方证件。`,
    },
    {
      key: 'elevator-posting',
      title: '既有住宅加装电梯补助公示（栗园东区3号楼2单元）',
      kind: 'posting',
      unit: 'housing',
      columns: ['posted-lists', 'renewal'],
      at: elevatorAt,
      points: ['本单元 14 户，13 户同意', '补助 24 万元'],
      entries: [entry('affordable-housing', '资金与监督', '既有住宅加装电梯补助')],
      areas: ['qinghuai-liyuan'],
      posting: postedFor(d, elevatorAt, 10, '利害关系人向区住建局提出，电话 0599-555-1110', 'other'),
      body: `栗园东区3号楼2单元申请加装电梯补助，材料齐全，现公示。
- 楼层：地上七层，每层两户
- 同意情况：13 户同意，1 户一层住户保留意见，已由社区调解三次
- 电梯：担架电梯，载重 1000 公斤
- 总造价：62.8 万元，其中申请补助 24 万元，其余由 2 至 7 层住户按楼层分担
- 施工单位：栖河安居建设有限公司
一层住户担心采光和噪声。设计已经把井道外移 40 厘米，机房隔声按夜间 35 分贝设计。公示期内还有意见的，请写明楼栋门牌和理由。`,
    },
    {
      key: 'affordable-rent-vacancies',
      title: `${d.month(-1).label}保障性租赁住房空余房源`,
      kind: 'announcement',
      unit: 'housing-security-center',
      columns: ['housing-security', 'service-notices'],
      at: d.at(-12, '14:10'),
      points: ['5 个项目 73 套空余', '租金每平方米 17 元到 26 元'],
      entries: [entry('affordable-housing', '配给管理', '保障性租赁住房房源')],
      body: `下面是 ${d.month(-1).short}底还空着的房源，先到先签，看房请先打电话约。
| 项目 | 地址 | 空余 | 租金（元/平方米·月） |
| 学府青年社区 | 青槐街道学府路88号 | 21 套 | 24 |
| 明湖公寓 | 青槐街道明湖路31号 | 9 套 | 26 |
| 货场新苑 | 石埠街道货场路15号 | 18 套 | 18 |
| 花田家园 | 南陌街道花田路9号 | 14 套 | 21 |
| 浦口人才房 | 渔浦街道浦口路2号 | 11 套 | 17 |
申请条件：在本区工作，在本区没有住房。不限户口。带身份证和劳动合同到项目服务处，当天审核。`,
    },
  ];
};
