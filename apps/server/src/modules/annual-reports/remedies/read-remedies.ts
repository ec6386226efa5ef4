import type { RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import {
  remedyKinds,
  remedyResults,
  resultInYear,
  tableFour,
  tableFourFaults,
  type RemedyResult,
} from '@bandeng/rules';
import type { OfficeActor } from '../../../http/actor';
import type { AnnualReportsDeps } from '../deps';
import { readableUnits } from '../../../http/readable-units';
import { keepsRemedies, yearRemedyOf } from './keep-remedies';
import type { RemedyRecord } from './remedy.repository';

type Remedy = RouteAnswer<'staff.remedies.record'>;

export async function listRemediesOf(
  deps: AnnualReportsDeps,
  actor: OfficeActor,
  requestId: string,
): Promise<RouteAnswer<'staff.informationRequests.remedies'>> {
  const facts = await deps.requests.getFacts(actor, requestId);
  const items = await presentRemedies(deps, actor, await deps.remedies.listOfRequest(requestId));
  return { items, abilities: { record: keepsRemedies(actor, facts.unitId) && facts.receivedOn !== null } };
}

/** Table four as the register stands, for the units this member may read, or one of them. */
export async function readTableFour(
  deps: AnnualReportsDeps,
  actor: OfficeActor,
  { year, unit }: RouteInput<'staff.annualReport.remedies'>['query'],
): Promise<RouteAnswer<'staff.annualReport.remedies'>> {
  const records = await deps.remedies.listOfYear(readableUnits(actor, unit), year);
  const blocks = tableFour(records.map(yearRemedyOf), year);
  return {
    year,
    blocks,
    results: Object.entries(remedyResults).map(([result, label]) => ({ result: result as RemedyResult, label })),
    faults: tableFourFaults(blocks),
  };
}

/** The reviews and lawsuits behind one figure of it, or behind the sum of a block; the newest first. */
export async function listRemediesOfFigure(
  deps: AnnualReportsDeps,
  actor: OfficeActor,
  query: RouteInput<'staff.annualReport.remedyCases'>['query'],
): Promise<RouteAnswer<'staff.annualReport.remedyCases'>> {
  const { year, unit, kind, result, cursor, limit } = query;
  const list = `staff.annualReport.remedyCases:${year}:${unit ?? ''}:${kind}:${result ?? ''}`;
  const after = cursor === undefined ? undefined : String(deps.cursors.decode(list, cursor)[0]);
  const keyOf = ({ broughtOn, _id }: RemedyRecord): string => `${broughtOn} ${_id}`;
  const counted = (await deps.remedies.listOfYear(readableUnits(actor, unit), year))
    .filter(record => record.kind === kind)
    .filter(record => {
      const found = resultInYear(yearRemedyOf(record), year);
      return found !== null && (result === undefined || found === result);
    })
    .sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1))
    .filter(record => after === undefined || keyOf(record) < after);
  const shown = counted.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await presentRemedies(deps, actor, shown),
    nextCursor: last && counted.length > limit ? deps.cursors.encode(list, [keyOf(last)]) : null,
  };
}

async function presentRemedies(
  deps: AnnualReportsDeps,
  actor: OfficeActor,
  records: readonly RemedyRecord[],
): Promise<Remedy[]> {
  const [units, people, names] = await Promise.all([
    deps.organization.findUnits([...new Set(records.map(({ unitId }) => unitId))]),
    deps.identity.describeStaff([...new Set(records.map(({ createdBy }) => createdBy))]),
    deps.requests.findNames(records.map(({ requestId }) => requestId)),
  ]);
  return records.map(({ _id, requestId, unitId, endedOn, result, note, voided, createdBy, createdAt, ...record }) => {
    const { contentHash: _unsaid, ...said } = record;
    return {
      ...said,
      id: _id,
      request: { id: requestId, ...(names.get(requestId) ?? { number: '', name: '' }) },
      unit: { id: unitId, name: units.get(unitId)?.name ?? unitId },
      label: remedyKinds[record.kind],
      ended: result && { on: endedOn, result, note },
      voided: voided && { at: voided.at.toISOString(), reason: voided.reason },
      recordedBy: people.get(createdBy)?.name ?? '',
      recordedAt: createdAt.toISOString(),
      abilities: { change: keepsRemedies(actor, unitId) && voided === null },
    };
  });
}

export const presentRemedy = async (
  deps: AnnualReportsDeps,
  actor: OfficeActor,
  record: RemedyRecord,
): Promise<Remedy> => (await presentRemedies(deps, actor, [record]))[0]!;
