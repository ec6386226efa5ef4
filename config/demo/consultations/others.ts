import { blocks } from '../lib/text-blocks';
import type { Dates } from '../lib/dates';
import type { DemoConsultation } from '../types';
import { commentsOf } from './comments-of';

/** Just opened: seven working days. */
export function dogHours(d: Dates): DemoConsultation {
  const opensOn = d.day(0);
  const closesOn = d.plusWorking(opensOn, 8);
  return {
    key: 'dog-hours',
    question: '公园里什么时候可以遛狗？',
    title: '栖河区公园携犬管理规定（征求意见稿）',
    unitId: 'urban-management',
    kind: 'normativeDocument',
    state: 'open',
    opensOn,
    closesOn,
    outcomeDueOn: d.plus(closesOn, 30),
    display: 'after_check',
    contact: '区城管局园林科，货场路3号，0599-555-1121',
    areaIds: ['qihe'],
    domainIds: ['urban-enforcement'],
    background: blocks(`明湖公园、柳堤公园关于狗的投诉去年有 213 件：一半说狗不拴绳、不清粪便，一半说没有地方遛狗。
这个规定想给两边都留出时间和地方。草案五条，一分钟能看完。`),
    draft: {
      kind: 'clauses',
      clauses: [
        {
          id: 'c1',
          label: '第一条',
          text: '明湖公园北岸、柳堤公园东草坪设携犬区，每天 6:00 至 8:00、19:00 至 21:30 开放。',
        },
        { id: 'c2', label: '第二条', text: '携犬区以外，犬只不得进入公园；导盲犬除外。' },
        { id: 'c3', label: '第三条', text: '犬绳不超过 1.5 米，肩高 60 厘米以上的犬只戴嘴套。' },
        { id: 'c4', label: '第四条', text: '携犬人当场清理粪便，公园在携犬区设拾便袋和垃圾桶。' },
        { id: 'c5', label: '第五条', text: '违反第三条、第四条，经劝导不改的，依照有关规定处罚。' },
      ],
    },
    outcome: null,
    comments: [],
  };
}

/** Closing today: thirty days, because it touches those who run charging places. */
export function chargingPrice(d: Dates): DemoConsultation {
  const opensOn = d.day(-30);
  return {
    key: 'charging-price',
    question: '充电棚电价谁来定、最多收多少？',
    title: '栖河区住宅小区电动自行车充电收费管理办法（征求意见稿）',
    unitId: 'development-reform',
    kind: 'normativeDocumentMarket',
    state: 'open',
    opensOn,
    closesOn: d.day(0),
    outcomeDueOn: d.day(35),
    display: 'after_review',
    contact: '区发改局价格科，政府路1号4号楼，0599-555-1021',
    areaIds: ['qihe'],
    domainIds: ['work-safety'],
    background: blocks(`调查了 61 个小区的充电棚，每度电收 0.75 元到 2.2 元不等。电费是一样的，差在服务费。
收得高，大家就把电池拎回家；收得太低，没人愿意建。请您算一算，多少合适。`),
    draft: {
      kind: 'clauses',
      clauses: [
        { id: 'c2', label: '第二条', text: '充电收费分为电费和服务费，分别标示，电费按居民合表电价执行。' },
        { id: 'c3', label: '第三条', text: '服务费实行上限管理，每度不超过 0.3 元。' },
        { id: 'c4', label: '第四条', text: '公共收益建设的充电棚，服务费由业主共同决定，可以低于上限。' },
        { id: 'c5', label: '第五条', text: '运营单位应当提供按度计费，不得只设按小时、按次计费。' },
        { id: 'c6', label: '第六条', text: '充值余额七日内可退，不得设置有效期。' },
      ],
    },
    outcome: null,
    comments: commentsOf(d, {
      consultation: 'charging-price',
      opensOn,
      closesOn: d.day(0),
      text: `
c3 @双井北里住户 [赞18] 0.3 元合理，我们这里收到 0.8 元，充一次两块多
c3 @充电棚经营户 [网页] [赞5] 设备、保险、电损加起来每度成本 0.26 元，上限 0.3 元收不回本 => 服务费实行上限管理，每度不超过 0.45 元。
c5 @送外卖的 按小时收最坑，冬天充得慢，钱照扣
c6 =梁素芬 我搬家了，卡里四十多块退不出来，打电话没人接
c6 @货场新苑租客 [赞7] 七天太长，当天退
c2 @物业经理 [网页] 合表电价要供电所先分表，不然我们交的是商业电价
c4 =韦志强 业主投票太难，能不能由业委会定、公示七天
c3 #demo-6 支持上限，另外请查一查谁在乱收
c5 @不识字的奶奶的儿子 屏幕上要有字大一点的价格
w @社区工作者 [网页] 建议把各小区价格列成表，公开出来，大家自己会选
c3 @新能源公司 [邮件] 建议按投资规模分两档：有消防喷淋的可以收到 0.4 元
w =双井社区居民代表 [信] [64人] 64 户联名：支持按度收费，支持退余额，请尽快施行
c4 @广惠社区居民 公共收益建的就该只收电费
c6 @工地电工 余额退到原账户，别退成券`,
    }),
  };
}

/** Closed, the answers are being written. */
export function lastBus(d: Dates): DemoConsultation {
  const opensOn = d.workday(-48);
  const closesOn = d.plus(opensOn, 31);
  return {
    key: 'last-bus',
    question: '末班车要不要开到晚上十一点？',
    title: '栖河区公交夜间服务调整方案（草案）',
    unitId: 'development-reform',
    kind: 'majorDecision',
    state: 'closed',
    opensOn,
    closesOn,
    outcomeDueOn: d.plus(closesOn, 30),
    display: 'after_review',
    contact: '区发改局，政府路1号4号楼，0599-555-1021',
    areaIds: ['qihe'],
    domainIds: ['municipal-services'],
    background: blocks(`现在 14 条线路里，9 条末班在 21:30 以前。上夜班、上晚自习、看病回来的人等不到车。
草案打算把 4 条主线延到 23:00，其余改成 22:00 后预约小巴。一年要多花约 310 万元。`),
    draft: {
      kind: 'clauses',
      clauses: [
        { id: 'c1', label: '第一条', text: '3 路、12 路、15 路、27 路末班延长到 23:00，间隔 20 分钟。' },
        { id: 'c2', label: '第二条', text: '其余线路 22:00 以后改为预约小巴，提前 30 分钟预约，票价 3 元。' },
        { id: 'c3', label: '第三条', text: '夜间车辆配置安全员，站台开启照明和一键呼叫。' },
        { id: 'c4', label: '第四条', text: '试行六个月后评估，每班平均不足 5 人的时段取消。' },
      ],
    },
    outcome: null,
    comments: commentsOf(d, {
      consultation: 'last-bus',
      opensOn,
      closesOn,
      text: `
c1 @夜班护士 [组1] [赞22] 我十点半下班，打车一个月要五百多，支持延到十一点
c1 @高三家长 [赞13] 晚自习十点十分下课，27 路一定要延
c2 @砚前村村民 村里信号不好，预约不上，能不能打电话约
c2 =冯秀兰 [交civil-affairs+6：请说说全区有多少老人不会用手机预约] 老人不会预约，医院门口的站请保留固定班次
c4 @公交司机 不足 5 人就取消，冬天人少，等于只开夏天
c3 @女生 [赞9] 站台灯要亮，最好司机可以在两站之间让女乘客下车
c2 @纱厂夜市摊主 预约小巴能不能带小推车
c1 @住在首站的人 23:00 太吵，末班进场能不能绕开居民楼
c4 @数据分析员 评估数据请公开，每班多少人大家都看看
c1 #demo-3 12 路改线后更远了，末班延长是应该的
c2 @学府社区居民 3 元比白天贵一元，学生能不能半价
w @纳税人 310 万元给几百个人坐，值不值？先算清楚
c3 @退役军人 安全员优先招我们，夜里我们不怕
c1 @保安 [组1] [电话] 15 路延到十一点半吧，我们十一点交班
w =石埠货场工人 [板凳] [在石埠货场门口] [28人] 我们 28 个装卸工，每晚十点收工，请加一班从货场到渔浦
c2 =卢春生 三十分钟太久，十五分钟行不行`,
    }),
  };
}

/** Answered without a single comment: said so in plain words. */
export function waterSaving(d: Dates): DemoConsultation {
  const opensOn = d.workday(-205);
  const closesOn = d.plusWorking(opensOn, 8);
  return {
    key: 'water-saving',
    question: '换节水马桶和龙头，补贴怎么发？',
    title: '栖河区居民节水器具补贴实施细则（征求意见稿）',
    unitId: 'housing',
    kind: 'normativeDocument',
    state: 'answered',
    opensOn,
    closesOn,
    outcomeDueOn: d.plus(closesOn, 25),
    display: 'with_outcome',
    contact: '区住建局，船厂路40号，0599-555-1110',
    areaIds: ['qihe'],
    domainIds: ['municipal-services'],
    background: blocks(
      '老旧小区里还有 9 升以上的旧马桶约 4,300 只。换一只节水的，政府补 200 元；换感应龙头，补 30 元。细则说明怎么申请、怎么验。',
    ),
    draft: {
      kind: 'clauses',
      clauses: [
        {
          id: 'c1',
          label: '第一条',
          text: '建成满十五年的住宅，更换 6 升以下节水马桶的，每只补 200 元，每户最多两只。',
        },
        { id: 'c2', label: '第二条', text: '凭发票和更换前后的照片，向社区申请，20 个工作日内发到社保卡。' },
        { id: 'c3', label: '第三条', text: '社区按 10% 抽查，弄虚作假的追回补贴。' },
      ],
    },
    outcome: {
      publishedAt: d.at(-180, '11:00'),
      summary: blocks(
        '征求意见期间没有收到意见。没有人说话不等于没有问题：我们补做了两次上门走访，问了 36 户，把“发票”改成“发票或者收据”，其余按草案施行。',
      ),
    },
    comments: [],
  };
}

/** 征收补偿方案: thirty days, which may not be shortened. */
export function compensationPlan(d: Dates): DemoConsultation {
  const opensOn = d.day(-12);
  const closesOn = d.plus(opensOn, 31);
  return {
    key: 'compensation-plan',
    question: '铁道西片区的房子怎么补、补到哪里？',
    title: '铁道西片区旧城区改建房屋征收补偿方案（征求意见稿）',
    unitId: 'housing',
    kind: 'compensationPlan',
    state: 'open',
    opensOn,
    closesOn,
    outcomeDueOn: d.plus(closesOn, 20),
    display: 'after_review',
    contact: '铁道西片区征收办公室，铁道西路45号，0599-555-1110',
    areaIds: ['shibu-tiedaoxi'],
    domainIds: ['expropriation-compensation'],
    background: blocks(`铁道西片区 163 户，房子大多建于六十年代，共用厨房和厕所。经过两轮意愿征询，92% 的住户同意改建。
下面是补偿方案的主要条文。征求意见不少于 30 日，这个期限法律规定不能缩短。半数以上被征收人认为方案不符合规定的，将组织听证会。`),
    draft: {
      kind: 'clauses',
      clauses: [
        { id: 'c1', label: '第一条', text: '被征收人可以选择货币补偿，也可以选择房屋产权调换。' },
        {
          id: 'c2',
          label: '第二条',
          text: '货币补偿按征收决定公告之日类似房地产的市场价格评估确定，另给 8% 的货币补偿奖励。',
        },
        {
          id: 'c3',
          label: '第三条',
          text: '产权调换房源位于货场新苑和双井家园，户型 45 至 90 平方米，按“征一还一”计算，不足 45 平方米的补到 45 平方米。',
        },
        {
          id: 'c4',
          label: '第四条',
          text: '临时安置费每平方米每月 15 元，不足 800 元的按 800 元发，过渡期限 30 个月。',
        },
        { id: 'c5', label: '第五条', text: '签约期 45 日，前 20 日签约搬迁的奖励每户 2 万元。' },
        {
          id: 'c6',
          label: '第六条',
          text: '未经登记的建筑，由区住建局会同自然资源、城管部门调查认定，1990 年以前建成的按合法建筑补偿。',
        },
      ],
    },
    outcome: null,
    comments: commentsOf(d, {
      consultation: 'compensation-plan',
      opensOn,
      closesOn,
      text: `
c3 @铁道西三排 [赞15] 一家五口现在 28 平方米，补到 45 还是住不下，能不能按人口加面积，多的我们按成本价买
c4 =崔海燕 现在租两居室要一千六，800 元不够，提到 1,200 元 => 临时安置费每平方米每月 18 元，不足 1,200 元的按 1,200 元发。
c4 @等房的人 [赞8] 超过 30 个月没交房怎么办？写上逾期加倍
c6 @私搭过厨房的人 厨房是 1993 年单位统一搭的，差三年就不算，请看一看历史
c5 @在外地打工 20 天赶不回来，能不能网上签
c2 @急用钱的人 货币奖励 8% 能不能 10%
c3 @九十岁的妈 [信] 老人要一楼或者有电梯，选房的时候请照顾
c1 @开小卖部的 我的房子是住宅开店，营业执照二十年了，按什么补
c3 #demo-7 双井家园离医院远，货场新苑够不够分
w @二排 12 户 [会] [在渔浦社区活动室] [12人] 我们 12 户公用一口水井和晒台，公用部分请按户平分补偿`,
    }),
  };
}
