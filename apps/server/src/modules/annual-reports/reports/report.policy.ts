import { unitsOf, type Actor } from '../../../http/actor';
import { AppError } from '../../../platform/errors';
import type { AnnualReportRecord, ReportKey } from './report.repository';

/** The report of the whole district stands beside those of its units under this name. */
export const DISTRICT = 'district';

type Role = 'officer' | 'head' | 'legal' | 'supervisor';

/** Holders of a role for the unit; the district's report is for who holds it for the whole district. */
const holds = (actor: Actor, unit: string, ...roles: Role[]): boolean => {
  const units = unitsOf(actor, ...roles);
  return units === 'all' || (unit !== DISTRICT && units.includes(unit));
};

export const readsReport = (actor: Actor, unit: string): boolean =>
  holds(actor, unit, 'officer', 'head', 'legal', 'supervisor');

export function assertReads(actor: Actor, { unit }: Pick<ReportKey, 'unit'>): void {
  if (!readsReport(actor, unit)) throw new AppError('unit.not_found');
}

export function abilitiesOf(actor: Actor, unit: string, state: AnnualReportRecord['state']): Record<string, boolean> {
  const isDraft = state === 'draft';
  return {
    save: isDraft && holds(actor, unit, 'officer'),
    handIn: isDraft && holds(actor, unit, 'officer', 'head'),
    takeBack: !isDraft && holds(actor, unit, 'head'),
  };
}
