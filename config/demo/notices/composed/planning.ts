import { chance, grouped } from '../../lib/chance';
import { md, type Dates } from '../../lib/dates';
import { entry, postedFor, postedForWorkingDays, type Draft, type Writer } from '../draft';

const BUILDINGS: [name: string, area: string, words: string][] = [
  ['明湖小学综合楼', 'qinghuai-minghu', '五层，一层食堂，二层以上教室 20 间'],
  ['货场新苑幼儿园', 'shibu-huochang', '三层九个班，操场在南侧'],
  ['禾渡街道养老综合服务中心', 'hedu-xinhe', '四层，日托 60 床，屋顶花园'],
  ['渔浦新圩冷链仓库', 'yupu-xinxu', '单层，货车从北侧进出'],
  ['花田家园二期', 'nanmo-huatian', '住宅六栋，最高十七层，配建公厕一处'],
  ['砚山卫生院扩建', 'yanshan-shangwu', '门诊楼四层，发热诊室独立出入口'],
];
const FACTORIES: [name: string, area: string, words: string][] = [
  ['栖河豆制品加工点迁建', 'yupu-pukou', '废水先隔渣、气浮，再进污水管网'],
  ['双井五金厂喷塑线技改', 'shibu-shuangjing', '粉末回收加活性炭，排气筒 15 米'],
  ['渔浦水厂深度处理', 'yupu-yupu', '增加臭氧和活性炭滤池，排泥水回收'],
  ['南陌汽车维修集中点', 'nanmo-chezhan', '喷漆房负压，废机油交有资质单位'],
  ['砚前村茶叶加工坊', 'yanshan-yanqian', '电炒锅，不烧柴，夜间不生产'],
  ['新禾医疗检测实验室', 'hedu-xinhe', '废水消毒后排放，医疗废物专间'],
];

export const planningNotices: Writer = d => [
  ...BUILDINGS.map((item, index) => building(d, item, index)),
  ...FACTORIES.map((item, index) => factory(d, item, index)),
];

function building(d: Dates, [name, area, words]: (typeof BUILDINGS)[number], index: number): Draft {
  const luck = chance(`plan-${index}`);
  const at = d.at(-7 - index * 88, '09:00');
  const land = luck.int(4_200, 23_800);
  const ratio = luck.int(8, 24) / 10;
  return {
    key: `plan-${index}`,
    title: `建设工程规划许可批前公示：${name}`,
    kind: 'posting',
    stage: 'service',
    unit: 'natural-resources',
    columns: ['announcements', 'projects'],
    at,
    points: [`用地 ${grouped(land)} 平方米，容积率 ${ratio.toFixed(1)}`, '公示 10 天，可以提意见、要求听证'],
    entries: [entry('territorial-planning', '规划许可', '建设工程规划许可批前公示')],
    areas: [area],
    posting: postedFor(d, at, 10, '向区自然资源局规划科书面提出，电话 0599-555-1098', 'other'),
    body: `${name}已经提交设计方案，许可之前先听听周边的意见。
- 用地面积：${grouped(land)} 平方米
- 建筑面积：${grouped(Math.round(land * ratio))} 平方米
- 容积率：${ratio.toFixed(1)}
- 建筑密度：${luck.int(22, 38)}%
- 绿地率：${luck.int(30, 38)}%
- 停车位：${luck.int(12, 240)} 个
方案要点：${words}。对北侧住宅做了日照分析，大寒日满窗日照不少于两小时。
总平面图和效果图贴在现场围挡和所在社区公示栏，区自然资源局一楼也能看。`,
  };
}

function factory(d: Dates, [name, area, words]: (typeof FACTORIES)[number], index: number): Draft {
  const luck = chance(`eia-${index}`);
  const at = d.at(-11 - index * 97, '10:30');
  return {
    key: `eia-${index}`,
    title: `环评文件拟批准公示：${name}`,
    kind: 'posting',
    stage: 'service',
    unit: 'ecology',
    columns: ['announcements', 'environment-quality'],
    at,
    points: [words, `总投资 ${luck.int(120, 4_600)} 万元`],
    entries: [
      entry('ecology', '行政许可', '环评文件拟批准'),
      entry('major-projects', '批准结果信息', '环境影响评价审批'),
    ],
    areas: [area],
    posting: postedForWorkingDays(d, at, 5, '利害关系人可以在公示期内申请听证，电话 0599-555-1109', 'other'),
    body: `经审查，拟批准${name}环境影响报告${luck.pick(['表', '书'])}，公示 5 个工作日。
## 主要影响和对策
- 废水、废气：${words}
- 噪声：${luck.pick(['设备进室内，厂界夜间不超过 50 分贝', '风机加隔声罩，离最近住宅 ' + luck.int(60, 210) + ' 米'])}
- 固废：一般固废回收，危险废物每${luck.pick(['季度', '半年'])}转运一次并留联单
## 公众参与
建设单位张贴公告 ${luck.int(10, 15)} 天，收到意见 ${luck.int(0, 9)} 条，${luck.pick(['已经书面答复', '主要担心气味，已经提高排气筒高度', '主要担心车辆，已经限定运输时段'])}。
受理日期 ${md(d.workday(-11 - index * 97 - luck.int(12, 18)))}。`,
  };
}
