import { chance, grouped, wan, type Chance } from '../../lib/chance';
import type { Dates, Month } from '../../lib/dates';
import { tableLines } from '../../lib/text-blocks';
import { entry, type Draft, type Writer } from '../draft';

interface Series {
  name: string;
  unit: string;
  columns: string[];
  kind: Draft['kind'];
  entries: string[];
  /** Working days after the month that the catalog allows. */
  within: number;
  /** Leaves out the newest month that is due: the catalog shows it as overdue. */
  late?: boolean;
  title: (month: Month) => string;
  /** `index` is 0 for the newest month. */
  write: (month: Month, luck: Chance, index: number) => { body: string; points: string[] };
}

const STREETS = ['柳营街道', '禾渡街道', '望桥街道', '石埠街道', '青槐街道', '砚山街道', '渔浦街道', '南陌街道'];
const perStreet = <T>(luck: Chance, row: (luck: Chance) => T): [string, T][] => STREETS.map(name => [name, row(luck)]);
const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
const signed = (value: number): string => (value === 0 ? '持平' : value > 0 ? `增加 ${value}` : `减少 ${-value}`);

const meals: Series = {
  name: 'meals',
  unit: 'civil-affairs',
  columns: ['subsidies', 'assistance'],
  kind: 'result',
  entries: [entry('elderly-care', '补贴与服务', '老年人助餐补贴发放结果')],
  within: 5,
  late: true,
  title: month => `${month.short}助餐补贴发放结果`,
  write: (month, luck, index) => {
    const rows = perStreet(luck, one => ({
      people: one.int(248, 330) - index * 2,
      meals: one.int(5300, 6900) - index * 90,
    }));
    const [people, mealsEaten] = [sum(rows.map(([, row]) => row.people)), sum(rows.map(([, row]) => row.meals))];
    const elder = Math.round(mealsEaten * 0.28);
    const yuan = (mealsEaten - elder) * 3 + elder * 5;
    return {
      points: [`${grouped(people)} 人，${grouped(mealsEaten)} 餐`, `发放 ${wan(yuan)} 万元`],
      body: `${month.label}，全区 ${31 - Math.floor(index / 4)} 个助餐点为 ${grouped(people)} 名老年人提供补贴餐 ${grouped(mealsEaten)} 份，其中每餐补 5 元的 ${grouped(elder)} 份，其余每餐补 3 元，共发放 ${wan(yuan)} 万元。
|= 各街道人数和餐数
${tableLines(['街道', '人数', '餐数'], [...rows.map(([name, row]) => [name, grouped(row.people), grouped(row.meals)]), ['合计', grouped(people), grouped(mealsEaten)]])}
${luck.pick(['补贴已在结账时减免，差额由区财政拨给助餐点。', '送餐上门的占 ' + luck.int(11, 19) + '%，和到店一样补。', '本月核减重复刷卡 ' + luck.int(6, 41) + ' 餐，没有计入。'])}账目有疑问，请打养老服务科 0599-555-1054。`,
    };
  },
};

const environment: Series = {
  name: 'environment',
  unit: 'ecology',
  columns: ['environment-quality'],
  kind: 'result',
  entries: [entry('ecology', '环境质量', '空气质量月报'), entry('ecology', '环境质量', '水环境质量月报')],
  within: 10,
  title: month => `${month.label}空气和水环境质量`,
  write: (month, luck) => {
    const days = Number(month.last.slice(8));
    const good = days - luck.int(0, month.month <= 2 || month.month === 12 ? 7 : 3);
    const fine = luck.int(Math.round(good * 0.35), Math.round(good * 0.7));
    const pm = luck.int(17, 29) + (month.month <= 2 || month.month === 12 ? 12 : 0);
    const sections: [string, string][] = [
      ['栖河望桥断面', 'Ⅲ类'],
      ['栖河渡口断面', luck.pick(['Ⅲ类', 'Ⅲ类', 'Ⅱ类'])],
      ['砚溪上坞断面', 'Ⅱ类'],
      ['渔浦水厂取水口', 'Ⅱ类'],
      ['纱厂河入栖河口', luck.pick(['Ⅳ类', 'Ⅳ类', 'Ⅲ类'])],
    ];
    return {
      points: [
        `优良 ${good} 天，PM2.5 平均 ${pm} 微克`,
        `5 个断面${sections.some(([, level]) => level === 'Ⅳ类') ? '，1 个没有达到Ⅲ类' : '全部达到Ⅲ类'}`,
      ],
      body: `## 空气
全月 ${days} 天，优 ${fine} 天，良 ${good - fine} 天，轻度污染 ${days - good} 天，没有重污染。PM2.5 平均浓度每立方米 ${pm} 微克，和去年同月相比${signed(luck.int(-4, 3))}微克。首要污染物是${luck.pick(month.month >= 5 && month.month <= 9 ? ['臭氧'] : ['细颗粒物', '可吸入颗粒物'])}。
## 水
${tableLines(
  ['断面', '水质', '超标项目'],
  sections.map(([name, level]) => [name, level, level === 'Ⅳ类' ? luck.pick(['总磷', '氨氮']) : '无']),
)}
${sections.some(([, level]) => level === 'Ⅳ类') ? '纱厂河沿线有两处雨污混接正在改造，改完后复测。' : '纱厂河混接点改造后，本月没有超标。'}`,
    };
  },
};

const food: Series = {
  name: 'food',
  unit: 'market',
  columns: ['inspections'],
  kind: 'result',
  entries: [entry('food-drug', '抽检与处罚', '食品抽检结果')],
  within: 10,
  title: month => `${month.label}食品抽检结果`,
  write: (month, luck) => {
    const kinds = luck.some(['蔬菜', '水产', '畜禽肉', '糕点', '粮油', '豆制品', '餐饮具', '水果', '炒货', '饮料'], 6);
    const rows = kinds.map(kind => ({ kind, taken: luck.int(18, 64), bad: luck.int(0, 9) > 6 ? luck.int(1, 2) : 0 }));
    const [taken, bad] = [sum(rows.map(row => row.taken)), sum(rows.map(row => row.bad))];
    const faults = ['毒死蜱超标', '恩诺沙星超标', '菌落总数超标', '过氧化值超标', '大肠菌群检出', '甜蜜素超标'];
    return {
      points: [`抽 ${taken} 批，${bad === 0 ? '全部合格' : `${bad} 批不合格`}`],
      body: `${month.label}在商场、市场、学校食堂和小餐馆抽样 ${taken} 批次，不合格 ${bad} 批次，合格率 ${(((taken - bad) / taken) * 100).toFixed(1)}%。
${tableLines(
  ['品种', '抽样', '不合格', '问题'],
  rows.map(row => [row.kind, row.taken, row.bad, row.bad === 0 ? '' : luck.pick(faults)]),
)}
${bad === 0 ? '复查上月整改的摊位，没有再发现同类问题。' : `不合格食品已经封存 ${luck.int(6, 88)} 公斤，${luck.int(1, bad)} 件立案，其余正在溯源。`}买到可疑食品，请留好小票，打 0599-555-1176。`,
    };
  },
};

const revenue: Series = {
  name: 'revenue',
  unit: 'finance',
  columns: ['budgets-accounts', 'money'],
  kind: 'finance',
  entries: [entry('budgets', '执行与管理', '财政收支月报')],
  within: 15,
  title: month => `${month.label}财政收支情况`,
  write: (month, luck) => {
    const income = luck.int(9_800, 15_600);
    const parts = [0.27, 0.24, 0.19, 0.16].map(share => Math.round(income * 1.42 * (share + luck.int(-15, 15) / 1000)));
    const rest = Math.round(income * 1.42) - sum(parts);
    const spent = sum(parts) + rest;
    return {
      points: [`收入 ${(income / 10_000).toFixed(2)} 亿元，支出 ${(spent / 10_000).toFixed(2)} 亿元`],
      body: `${month.short}，全区一般公共预算收入 ${grouped(income)} 万元，其中税收 ${grouped(Math.round(income * 0.78))} 万元。${month.month === 1 ? '' : `同比${signed(luck.int(-6, 9))} 个百分点。`}
|= 支出（万元）
${tableLines(['科目', '金额'], [...['教育', '社会保障和就业', '城乡社区', '卫生健康'].map((name, place) => [name, grouped(parts[place] as number)]), ['其他', grouped(rest)], ['合计', grouped(spent)]])}
${luck.pick(['支出多于收入的部分由上级转移支付和上年结余弥补。', '直达资金已经下达到人到户。', '三公经费支出控制在年度预算之内。'])}`,
    };
  },
};

const allowance: Series = {
  name: 'allowance',
  unit: 'civil-affairs',
  columns: ['subsidies', 'assistance'],
  kind: 'result',
  entries: [entry('social-assistance', '最低生活保障', '低保资金发放结果')],
  within: 10,
  title: month => `${month.label}低保资金发放结果`,
  write: (month, luck, index) => {
    const rows = perStreet(luck, one => one.int(96, 214) + (index % 3));
    const households = sum(rows.map(([, count]) => count));
    const people = Math.round(households * 1.53);
    const yuan = people * luck.int(598, 662);
    return {
      points: [`${grouped(households)} 户 ${grouped(people)} 人`, `发放 ${wan(yuan)} 万元`],
      body: `${month.short}低保资金已于月初打到各户社保卡，共 ${grouped(households)} 户 ${grouped(people)} 人，${wan(yuan)} 万元，人均 ${Math.round(yuan / people)} 元。
${tableLines(['街道', '户数'], [...rows, ['合计', households]])}
本月新增 ${luck.int(6, 22)} 户，退出 ${luck.int(4, 18)} 户，退出原因主要是${luck.pick(['家人就业', '收入增加', '死亡或迁出'])}。没有收到的请先查社保卡是否过期。`,
    };
  },
};

const buildings: Series = {
  name: 'buildings',
  unit: 'urban-management',
  columns: ['penalties', 'supervision'],
  kind: 'result',
  entries: [entry('urban-enforcement', '城乡规划', '违法建设治理进展')],
  within: 10,
  late: true,
  title: month => `${month.label}违法建设治理进展`,
  write: (month, luck, index) => {
    const rows = perStreet(luck, one => ({ torn: one.int(2, 16), left: one.int(8, 52) + index }));
    const torn = sum(rows.map(([, row]) => row.torn));
    return {
      points: [`拆除 ${torn} 处，还剩 ${sum(rows.map(([, row]) => row.left))} 处`],
      body: `${month.short}全区拆除违法建设 ${torn} 处 ${grouped(torn * luck.int(34, 61))} 平方米，其中自行拆除 ${Math.round(torn * 0.7)} 处。
${tableLines(
  ['街道', '本月拆除', '台账剩余'],
  rows.map(([name, row]) => [name, row.torn, row.left]),
)}
${luck.pick(['新发现的 ', '居民举报的 '])}${luck.int(3, 12)} 处已经责令停工。看到楼顶加盖、一层开门的，请打 0599-555-1121。`,
    };
  },
};

const safety: Series = {
  name: 'safety',
  unit: 'emergency',
  columns: ['inspections'],
  kind: 'result',
  entries: [entry('work-safety', '监督检查', '监督检查结果')],
  within: 10,
  title: month => `${month.label}安全生产检查情况`,
  write: (month, luck) => {
    const rows = ['小餐馆', '小旅馆', '加工作坊', '仓库', '建筑工地', '加油站'].map(kind => ({
      kind,
      seen: luck.int(6, 58),
      found: luck.int(3, 41),
    }));
    const [seen, found] = [sum(rows.map(row => row.seen)), sum(rows.map(row => row.found))];
    const fixed = found - luck.int(0, 9);
    return {
      points: [`查 ${seen} 家，隐患 ${found} 处，已改 ${fixed} 处`],
      body: `${month.short}检查 ${seen} 家，发现隐患 ${found} 处，当场或限期改好 ${fixed} 处${fixed < found ? `，剩下 ${found - fixed} 处没有到期` : ''}。
${tableLines(
  ['场所', '检查', '隐患'],
  rows.map(row => [row.kind, row.seen, row.found]),
)}
问题多的是${luck.pick(['疏散通道堆杂物', '液化气瓶和灶台同室', '灭火器过期', '配电箱没有漏电保护', '特种作业证过期'])}。立案 ${luck.int(0, 4)} 件。`,
    };
  },
};

export const monthlyNotices: Writer = d =>
  [meals, environment, food, revenue, allowance, buildings, safety].flatMap(series => {
    const newestDue = Array.from({ length: 3 }, (_, back) => d.month(-1 - back)).find(
      month => d.plusWorking(month.last, series.within) < d.today,
    );
    return Array.from({ length: 13 }, (_, index) => ({ index, month: d.month(-1 - index) }))
      .filter(({ month }) => !(series.late && month.label === newestDue?.label))
      .flatMap(({ month, index }) => monthly(d, series, month, index));
  });

function monthly(d: Dates, series: Series, month: Month, index: number): Draft[] {
  const luck = chance(`${series.name}-${index}`);
  const day = d.plusWorking(month.last, luck.int(Math.max(1, series.within - 5), series.within - 1));
  if (day >= d.today) return [];
  const at = d.on(day, `${String(luck.int(9, 16)).padStart(2, '0')}:${luck.pick(['05', '20', '30', '45'])}`);
  const { name, title, write, unit, columns, kind, entries } = series;
  return [
    {
      key: `${name}-${month.first.slice(0, 7)}`,
      title: title(month),
      at,
      unit,
      columns,
      kind,
      entries,
      ...write(month, luck, index),
    },
  ];
}
