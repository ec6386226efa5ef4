import type { AnnualReportsDeps } from '../deps';

const REPORTING: readonly string[] = ['government', 'department', 'street'];

/** Departments and streets hand in a report (Art. 49); public utilities publish by Art. 55 and do not. */
export async function listReportingUnits(
  deps: Pick<AnnualReportsDeps, 'organization'>,
): Promise<{ id: string; name: string }[]> {
  const units = await deps.organization.listAllUnits();
  return units
    .filter(({ kind, closedOn }) => REPORTING.includes(kind) && !closedOn)
    .map(({ _id, name }) => ({ id: _id, name }));
}

/** Those whose report of a year is not handed in. */
export async function listMissingUnits(
  deps: Pick<AnnualReportsDeps, 'organization' | 'reports'>,
  year: number,
): Promise<{ id: string; name: string }[]> {
  const [units, reports] = await Promise.all([listReportingUnits(deps), deps.reports.listOfYear(year)]);
  const done = new Set(reports.filter(({ state }) => state === 'handed_in').map(({ unitId }) => unitId));
  return units.filter(({ id }) => !done.has(id));
}
