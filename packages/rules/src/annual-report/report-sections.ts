import type { LocalDate } from '../calendar';
import type { ReportTables } from './report-checks';
import type { TableThreeLine } from './table-three';

/** The sections that are written, by the numbers they have in the form; 二, 三 and 四 are the tables. */
export const reportSections = {
  overview: '一、总体情况',
  problems: '五、存在的主要问题及改进情况',
  others: '六、其他需要报告的事项',
} as const;
export type ReportSection = keyof typeof reportSections;

export const reportTableTitles = {
  two: '二、主动公开政府信息情况',
  three: '三、收到和处理政府信息公开申请情况',
  four: '四、政府信息公开行政复议、行政诉讼情况',
} as const;

/** What the numbers of a unit are in the district's report. */
export const reportSourceLabels = {
  report: '它交来的报告',
  records: '还没有交报告，按系统里的记录算',
} as const;

/** Departments hand in and publish by 31 January, the district publishes by 31 March of the next year (政府信息公开条例第四十九条). */
export const reportDueOn = (scope: 'unit' | 'district', year: number): LocalDate =>
  `${year + 1}-${scope === 'unit' ? '01-31' : '03-31'}`;

export interface YearFacts {
  year: number;
  /** Notices made public in the year. */
  published: number;
  /** Answered or otherwise ended in the year, and of those after the last day. */
  ended: number;
  late: number;
  /** 信息处理费 received in the year. */
  feesYuan: number;
}

const totalOf = (lines: readonly TableThreeLine[], figure: TableThreeLine['figure']): number =>
  lines.find(line => line.figure === figure)?.total ?? 0;
const startingWith = (lines: readonly TableThreeLine[], start: string): number =>
  lines.filter(({ figure }) => figure.startsWith(start)).reduce((all, { total }) => all + total, 0);

/** The year's facts as sentences for each written section: laid ready, for the unit to take over and to go on from. */
export function factSentences(
  { year, published, ended, late, feesYuan }: YearFacts,
  { two, three, four }: ReportTables,
): Record<ReportSection, string[]> {
  const of = (figure: TableThreeLine['figure']) => totalOf(three, figure);
  const [review, lawsuit, after] = four;
  const corrected = four.reduce((all, { byResult }) => all + byResult.corrected, 0);
  const { made, abolished, inForce } = two.normative;
  return {
    overview: [
      `${year} 年主动公开政府信息 ${published} 条；制发行政规范性文件 ${made} 件，废止 ${abolished} 件，现行有效 ${inForce} 件。`,
      `新收政府信息公开申请 ${of('received')} 件，上年结转 ${of('carriedIn')} 件；办结 ${of('total')} 件，其中予以公开 ${of('granted')} 件、部分公开 ${of('partial')} 件、不予公开 ${startingWith(three, 'denied.')} 件、无法提供 ${startingWith(three, 'unable.')} 件、不予处理 ${startingWith(three, 'unhandled.')} 件、其他处理 ${startingWith(three, 'other.')} 件；结转下年 ${of('carriedOut')} 件。`,
      `因政府信息公开引起的行政复议 ${review?.total ?? 0} 件，行政诉讼 ${(lawsuit?.total ?? 0) + (after?.total ?? 0)} 件。`,
    ],
    problems: [
      ...(late > 0 ? [`办结的 ${ended} 件申请里，有 ${late} 件超过了法定期限。`] : []),
      ...(corrected > 0 ? [`有 ${corrected} 件答复在行政复议或行政诉讼中被纠正。`] : []),
      ...(of('unable.notHeld') > 0 ? [`有 ${of('unable.notHeld')} 件申请因为本机关不掌握相关信息没有提供。`] : []),
    ],
    others: [
      feesYuan > 0
        ? `${year} 年收取政府信息公开信息处理费 ${feesYuan} 元。`
        : `${year} 年没有收取政府信息公开信息处理费。`,
    ],
  };
}
