import type { RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import {
  applicantColumns,
  figuresOf,
  tableThree,
  tableThreeFaults,
  tableThreeRowOf,
  type ApplicantColumn,
  type YearCase,
} from '@bandeng/rules';
import type { Actor } from '../../http/actor';
import { readableUnits } from '../../http/readable-units';
import type { InformationRequestsDeps } from './deps';
import type { CountedRequest } from './information-request.repository';
import { summarizePage } from './read-information-request';

/** Table three of the annual report (Art. 49, 50; 国办公开办函〔2021〕30号) as the cases stand, for the units this member may read, or one of them. */
export async function readTableThree(
  deps: InformationRequestsDeps,
  actor: Actor,
  { year, unit }: RouteInput<'staff.annualReport.requests'>['query'],
): Promise<RouteAnswer<'staff.annualReport.requests'>> {
  const unitIds = readableUnits(actor, unit);
  const [records, units] = await Promise.all([
    deps.requests.listOfYear(unitIds, year),
    deps.organization.findUnits(unitIds === 'all' ? [] : unitIds),
  ]);
  const lines = tableThree(records.map(caseOf), year);
  return {
    year,
    units: unitIds === 'all' ? null : unitIds.map(id => ({ id, name: units.get(id)?.name ?? id })),
    columns: Object.entries(applicantColumns).map(([column, label]) => ({ column: column as ApplicantColumn, label })),
    lines,
    faults: tableThreeFaults(lines),
  };
}

/** The cases behind one figure of it, by their numbers, the newest first. */
export async function listCasesOfFigure(
  deps: InformationRequestsDeps,
  actor: Actor,
  query: RouteInput<'staff.annualReport.cases'>['query'],
): Promise<RouteAnswer<'staff.annualReport.cases'>> {
  const { year, unit, figure, column, cursor, limit } = query;
  const list = `staff.annualReport.cases:${year}:${unit ?? ''}:${figure}:${column ?? ''}`;
  const after = cursor === undefined ? undefined : String(deps.cursors.decode(list, cursor)[0]);
  const records = await deps.requests.listOfYear(readableUnits(actor, unit), year);
  const counted = records
    .filter(record => isCounted(caseOf(record), query))
    .sort((a, b) => (a.number < b.number ? 1 : -1))
    .filter(({ number }) => after === undefined || number < after);
  const shown = counted.slice(0, limit);
  const found = new Map((await deps.requests.listByIds(shown.map(({ _id }) => _id))).map(one => [one._id, one]));
  const { items } = await summarizePage(deps, {
    items: shown.flatMap(({ _id }) => found.get(_id) ?? []),
    nextCursor: null,
  });
  const last = shown.at(-1);
  return { items, nextCursor: last && counted.length > limit ? deps.cursors.encode(list, [last.number]) : null };
}

function isCounted(one: YearCase, { year, figure, column }: RouteInput<'staff.annualReport.cases'>['query']): boolean {
  if (column !== undefined && one.column !== column) return false;
  const figures = figuresOf(one, year);
  if (figure !== 'total') return figures.includes(figure);
  return figures.some(counted => counted !== 'received' && counted !== 'carriedIn' && counted !== 'carriedOut');
}

function caseOf({ applicantKind, organizationKind, receivedOn, endedOn, events }: CountedRequest): YearCase {
  const row = tableThreeRowOf(events.map(({ fact }) => fact));
  return {
    column: applicantKind === 'person' ? 'person' : (organizationKind ?? 'other'),
    receivedOn,
    ended: row && { on: endedOn, row },
  };
}

/** A case of a year with what the annual report and its figures are counted from; nothing of the applicant. */
export interface ReportedCase extends YearCase {
  id: string;
  number: string;
  unitId: string;
  /** The last day as the clock has it. */
  dueOn: string | null;
  /** Answered after it. */
  isLate: boolean;
  /** 信息处理费 that was paid, and when. */
  fee: { yuan: number; paidOn: string } | null;
}

/** Cases that came into the year or were carried into it. */
export async function listReportedCases(
  deps: Pick<InformationRequestsDeps, 'requests'>,
  unitIds: readonly string[] | 'all',
  year: number,
): Promise<ReportedCase[]> {
  const records = await deps.requests.listOfYear(unitIds, year);
  return records.map(record => {
    const { _id: id, number, unitId, dueOn, endedOn, events, fee } = record;
    const isDecided = events.some(({ fact }) => fact.type === 'decided');
    return {
      ...caseOf(record),
      ...{ id, number, unitId, dueOn },
      isLate: isDecided && dueOn !== null && endedOn > dueOn,
      fee: fee && fee.paidOn !== null ? { yuan: fee.yuan, paidOn: fee.paidOn } : null,
    };
  });
}
