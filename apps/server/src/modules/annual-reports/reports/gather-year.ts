import {
  countRegulations,
  figuresOf,
  sumTableFour,
  sumTableThree,
  sumTableTwo,
  tableFour,
  tableThree,
  type CountedRegulations,
  type NamedCase,
  type Regulations,
  type ReportTables,
  type TableTwo,
  type YearFacts,
} from '@bandeng/rules';
import type { ReportedCase } from '../../information-requests';
import type { AnnualReportsDeps, Regulation } from '../deps';
import { yearRemedyOf } from '../remedies/keep-remedies';
import type { RemedyRecord } from '../remedies/remedy.repository';
import { DISTRICT } from './report.policy';
import { listReportingUnits } from './reporting-units';
import type { AnnualReportRecord, EnteredFigures, ReportKey } from './report.repository';

export const NOTHING_ENTERED: EnteredFigures = {
  ...{ rules: null, normative: null },
  ...{ permits: null, penalties: null, coercion: null, fees: null },
};

/** A year as the records stand, for one unit or the whole district. */
export interface GatheredYear {
  tables: ReportTables;
  counted: CountedRegulations;
  facts: YearFacts;
  carriedIn: NamedCase[];
  carriedOut: NamedCase[];
  /** What units handed in that the records no longer say, and papers that no row counts. */
  doubts: string[];
  /** Of the district: what each unit's numbers are; null for a unit's own. */
  sources: ReportSource[] | null;
}

export interface ReportSource {
  unitId: string;
  /** Its report as it was handed in, or what the records said, because it had not. */
  from: 'report' | 'records';
}

interface Records {
  cases: readonly ReportedCase[];
  remedies: readonly RemedyRecord[];
  papers: readonly Regulation[];
}

export async function gatherYear(
  deps: AnnualReportsDeps,
  { unit, year }: ReportKey,
  record: Pick<AnnualReportRecord, 'entered'> | null,
): Promise<GatheredYear> {
  const units = unit === DISTRICT ? ('all' as const) : [unit];
  const [cases, remedies, papers, published] = await Promise.all([
    deps.requests.listReportedCases(units, year),
    deps.remedies.listOfYear(units, year),
    deps.notices.listRegulations(),
    deps.notices.countOfYear(unit === DISTRICT ? 'all' : unit, year),
  ]);
  const today = deps.clock.today();
  const own = unit === DISTRICT ? papers : papers.filter(({ unitId }) => unitId === unit);
  const records = { cases, remedies, papers: own };
  const { tables, doubts, sources } =
    unit === DISTRICT
      ? await districtTables(deps, year, records)
      : unitTables(records, record?.entered ?? NOTHING_ENTERED, { year, today });
  const part = (figure: 'carriedIn' | 'carriedOut') =>
    cases.filter(one => figuresOf(one, year).includes(figure)).map(({ id, number }) => ({ id, number }));
  const ended = cases.filter(one => one.ended?.on.startsWith(`${year}-`));
  return {
    tables,
    counted: countRegulations(own, year, today),
    facts: {
      year,
      published,
      ended: ended.length,
      late: ended.filter(({ isLate }) => isLate).length,
      feesYuan: cases
        .filter(({ fee }) => fee?.paidOn.startsWith(`${year}-`))
        .reduce((all, { fee }) => all + (fee?.yuan ?? 0), 0),
    },
    carriedIn: part('carriedIn'),
    carriedOut: part('carriedOut'),
    ...{ doubts, sources },
  };
}

type GatheredTables = Pick<GatheredYear, 'tables' | 'doubts' | 'sources'>;

const unitTables = (
  records: Records,
  entered: EnteredFigures,
  when: { year: number; today: string },
): GatheredTables => ({
  tables: tablesOf(records, entered, when),
  doubts: unclassedOf(records, entered, when).map(text => `表二：${text}`),
  sources: null,
});

/** Papers that nobody classed are in no row; whoever states another count has answered for them. */
function unclassedOf(
  { papers }: Pick<Records, 'papers'>,
  { normative }: EnteredFigures,
  { year, today }: { year: number; today: string },
): string[] {
  const { unclassed } = countRegulations(papers, year, today);
  if (unclassed === 0 || normative !== null) return [];
  return [`有 ${unclassed} 件文件没有分类（规章、行政规范性文件还是其他文件），没有算进去`];
}

function tablesOf(
  { cases, remedies, papers }: Records,
  entered: EnteredFigures,
  { year, today }: { year: number; today: string },
): ReportTables {
  const { rules, normative, permits, penalties, coercion, fees } = entered;
  const counted = countRegulations(papers, year, today);
  const two: TableTwo = {
    rules: withoutReason(rules ?? counted.rules),
    normative: withoutReason(normative ?? counted.normative),
    ...{ permits, penalties, coercion, fees },
  };
  return { two, three: tableThree(cases, year), four: tableFour(remedies.map(yearRemedyOf), year) };
}

const withoutReason = ({ made, abolished, inForce }: Regulations): Regulations => ({ made, abolished, inForce });

/** What its units handed in, and of the others what the records say, added up. */
async function districtTables(
  deps: AnnualReportsDeps,
  year: number,
  { cases, remedies, papers }: Records,
): Promise<GatheredTables> {
  const reporting = await listReportingUnits(deps);
  const reports = (await deps.reports.listOfYear(year)).filter(({ unitId }) => unitId !== DISTRICT);
  const ofUnit = new Map(reports.map(report => [report.unitId, report]));
  const [casesOf, remediesOf, papersOf] = [byUnit(cases), byUnit(remedies), byUnit(papers)];
  const unitIds = new Set([
    ...reporting.map(({ id }) => id),
    ...[ofUnit, casesOf, remediesOf, papersOf].flatMap(known => [...known.keys()]),
  ]);
  const names = await deps.organization.findUnits([...unitIds]);
  const today = deps.clock.today();
  const doubts: string[] = [];
  const sources: ReportSource[] = [];
  const tables = [...unitIds].map(id => {
    const report = ofUnit.get(id);
    const of = { cases: casesOf.get(id) ?? [], remedies: remediesOf.get(id) ?? [], papers: papersOf.get(id) ?? [] };
    const entered = report?.entered ?? NOTHING_ENTERED;
    const live = tablesOf(of, entered, { year, today });
    const name = names.get(id)?.name ?? id;
    sources.push({ unitId: id, from: report?.handedIn ? 'report' : 'records' });
    if (!report?.handedIn) {
      doubts.push(...unclassedOf(of, entered, { year, today }).map(text => `${name}没有交报告，${text}`));
      return live;
    }
    doubts.push(...shiftsOf(name, report.handedIn.tables, live));
    return report.handedIn.tables;
  });
  const all =
    tables.length > 0 ? tables : [tablesOf({ cases: [], remedies: [], papers: [] }, NOTHING_ENTERED, { year, today })];
  return {
    tables: {
      two: sumTableTwo(all.map(({ two }) => two)),
      three: sumTableThree(all.map(({ three }) => three)),
      four: sumTableFour(all.map(({ four }) => four)),
    },
    ...{ doubts, sources },
  };
}

/** Lines of table three that a unit handed in with another sum than the cases have now. */
const shiftsOf = (name: string, handedIn: ReportTables, live: ReportTables): string[] =>
  handedIn.three.flatMap(({ label, total }, at) => {
    const now = live.three[at]!.total;
    return now === total ? [] : [`${name}交来的“${label}”是 ${total}，现在的办件算出来是 ${now}`];
  });

function byUnit<T extends { unitId: string }>(records: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const record of records) {
    const ofUnit = found.get(record.unitId) ?? [];
    if (ofUnit.length === 0) found.set(record.unitId, ofUnit);
    ofUnit.push(record);
  }
  return found;
}
