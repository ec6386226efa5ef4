import { chance } from '../../lib/chance';
import { hourText, md, type Dates } from '../../lib/dates';
import { communitiesOf, streets } from '../../organization/areas';
import { entry, type Draft, type Writer } from '../draft';

const DIGS = ['换排水管', '埋燃气管', '修人行道', '铺电缆', '换路灯杆'];
const ROADS = ['柳堤路', '渡口路', '桥北路', '货场路', '学府路', '砚山大道', '浦口路', '花田路', '营门路', '米市街'];
const CLASSES: [name: string, words: string][] = [
  ['养老护理员（初级）', '翻身、喂饭、测血压，考过发证'],
  ['电工上岗', '带自己的身份证和两张照片'],
  ['中式面点', '三天学会六样，第四天考核'],
  ['直播卖农货', '从拍到发货，讲师是本地果农'],
  ['育婴员', '含新生儿洗澡、辅食制作'],
  ['叉车操作', '实操 40 小时，限 24 人'],
];
const SHOWS: [name: string, words: string, place: string][] = [
  ['露天电影', '先放十分钟防诈骗短片，再放正片', '社区广场'],
  ['栖河小戏折子专场', '三折，约九十分钟，有字幕', '区文化馆剧场'],
  ['少儿机器人体验', '7 到 12 岁，家长陪同', '区图书馆三楼'],
  ['老照片里的纱厂', '展出 140 张，欢迎老职工来认人', '望桥文化站'],
  ['社区羽毛球赛', '分男双、女双、混双，六十岁以上另设一组', '区体育馆'],
  ['书法义写春联', '墨和纸都备好，每户一副', '社区活动室'],
  ['听障人士观影', '现场手语和大字幕', '区文化馆剧场'],
  ['夜跑明湖', '五公里，领号码布，有补水点', '明湖公园'],
];

export const serviceNotices: Writer = d => [
  ...Array.from({ length: 10 }, (_, index) => dig(d, index)),
  ...Array.from({ length: 8 }, (_, index) => outage(d, index)),
  ...CLASSES.map((item, index) => course(d, item, index)),
  ...SHOWS.map((item, index) => show(d, item, index)),
];

const communityFor = (index: number): { id: string; name: string } => {
  const street = streets[index % streets.length] as { id: string };
  const list = communitiesOf(street.id);
  return list[(index * 3) % list.length] as { id: string; name: string };
};

function dig(d: Dates, index: number): Draft {
  const luck = chance(`dig-${index}`);
  const road = ROADS[index % ROADS.length] as string;
  const start = -8 - index * 61;
  const work = luck.pick(DIGS);
  return {
    key: `dig-${index}`,
    title: `${road}${work}，${md(d.day(start))}起怎么绕`,
    kind: 'announcement',
    unit: 'urban-management',
    columns: ['service-notices'],
    at: d.at(start - 4, '15:20'),
    points: [`工期 ${luck.int(6, 28)} 天`, luck.pick(['公交照走，临时站牌在路口', '公交绕行一站', '人行道保留一米五'])],
    entries: [entry('municipal-services', '市政设施建设类审批', '道路挖掘施工公告')],
    areas: [communityFor(index).id],
    body: `${road}${luck.int(12, 60)} 号至 ${luck.int(70, 180)} 号${work}，占道 ${luck.int(2, 5)} 米，夜间 22:00 到次日 6:00 不破路面。
机动车请从${luck.pick(ROADS.filter(name => name !== road))}绕行，居民凭门禁可以从东口进出。
许可编号栖占掘〔${d.day(start).slice(0, 4)}〕${luck.int(11, 96)}，施工单位要在 ${md(d.day(start + luck.int(7, 29)))} 前恢复路面，晚一天罚一天。太吵、扬尘、路面没有恢复好，都可以打 0599-555-1121。`,
  };
}

function outage(d: Dates, index: number): Draft {
  const luck = chance(`outage-${index}`);
  const gas = index % 2 === 0;
  const place = communityFor(index + 3);
  const day = -15 - index * 79;
  const [from, hours] = [luck.int(8, 10), luck.int(4, 9)];
  return {
    key: `outage-${index}`,
    title: `停${gas ? '气' : '水'}通知：${place.name}${md(d.day(day))}`,
    kind: 'announcement',
    unit: gas ? 'gas' : 'water',
    columns: ['service-notices'],
    at: d.at(day - 2, '10:00'),
    points: [`${hourText(`${from}:00`)} 到 ${hourText(`${from + hours}:00`)}`],
    entries: [
      gas
        ? entry('municipal-services', '城镇燃气管理', '停气通知')
        : entry('municipal-services', '供水排水', '停水通知'),
    ],
    areas: [place.id],
    body: `${md(d.day(day))} ${from}:00 至 ${from + hours}:00，${place.name}${luck.int(1, 4)} 个小区约 ${luck.int(210, 960)} 户停${gas ? '气' : '水'}，原因是${gas ? luck.pick(['调压箱检修', '新管道接驳', '阀门更换']) : luck.pick(['二次供水水箱清洗', '主管接驳', '水表井改造'])}。
${gas ? '停气前请关好表前阀和灶具开关，恢复后先开窗再点火。' : '请提前储水，恢复后先放一会儿再用。'}${luck.pick(['独居老人已由网格员逐户告知。', '小区群和单元门都已经贴了。', '如遇下雨顺延一天。'])}
${gas ? '抢险电话 0599-555-1244' : '服务电话 0599-555-1233'}，停的时间比通知长的，按规定减免。`,
  };
}

function course(d: Dates, [name, words]: (typeof CLASSES)[number], index: number): Draft {
  const luck = chance(`course-${index}`);
  const day = 14 - index * 104;
  return {
    key: `course-${index}`,
    title: `免费技能班报名：${name}`,
    kind: 'announcement',
    unit: 'human-resources',
    columns: ['jobs-insurance'],
    at: d.at(day - 24, '09:40'),
    points: [`${luck.int(24, 50)} 个名额`, words],
    entries: [entry('employment', '就业信息服务', '职业培训信息')],
    body: `开课：${md(d.day(day))}，每天 ${luck.pick(['9:00 到 16:30', '18:30 到 21:00'])}，共 ${luck.int(5, 18)} 天，地点在${luck.pick(['青槐职业学校', '石埠街道培训中心', '区人社局二楼'])}。
学什么：${words}。
谁能报：本区户籍或者在本区务工，${luck.pick(['16 到 59 周岁', '不限学历，能坚持听课'])}。学费由政府补，考核合格的按规定发 ${luck.pick(['800', '1,000', '1,500'])} 元技能补贴。
报名：街道便民服务大厅，或打 0599-555-1087。报满为止，缺课三分之一的不补。`,
  };
}

function show(d: Dates, [name, words, place]: (typeof SHOWS)[number], index: number): Draft {
  const luck = chance(`show-${index}`);
  const day = 6 - index * 83;
  return {
    key: `show-${index}`,
    title: `${md(d.day(day))}，${name}`,
    kind: 'announcement',
    unit: index === 2 ? 'library' : 'culture',
    columns: ['culture-sports'],
    at: d.at(day - 9, '11:00'),
    points: [place, '不要票，或者提前一天领票'],
    entries: [entry('culture-services', '公共文化活动', '文化活动预告')],
    areas: [communityFor(index + 1).id],
    body: `时间：${md(d.day(day))} ${luck.pick(['19:00', '14:30', '18:30', '9:30'])}。地点：${place}。
${words}。座位 ${luck.int(60, 420)} 个，其中轮椅位 ${luck.int(4, 12)} 个。
${luck.pick(['下雨顺延到第二天', '下雨改到室内', '遇大风取消，另行通知'])}。志愿者在门口引导，${luck.pick(['70 岁以上优先入场', '带孩子的请走东门', '自带水杯有热水'])}。联系电话 0599-555-${index === 2 ? '1266' : '1143'}。`,
  };
}
