import type { RouteInput } from '@bandeng/contracts/types';
import { missingFigures } from '@bandeng/rules';
import type { OfficeActor } from '../../../http/actor';
import { AppError, invalidField } from '../../../platform/errors';
import type { Tx } from '../../../platform/transaction';
import type { AnnualReportsDeps } from '../deps';
import { contradictionsOf, emptyReport, missingSections, nameOfReport, titleOf } from './describe-report';
import { gatherYear } from './gather-year';
import { listMissingUnits } from './reporting-units';
import { abilitiesOf, assertReads, DISTRICT } from './report.policy';
import type { AnnualReportRecord, ReportKey } from './report.repository';

export const ANNUAL_REPORTS = 'annualReports';

/** Writes the sections and the figures that no record holds; not once it was handed in. */
export async function saveReport(
  deps: AnnualReportsDeps,
  actor: OfficeActor,
  key: ReportKey,
  { revision, sections, entered }: RouteInput<'staff.annualReports.save'>['body'],
): Promise<void> {
  assertReads(actor, key);
  if ((await nameOfReport(deps, key.unit)) === null) throw new AppError('unit.not_found');
  if (key.unit === DISTRICT && entered !== null) throw invalidField('entered', '全区的表二由各单位的相加，不单独填。');
  await change(deps, actor, { key, revision, ability: 'save', refusal: 'annual_report.handed_in' }, report => ({
    act: 'saved',
    next: { ...report, sections, entered: entered ?? report.entered },
  }));
}

/** From here on it stays as it was handed in, and everybody can read it. */
export async function handInReport(
  deps: AnnualReportsDeps,
  actor: OfficeActor,
  key: ReportKey,
  { revision, explanation, withoutUnits = false }: HandIn,
): Promise<void> {
  assertReads(actor, key);
  if (deps.clock.today() <= `${key.year}-12-31`) throw new AppError('annual_report.year_runs');
  const seen = await deps.reports.find(key);
  const name = await nameOfReport(deps, key.unit);
  if (!seen || name === null) throw new AppError('annual_report.incomplete');
  const { tables, carriedIn, carriedOut, doubts, sources } = await gatherYear(deps, key, seen);
  const missing = [...missingSections(seen.sections), ...(key.unit === DISTRICT ? [] : missingFigures(tables.two))];
  if (missing.length > 0) throw new AppError('annual_report.incomplete', { data: { missing } });
  const units = key.unit === DISTRICT && !withoutUnits ? await listMissingUnits(deps, key.year) : [];
  if (units.length > 0)
    throw new AppError('annual_report.units_missing', { data: { units: units.map(unit => unit.name) } });
  const contradictions = await contradictionsOf(deps, key, { tables, carriedIn, doubts });
  if (contradictions.length > 0 && explanation === undefined)
    throw new AppError('annual_report.contradicts', {
      data: { contradictions: contradictions.map(({ text }) => text) },
    });
  const refusal = 'annual_report.handed_in';
  await change(deps, actor, { key, revision, ability: 'handIn', refusal }, report => ({
    act: 'handed_in',
    next: {
      ...report,
      state: 'handed_in',
      handedIn: {
        ...{ at: deps.clock.now(), by: actor.staffId, title: titleOf(name, key.year), sections: report.sections },
        ...{ tables, carriedOut, sources, explanation: explanation ?? null },
      },
    },
  }));
}
type HandIn = RouteInput<'staff.annualReports.handIn'>['body'];

/** To be put right: what was handed in is kept beside it, with why. */
export async function takeBackReport(
  deps: AnnualReportsDeps,
  actor: OfficeActor,
  key: ReportKey,
  { revision, reason }: RouteInput<'staff.annualReports.takeBack'>['body'],
): Promise<void> {
  assertReads(actor, key);
  const refusal = 'annual_report.not_handed_in';
  await change(deps, actor, { key, revision, ability: 'takeBack', refusal }, report => ({
    act: 'taken_back',
    next: {
      ...report,
      state: 'draft',
      handedIn: null,
      earlier: [...report.earlier, { ...report.handedIn!, takenBackAt: deps.clock.now(), reason }],
    },
  }));
}

type Refusal = 'annual_report.handed_in' | 'annual_report.not_handed_in';
interface Wanted {
  key: ReportKey;
  revision: number;
  ability: 'save' | 'handIn' | 'takeBack';
  /** Said when the report is in the other state. */
  refusal: Refusal;
}
interface Changed {
  act: 'saved' | 'handed_in' | 'taken_back';
  next: Omit<AnnualReportRecord, 'savedAt' | 'savedBy'>;
}

async function change(
  deps: AnnualReportsDeps,
  actor: OfficeActor,
  { key, revision, ability, refusal }: Wanted,
  decide: (report: Omit<AnnualReportRecord, 'savedAt' | 'savedBy'>) => Changed,
): Promise<void> {
  await deps.transaction(async tx => {
    const report = (await deps.reports.find(key, tx)) ?? emptyReport(key);
    const fits = ability === 'takeBack' ? report.state === 'handed_in' : report.state === 'draft';
    if (!fits) throw new AppError(refusal);
    if (!abilitiesOf(actor, key.unit, report.state)[ability]) throw new AppError('auth.forbidden');
    if (report.revision !== revision) throw new AppError('annual_report.changed');
    const { act, next } = decide(report);
    const written = await deps.reports.put({ ...next, savedAt: deps.clock.now(), savedBy: actor.staffId }, tx);
    await note(deps, actor, { act, from: report.state, report: written }, tx);
  });
}

async function note(
  deps: AnnualReportsDeps,
  actor: OfficeActor,
  { act, from, report }: { act: Changed['act']; from: AnnualReportRecord['state']; report: AnnualReportRecord },
  tx: Tx,
): Promise<void> {
  const subject = { collection: ANNUAL_REPORTS, id: report._id };
  const moved = from === report.state ? { fields: ['sections', 'entered'] } : { from, to: report.state };
  await deps.audit.add(actor, `annual-report.${act}`, { ...subject, ...moved }, tx);
  await deps.outbox.add({ name: `annual-report.${act}`, reportId: report._id }, tx);
}
