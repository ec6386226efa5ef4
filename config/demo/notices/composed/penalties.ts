import { chance, grouped, maskedName } from '../../lib/chance';
import type { Dates } from '../../lib/dates';
import { md } from '../../lib/dates';
import { entry, type Draft, type Writer } from '../draft';

interface Offence {
  unit: string;
  phone: string;
  entries: string[];
  /** What it is called in the title. */
  name: string;
  who: 'shop' | 'firm' | 'person';
  law: string;
  facts: string[];
  fine: [low: number, high: number];
  after: string[];
}

const CITY = ['urban-management', '0599-555-1121'] as const;
const MARKET = ['market', '0599-555-1176'] as const;
const OFFENCES: Offence[] = [
  {
    unit: CITY[0],
    phone: CITY[1],
    entries: [entry('urban-enforcement', '市容环境卫生', '店外经营')],
    name: '店外经营',
    who: 'shop',
    law: '《城市市容和环境卫生管理条例》第十四条、第三十六条',
    facts: [
      '把四张餐桌摆到人行道上，盲道被占',
      '烤炉和冰柜摆在门外三米，劝导两次没有改',
      '水果筐堆到公交站台，乘客下不了车',
    ],
    fine: [100, 500],
    after: ['当天收回店内', '复查三次没有再犯'],
  },
  {
    unit: CITY[0],
    phone: CITY[1],
    entries: [entry('urban-enforcement', '市容环境卫生', '运输车辆遗撒')],
    name: '运输车辆遗撒',
    who: 'firm',
    law: '《城市建筑垃圾管理规定》第十四条、第二十三条',
    facts: [
      '渣土车没有盖严，撒落路面约 60 平方米',
      '夜间运泥车带泥上路，污染 240 米',
      '满载砂石转弯时撒落，造成一辆电动车滑倒',
    ],
    fine: [5_000, 20_000],
    after: ['路面两小时内冲洗干净，费用由当事人承担', '车辆加装密闭盖板后才准出工地'],
  },
  {
    unit: CITY[0],
    phone: CITY[1],
    entries: [entry('urban-enforcement', '环境保护', '餐饮油烟直排')],
    name: '餐饮油烟直排',
    who: 'shop',
    law: '《中华人民共和国大气污染防治法》第八十一条、第一百一十八条',
    facts: [
      '油烟净化器没有通电，检测值超标 1.8 倍',
      '烟管出口正对居民二楼窗户，没有净化设施',
      '净化器滤网三个月没有清洗，油滴到楼下雨棚',
    ],
    fine: [5_000, 15_000],
    after: ['装好净化器，复测达标', '每月清洗记录贴在店里'],
  },
  {
    unit: CITY[0],
    phone: CITY[1],
    entries: [entry('urban-enforcement', '绿化管理', '擅自砍伐城市树木')],
    name: '擅自砍伐城市树木',
    who: 'firm',
    law: '《城市绿化条例》第二十条、第二十六条',
    facts: ['为了露出招牌，锯掉行道树香樟 1 株', '施工围挡内砍伐栾树 3 株，没有办手续'],
    fine: [3_000, 18_000],
    after: ['按两倍补植，成活两年后验收', '补植地点由街道和居民商定'],
  },
  {
    unit: CITY[0],
    phone: CITY[1],
    entries: [entry('urban-enforcement', '物业和停车', '擅自改变房屋结构')],
    name: '拆改承重墙',
    who: 'person',
    law: '《住宅室内装饰装修管理办法》第五条、第三十八条',
    facts: ['装修时在承重墙上开门洞，宽 90 厘米', '拆除阳台配重墙 2.4 米'],
    fine: [1_000, 10_000],
    after: ['按加固设计恢复，鉴定合格', '楼上楼下已经看过鉴定报告'],
  },
  {
    unit: MARKET[0],
    phone: MARKET[1],
    entries: [entry('food-drug', '抽检与处罚', '食品安全行政处罚')],
    name: '经营超过保质期的食品',
    who: 'shop',
    law: '《中华人民共和国食品安全法》第三十四条、第一百二十四条',
    facts: ['货架上有过期酸奶 12 盒、面包 5 袋', '后厨使用过期调味料 3 瓶', '过期奶粉 2 罐没有下架，货值 396 元'],
    fine: [5_000, 12_000],
    after: ['过期食品全部没收销毁', '店里设了临期专柜'],
  },
  {
    unit: MARKET[0],
    phone: MARKET[1],
    entries: [entry('food-drug', '抽检与处罚', '药品医疗器械行政处罚')],
    name: '药师不在岗销售处方药',
    who: 'shop',
    law: '《药品经营和使用质量监督管理办法》第四十二条',
    facts: ['执业药师不在岗，卖出处方药 4 盒', '处方没有留存，登记本空白 9 天'],
    fine: [1_000, 8_000],
    after: ['停售处方药三天整改', '挂牌写明药师在岗时间'],
  },
  {
    unit: 'ecology',
    phone: '0599-555-1109',
    entries: [entry('ecology', '行政处罚和强制', '生态环境行政处罚')],
    name: '废气处理设施没有运行',
    who: 'firm',
    law: '《中华人民共和国大气污染防治法》第四十五条、第一百零八条',
    facts: ['喷漆时活性炭箱没有更换，异味传到 200 米外', '印刷车间门窗敞开，集气罩没有启动'],
    fine: [20_000, 68_000],
    after: ['换装设备后监测达标', '每月把换炭记录交街道'],
  },
  {
    unit: 'emergency',
    phone: '0599-555-1165',
    entries: [entry('work-safety', '行政处罚强制', '安全生产行政处罚')],
    name: '没有对员工进行安全培训',
    who: 'firm',
    law: '《中华人民共和国安全生产法》第二十八条、第九十七条',
    facts: ['新来的 7 名工人没有培训就上冲床', '电焊工的操作证过期四个月', '仓库疏散门上锁，灭火器被货物挡住'],
    fine: [8_000, 49_000],
    after: ['全员补课并考核', '门锁换成推杆锁，通道画了黄线'],
  },
];

const SHOPS = [
  '阿槐小吃店',
  '望桥口味馆',
  '禾香包子铺',
  '双井便民超市',
  '石埠大排档',
  '明湖水果行',
  '花田便利店',
  '渔浦鲜鱼馆',
  '柳堤面馆',
  '栗园母婴店',
  '康宁大药房',
  '益善大药房',
];
const FIRMS = [
  '顺埠运输有限公司',
  '栖河恒达建筑有限公司',
  '南陌机械厂',
  '新圩包装有限公司',
  '砚溪家具有限公司',
  '货场物流有限公司',
  '双井五金制品厂',
  '青槐装饰工程有限公司',
];

export const penaltyNotices: Writer = d => Array.from({ length: 26 }, (_, index) => penalty(d, index));

function penalty(d: Dates, index: number): Draft {
  const luck = chance(`penalty-${index}`);
  const offence = OFFENCES[index % OFFENCES.length] as Offence;
  const who =
    offence.who === 'person' ? maskedName(luck) : offence.who === 'shop' ? luck.pick(SHOPS) : luck.pick(FIRMS);
  const [low, high] = offence.fine;
  const fine = Math.round(luck.int(low, high) / 100) * 100;
  const decided = -20 - index * 26 + luck.int(-5, 5);
  const fact = offence.facts[Math.floor(index / OFFENCES.length) % offence.facts.length] as string;
  return {
    key: `penalty-${index}`,
    title: `行政处罚决定：${who}${offence.name}`,
    kind: 'result',
    unit: offence.unit,
    columns: ['penalties'],
    at: d.at(decided, luck.pick(['09:25', '11:10', '15:15', '16:50'])),
    points: [`罚款 ${grouped(fine)} 元`, fact],
    entries: offence.entries,
    body: `当事人：${who}。
检查时间：${md(d.workday(decided - luck.int(18, 40)))}。
查明事实：${fact}。
处罚依据：${offence.law}。
处罚内容：罚款 ${grouped(fine)} 元。当事人${luck.pick(['没有提出陈述申辩', '提出申辩，复核后没有采纳', '承认事实，主动改正，已经从轻'])}，${luck.pick(['罚款已经缴清', '按期缴纳', '申请分期，已经批准'])}。
改正情况：${luck.pick(offence.after)}。
不服本决定的，可以自收到决定书之日起 60 日内申请行政复议，或者六个月内起诉。个人的处罚信息公开三年，单位的公开五年，到期撤下。咨询电话 ${offence.phone}。`,
  };
}
