import { tableFourFaults, type TableFourBlock } from './table-four';
import { applicantColumns, tableThreeFaults, type ApplicantColumn, type TableThreeLine } from './table-three';
import type { TableTwo } from './table-two';

export interface ReportTables {
  two: TableTwo;
  three: TableThreeLine[];
  four: TableFourBlock[];
}
/** A case as the report names it. */
export interface NamedCase {
  id: string;
  number: string;
}
export interface Contradiction {
  text: string;
  /** The case it is about, when it is about one. */
  caseId: string | null;
}

const plain = (text: string): Contradiction => ({ text, caseId: null });

/**
 * Where a report contradicts itself, or the report of the year before as it was handed in: sums, and what was carried over, case by
 * case. Without a report of that year nothing is compared.
 */
export function reportContradictions(
  { two, three, four }: ReportTables,
  carriedIn: readonly NamedCase[],
  last: { two: TableTwo; carriedOut: readonly NamedCase[] } | null,
): Contradiction[] {
  const sums = [...tableThreeFaults(three), ...tableFourFaults(four)].map(plain);
  if (last === null) return sums;
  const has = (cases: readonly NamedCase[], id: string) => cases.some(one => one.id === id);
  const lost = last.carriedOut
    .filter(({ id }) => !has(carriedIn, id))
    .map(({ id, number }) => ({ caseId: id, text: `${number}：上一年的报告把它结转到了今年，现在算不到“上年结转”里` }));
  const extra = carriedIn
    .filter(({ id }) => !has(last.carriedOut, id))
    .map(({ id, number }) => ({ caseId: id, text: `${number}：算在“上年结转”里，上一年的报告没有结转它` }));
  return [
    ...sums,
    ...lost,
    ...extra,
    ...standing('规章', last.two.rules, two.rules),
    ...standing('行政规范性文件', last.two.normative, two.normative),
  ];
}

function standing(
  name: string,
  before: TableTwo['rules'],
  { made, abolished, inForce }: TableTwo['rules'],
): Contradiction[] {
  const expected = before.inForce + made - abolished;
  if (expected === inForce) return [];
  return [
    plain(
      `${name}：上一年现行有效 ${before.inForce} 件，加制发 ${made} 件、减废止 ${abolished} 件是 ${expected} 件，现在写的是 ${inForce} 件`,
    ),
  ];
}

const columns = Object.keys(applicantColumns) as ApplicantColumn[];

/** Tables three of several units, added up line by line. */
export function sumTableThree(tables: readonly (readonly TableThreeLine[])[]): TableThreeLine[] {
  const [first = [], ...others] = tables;
  return first.map((line, at) => {
    const lines = [line, ...others.map(table => table[at]!)];
    const sumOf = (column: ApplicantColumn) => lines.reduce((all, one) => all + one.byColumn[column], 0);
    return {
      ...line,
      byColumn: Object.fromEntries(columns.map(column => [column, sumOf(column)])) as TableThreeLine['byColumn'],
      total: lines.reduce((all, { total }) => all + total, 0),
    };
  });
}

/** Tables four of several units, added up block by block. */
export function sumTableFour(tables: readonly (readonly TableFourBlock[])[]): TableFourBlock[] {
  const [first = [], ...others] = tables;
  return first.map((block, at) => {
    const blocks = [block, ...others.map(table => table[at]!)];
    const results = Object.keys(block.byResult) as (keyof TableFourBlock['byResult'])[];
    const sumOf = (result: keyof TableFourBlock['byResult']) =>
      blocks.reduce((all, one) => all + one.byResult[result], 0);
    return {
      ...block,
      byResult: Object.fromEntries(results.map(result => [result, sumOf(result)])) as TableFourBlock['byResult'],
      total: blocks.reduce((all, { total }) => all + total, 0),
    };
  });
}
