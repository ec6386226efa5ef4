import type { Chance } from '../lib/chance';
import type { DemoBlock } from '../types';

/** One line of table three: 自然人, five kinds of organisation, 总计. */
type Line = number[];
const APPLICANTS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const RESULTS = [
  '（一）予以公开',
  '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
  '（三）不予公开：1.属于国家秘密',
  '2.其他法律行政法规禁止公开',
  '3.危及“三安全一稳定”',
  '4.保护第三方合法权益',
  '5.属于三类内部事务信息',
  '6.属于四类过程性信息',
  '7.属于行政执法案卷',
  '8.属于行政查询事项',
  '（四）无法提供：1.本机关不掌握相关政府信息',
  '2.没有现成信息需要另行制作',
  '3.补正后申请内容仍不明确',
  '（五）不予处理：1.信访举报投诉类申请',
  '2.重复申请',
  '3.要求提供公开出版物',
  '4.无正当理由大量反复申请',
  '5.要求行政机关确认或重新出具已获取信息',
  '（六）其他处理：1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  '3.其他',
];
/** Where most answers fall; the rest of the rows stay empty in a small office. */
const USUAL = [0, 0, 0, 0, 0, 1, 1, 5, 6, 7, 10, 10, 11, 13, 14, 18, 20];

export interface Requests {
  received: Line;
  carriedIn: Line;
  results: Line[];
  total: Line;
  carriedOut: Line;
}

const withTotal = (line: Line): Line => [...line, line.reduce((sum, value) => sum + value, 0)];
const add = (a: Line, b: Line): Line => a.map((value, place) => value + (b[place] as number));

/** A year of requests that adds up: received + carried in = answered + carried out, column by column (FACTS §2). */
export function requestsOfYear(luck: Chance, size: number, carriedIn: Line): Requests {
  const received = [luck.int(size, size * 2), luck.int(0, 3), 0, luck.int(0, 1), luck.int(0, 2), luck.int(0, 1)];
  const open = add(received, carriedIn);
  const carriedOut = open.map(value => Math.min(value, luck.int(0, value > 6 ? 3 : 1)));
  const total = open.map((value, place) => value - (carriedOut[place] as number));
  const results = RESULTS.map(() => total.map(() => 0));
  total.forEach((count, column) => {
    for (let left = count; left > 0; left -= 1) {
      const line = results[luck.pick(USUAL)] as Line;
      line[column] = (line[column] as number) + 1;
    }
  });
  return { received, carriedIn, results, total, carriedOut };
}

export function tableTwo(luck: Chance): DemoBlock[] {
  const made = luck.int(0, 4);
  const repealed = luck.int(0, 2);
  return [
    {
      type: 'table',
      caption: '第二十条第（一）项',
      head: ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
      rows: [
        ['规章', '0', '0', '0'],
        ['行政规范性文件', String(made), String(repealed), String(made + luck.int(5, 24))],
      ],
    },
    {
      type: 'table',
      caption: '第二十条第（五）项',
      head: ['信息内容', '本年处理决定数量'],
      rows: [['行政许可', String(luck.int(40, 2_400))]],
    },
    {
      type: 'table',
      caption: '第二十条第（六）项',
      head: ['信息内容', '本年处理决定数量'],
      rows: [
        ['行政处罚', String(luck.int(0, 320))],
        ['行政强制', String(luck.int(0, 18))],
      ],
    },
    {
      type: 'table',
      caption: '第二十条第（八）项',
      head: ['信息内容', '本年收费金额（单位：万元）'],
      rows: [['行政事业性收费', (luck.int(0, 8_600) / 100).toFixed(2)]],
    },
  ];
}

export function tableThree({ received, carriedIn, results, total, carriedOut }: Requests): DemoBlock {
  const row = (label: string, line: Line): string[] => [label, ...withTotal(line).map(String)];
  return {
    type: 'table',
    caption: '本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和',
    head: ['项目', ...APPLICANTS],
    rows: [
      row('一、本年新收政府信息公开申请数量', received),
      row('二、上年结转政府信息公开申请数量', carriedIn),
      ...results.map((line, place) => row(`三、本年度办理结果${RESULTS[place]}`, line)),
      row('三、本年度办理结果（七）总计', total),
      row('四、结转下年度继续办理', carriedOut),
    ],
  };
}

const OUTCOMES = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
export function tableFour(luck: Chance): DemoBlock {
  const line = (most: number): string[] =>
    withTotal([luck.int(0, most), luck.int(0, 1), luck.int(0, 1), luck.int(0, 1)]).map(String);
  return {
    type: 'table',
    head: ['类别', ...OUTCOMES],
    rows: [
      ['行政复议', ...line(3)],
      ['行政诉讼：未经复议直接起诉', ...line(1)],
      ['行政诉讼：复议后起诉', ...line(1)],
    ],
  };
}
