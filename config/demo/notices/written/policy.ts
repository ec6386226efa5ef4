import { md, ymd } from '../../lib/dates';
import { entry, type Writer } from '../draft';

export const policyNotices: Writer = d => [
  {
    key: 'open-work-points',
    title: `栖河区${d.month(-8).year}年政务公开工作要点`,
    kind: 'regulation',
    class: 'other',
    unit: 'district-office',
    columns: ['office-documents', 'work-news'],
    at: d.at(-236, '09:40'),
    document: '栖政办发',
    made: d.workday(-239),
    effective: d.workday(-239),
    points: ['26 个领域目录全部按项核对', '征集意见条条有答复', '每个街道建一处政务公开专区'],
    body: `各街道办事处，区政府各部门：
经区政府同意，现将今年政务公开工作要点印发给你们，请结合实际落实。
## 一、把目录用起来
对照 26 个领域标准目录，逐项核对该公开的有没有公开、按时没有。逾期的由区政府办公室每月提醒，连续两个月没有改的在全区通报。
## 二、决定之前先问
涉及群众切身利益的事项，草案、说明和依据一起公开，征求意见一般不少于 30 日。意见逐条登记，采纳没有、为什么，一并公布。
## 三、让人看得懂
政策文件和解读同步起草、同步审签、同步发布。解读要说清楚和过去有什么不同、谁能办、去哪里办。
## 四、送到身边
每个街道建一处政务公开专区，社区公示栏每周更新。网格员走访时把群众问得多的文件带上门。
## 五、守住底线
公开名单一律隐去身份证号、手机号、门牌号和银行账号，公示期满及时撤下。
栖河区人民政府办公室`,
  },
  {
    key: 'open-work-points-explained',
    title: '今年政务公开怎么做，一看就懂',
    kind: 'interpretation',
    unit: 'district-office',
    columns: ['plain-interpretations'],
    at: d.at(-236, '14:00'),
    points: ['哪一项该公开、谁公开、什么时候公开，都能查', '提的意见都有下落'],
    related: [{ relation: 'interprets', key: 'open-work-points' }],
    body: `## 为什么要有目录
过去大家问得最多的是“这件事你们公开了没有”。现在每个领域有一张单子，八百多项，每项写着公开什么、谁公开、多久之内公开。晚了，单子上看得见。
## 提意见有用吗
上一年 9 次征集收到 614 条意见，采纳和部分采纳 231 条。没有采纳的都写了理由。
## 名单里会不会有我的隐私
姓名隐去一个字，不出现身份证号、电话和门牌。看到没打码的，点“有错”，当天处理。`,
  },
  {
    key: 'waste-rules',
    title: '栖河区生活垃圾分类投放管理办法',
    kind: 'regulation',
    class: 'normative',
    unit: 'district-office',
    columns: ['district-documents'],
    at: d.at(-410, '10:00'),
    document: '栖政规',
    made: d.workday(-414),
    effective: d.day(-380),
    points: ['四分类，定时定点', '上门收旧家具要预约', '先劝导，屡教不改再罚'],
    entries: [entry('municipal-services', '政策文件', '市政服务法规和文件')],
    body: `第一条 为了规范生活垃圾分类投放，改善居住环境，制定本办法。
第四条 生活垃圾分为可回收物、厨余垃圾、有害垃圾和其他垃圾。
第七条 投放点由街道办事处会同社区、物业确定，确定和变更前应当听取居民意见，公示不少于 7 天。
第九条 投放时间每天不少于四小时，并设误时投放点。
第十二条 大件垃圾由物业或者社区预约收运，收费标准公示。
第十六条 不按规定分类的，由街道综合行政执法队劝导、责令改正；拒不改正的，对个人处二百元以下罚款。
第二十一条 本办法自 ${ymd(d.day(-380))} 起施行。`,
  },
  {
    key: 'waste-rules-explained',
    title: '垃圾怎么分、扔错了罚不罚',
    kind: 'interpretation',
    unit: 'urban-management',
    columns: ['questions-answers'],
    at: d.at(-409, '11:00'),
    points: ['第一次扔错不罚', '投放点变更要先问居民'],
    related: [{ relation: 'interprets', key: 'waste-rules' }],
    entries: [entry('municipal-services', '政策文件', '市政服务解读')],
    body: `## 扔错了马上罚吗
不会。先由值守员讲一遍，再次扔错开一张提醒单，拒绝改正的才罚，个人最多二百元。
## 剩饭带袋子扔行不行
袋子要另外扔。棚子旁边装了挂钩破袋器和洗手池。
## 沙发、床垫怎么办
打社区电话预约，两天内来搬。一件 20 元到 60 元，价目贴在投放点。低保家庭免费。
## 谁定投放点放哪里
街道和社区定，但要先问居民，公示 7 天。放在你家窗下，你可以提异议。`,
  },
  {
    key: 'ebike-rules',
    title: '栖河区电动自行车停放充电安全管理规定',
    kind: 'regulation',
    class: 'normative',
    unit: 'emergency',
    columns: ['department-documents'],
    at: d.at(-290, '09:00'),
    document: '栖应急规',
    made: d.workday(-293),
    effective: d.day(-260),
    points: ['楼道、电梯、家里不准充电', '小区按户数配充电口', '充电价格要公示'],
    entries: [entry('work-safety', '政策文件', '安全生产法规和文件')],
    body: `第一条 为了预防电动自行车火灾，保护居民生命财产安全，制定本规定。
第五条 新建小区按户数的 60% 以上配建充电口；已建小区由街道会同物业、业委会制定补建计划，两年内达到 30%。
第八条 禁止在门厅、疏散走道、楼梯间、电梯轿厢停放或者充电，禁止把电池带进居室充电。
第十条 充电电价应当分列电费和服务费，服务费不超过每度 0.3 元。
第十三条 违反第八条的，由消防救援机构或者街道责令改正；拒不改正的，依照消防法处罚。
第十八条 本规定自 ${ymd(d.day(-260))} 起施行。`,
  },
  {
    key: 'ebike-rules-explained',
    title: '电动车停哪里、充电贵不贵，五问五答',
    kind: 'interpretation',
    unit: 'emergency',
    columns: ['questions-answers'],
    at: d.at(-290, '09:00'),
    points: ['服务费每度最多 0.3 元', '没有充电棚的小区两年内补上'],
    related: [{ relation: 'interprets', key: 'ebike-rules' }],
    entries: [entry('work-safety', '政策文件', '安全生产政策解读')],
    body: `## 充电为什么比家里贵
多出来的是服务费，管设备、保险和看护。服务费每度最多 0.3 元，超了打 0599-555-1165。
## 我们小区没有棚
先看有没有近的公共点，街道门口的地图上标了。街道的补建计划两年内要达到每三户一个口。
## 送外卖的换电柜能不能装楼下
能，但要离住宅外墙 6 米，装之前公示 7 天。
## 电池能不能拿上楼
不能。去年区里 11 起电动车火灾，8 起是屋里充电。
## 物业不管怎么办
先打社区，三天没有动静打 0599-555-1165，我们去看现场。`,
  },
  {
    key: 'school-plan',
    title: `${d.month(-6).year}年义务教育招生工作实施办法`,
    kind: 'regulation',
    class: 'normative',
    unit: 'education',
    columns: ['department-documents', 'education'],
    at: d.at(-205, '09:00'),
    document: '栖教规',
    made: d.workday(-207),
    effective: d.workday(-207),
    points: ['网上报名，全程不跑腿', '两所学校学区有调整', '随迁子女一次录取'],
    entries: [entry('compulsory-education', '招生入学', '义务教育招生方案')],
    body: `## 一、招生对象
年满 6 周岁的儿童入小学，小学毕业生入初中。
## 二、报名时间
6 月 1 日至 10 日网上报名，6 月 15 日前核对，7 月 5 日公布结果。
## 三、学区
学府小学、渡口小学两所学校学区有调整，其余不变。调整方案征求意见 30 日，收到 57 条意见，采纳 12 条，调整了学府路以北 4 个小区的划分。
## 四、随迁子女
父母一方持居住证满一年、在本区有稳定就业，即可报名，与本地学生同批录取，就近安排。
## 五、纪律
不考试、不收简历、不收与入学挂钩的费用。举报电话 0599-555-1032。`,
  },
  {
    key: 'school-plan-explained',
    title: '今年上学怎么报名，学区变了吗',
    kind: 'interpretation',
    unit: 'education',
    columns: ['questions-answers', 'education'],
    at: d.at(-205, '10:30'),
    points: ['变的只有学府小学和渡口小学', '双胞胎可以绑在一起摇'],
    related: [{ relation: 'interprets', key: 'school-plan' }],
    entries: [entry('compulsory-education', '政策文件', '义务教育政策解读')],
    body: `## 哪些小区变了
学府路以北的栗园东区、栗园西区、南塘里、明湖北岸从学府小学改到明湖小学；渡口路以南两个小区从渡口小学改到船厂小学。大的在读，小的可以跟着哥哥姐姐上原学校。
## 租房的能不能上
能。居住证满一年、有工作，和买房的同批录取。名额不够时，先安排住得近的。
## 忘了报名怎么办
6 月 11 日到 20 日可以到学校现场补报，安排在剩余学位里。
## 什么时候知道结果
7 月 5 日发短信，也可以在网上查。`,
  },
  {
    key: 'disclosure-fee-old',
    title: '栖河区政府信息公开收费办法（已废止）',
    kind: 'regulation',
    class: 'normative',
    unit: 'district-office',
    columns: ['office-documents'],
    at: d.at(-700, '10:00'),
    document: '栖政办发',
    made: d.workday(-705),
    effective: d.workday(-690),
    abolished: d.day(-345),
    points: ['已经废止，只供查阅'],
    body: `第一条 申请人申请公开政府信息，行政机关提供复制、邮寄的，按成本收费。
第二条 标准由区发展和改革局、区财政局核定。
第五条 农村五保、低保对象减免。
本办法自 ${md(d.day(-345))} 起废止。现在申请公开不收检索、复制、邮寄费，数量明显超过合理范围的，才按国家规定收信息处理费。`,
  },
  {
    key: 'winter-relief-notice',
    title: '今冬明春困难群众生活救助怎么申请',
    kind: 'announcement',
    unit: 'emergency',
    columns: ['announcements', 'assistance'],
    at: d.at(-15, '10:30'),
    points: ['户申请、村评议、街道审、区里批', '公示 7 天', '春节前发到一卡通'],
    entries: [entry('disaster-relief', '灾后救助', '救助信息')],
    body: `今年汛期受灾、自己过冬有困难的家庭，可以申请冬春救助，帮助解决口粮、衣被和取暖。
1. 本人向村（居）委会提出，行动不便的由网格员代写
2. 村（居）民小组评议，名单在本村公示 7 天
3. 街道审核，区应急局审批
4. 春节前发到惠农一卡通，不发现金
标准按受灾程度分三档：每人 120 元、180 元、260 元。申请截止 ${md(d.day(12))}。`,
  },
];
