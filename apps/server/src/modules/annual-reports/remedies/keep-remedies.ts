import type { RouteInput } from '@bandeng/contracts/types';
import { canonicalJson, remedyFault, type YearRemedy } from '@bandeng/rules';
import { hasRoleForUnit, type OfficeActor } from '../../../http/actor';
import { sha256 } from '../../../platform/crypto';
import { AppError, invalidField } from '../../../platform/errors';
import { isDuplicateKey, type Tx } from '../../../platform/transaction';
import type { AnnualReportsDeps } from '../deps';
import type { RemedyRecord } from './remedy.repository';

export const REMEDIES = 'remedies';

export const readsRemedy = (actor: OfficeActor, unitId: string): boolean =>
  hasRoleForUnit(actor, unitId, 'officer', 'head', 'legal', 'supervisor');
export const keepsRemedies = (actor: OfficeActor, unitId: string): boolean =>
  hasRoleForUnit(actor, unitId, 'officer', 'legal');

/** Writes down that an applicant turned to a review or a court. A repeat is the same record. */
export async function recordRemedy(
  deps: AnnualReportsDeps,
  actor: OfficeActor,
  requestId: string,
  { id, ...input }: RouteInput<'staff.remedies.record'>['body'],
): Promise<{ remedy: RemedyRecord; isNew: boolean }> {
  const facts = await deps.requests.getFacts(actor, requestId);
  if (!keepsRemedies(actor, facts.unitId)) throw new AppError('request.not_found');
  if (facts.receivedOn === null) throw new AppError('request.state');
  const contentHash = sha256(canonicalJson({ requestId, input }));
  const again = async () => {
    const known = await deps.remedies.find(id);
    if (known && known.contentHash !== contentHash) throw new AppError('id.conflict');
    return known;
  };
  const known = await again();
  if (known) return { remedy: known, isNew: false };
  const remedy: RemedyRecord = {
    ...{ _id: id, contentHash, requestId, unitId: facts.unitId, ...input, caseNumber: input.caseNumber ?? null },
    ...{ endedOn: '', result: null, note: null, voided: null },
    ...{ createdBy: actor.staffId, createdAt: deps.clock.now(), revision: 1 },
  };
  try {
    await deps.transaction(async tx => {
      await assertPossible(deps, remedy, { receivedOn: facts.receivedOn! }, tx);
      await deps.remedies.insert(remedy, tx);
      await note(deps, actor, { act: 'recorded', remedy }, tx);
    });
  } catch (error) {
    const made = isDuplicateKey(error) ? await again() : null;
    if (!made) throw error;
    return { remedy: made, isNew: false };
  }
  return { remedy, isNew: true };
}

/** Its result, or another one where the first was wrong. */
export const concludeRemedy = (
  deps: AnnualReportsDeps,
  actor: OfficeActor,
  id: string,
  { revision, on, result, note: words = null }: Concluded,
): Promise<RemedyRecord> =>
  change(deps, actor, { id, revision }, async (remedy, tx) => {
    const facts = await deps.requests.getFacts(actor, remedy.requestId);
    const next = { ...remedy, endedOn: on, result, note: words };
    await assertPossible(deps, next, { receivedOn: facts.receivedOn ?? remedy.broughtOn }, tx);
    return { next, act: remedy.result === null ? 'concluded' : 'result_changed' };
  });
type Concluded = Omit<RouteInput<'staff.remedies.conclude'>['body'], 'note'> & { note?: string | null | undefined };

/** Written down by mistake: it stays to be read, and no figure counts it. */
export const voidRemedy = (
  deps: AnnualReportsDeps,
  actor: OfficeActor,
  id: string,
  { revision, reason }: RouteInput<'staff.remedies.void'>['body'],
): Promise<RemedyRecord> =>
  change(deps, actor, { id, revision }, remedy =>
    Promise.resolve({ next: { ...remedy, voided: { at: deps.clock.now(), reason } }, act: 'voided' }),
  );

type Act = 'recorded' | 'concluded' | 'result_changed' | 'voided';

function change(
  deps: AnnualReportsDeps,
  actor: OfficeActor,
  { id, revision }: { id: string; revision: number },
  decide: (remedy: RemedyRecord, tx: Tx) => Promise<{ next: RemedyRecord; act: Act }>,
): Promise<RemedyRecord> {
  return deps.transaction(async tx => {
    const remedy = await deps.remedies.get(id, tx);
    if (!keepsRemedies(actor, remedy.unitId)) throw new AppError('remedy.not_found');
    if (remedy.voided) throw new AppError('remedy.voided');
    if (remedy.revision !== revision) throw new AppError('remedy.changed');
    const { next, act } = await decide(remedy, tx);
    const written = await deps.remedies.replace(next, tx);
    await note(deps, actor, { act, remedy: written }, tx);
    return written;
  });
}

async function assertPossible(
  deps: AnnualReportsDeps,
  remedy: RemedyRecord,
  { receivedOn }: { receivedOn: string },
  tx: Tx,
): Promise<void> {
  const others = await deps.remedies.listOfRequest(remedy.requestId, tx);
  const reviewsEndedOn = others
    .filter(({ kind, voided, endedOn }) => kind === 'review' && voided === null && endedOn !== '')
    .map(({ endedOn }) => endedOn);
  const fault = remedyFault(yearRemedyOf(remedy), { receivedOn, reviewsEndedOn }, deps.clock.today());
  if (fault) throw invalidField(fault.field, fault.message);
}

export const yearRemedyOf = ({ kind, broughtOn, endedOn, result }: RemedyRecord): YearRemedy => ({
  kind,
  broughtOn,
  ended: result && { on: endedOn, result },
});

async function note(
  deps: AnnualReportsDeps,
  actor: OfficeActor,
  { act, remedy }: { act: Act; remedy: RemedyRecord },
  tx: Tx,
): Promise<void> {
  const fields = act === 'recorded' || act === 'voided' ? [] : ['endedOn', 'result', 'note'];
  await deps.audit.add(actor, `remedy.${act}`, { collection: REMEDIES, id: remedy._id, fields }, tx);
  // Beside the history of the case, where it is looked for.
  await deps.audit.add(actor, `remedy.${act}`, { collection: 'informationRequests', id: remedy.requestId }, tx);
  await deps.outbox.add({ name: `remedy.${act}`, remedyId: remedy._id, requestId: remedy.requestId }, tx);
}
