import type { RouteAnswer } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../../http/actor';
import { AppError } from '../../../platform/errors';
import type { GridDeps } from '../deps';
import { ON_BEHALF, type OnBehalfRecord } from '../visit.repository';

/** Whoever may see the name and number of the person in it: where the words went, they belong to a unit. */
const mayReveal = (
  { consultations, enquiries, requests }: GridDeps,
  actor: OfficeActor,
  { _id, kind }: OnBehalfRecord,
): Promise<boolean> => ({ comment: consultations, enquiry: enquiries, request: requests })[kind].mayReveal(_id, actor);

export async function canReadOnBehalf(deps: GridDeps, actor: OfficeActor, id: string): Promise<boolean> {
  const record = await deps.visits.findOnBehalf(id);
  return record !== null && (await mayReveal(deps, actor, record));
}

/** Shows what somebody agreed to and the name they signed it with; the reason is sealed into the audit, under the record. */
export async function revealSignature(
  deps: GridDeps,
  actor: OfficeActor,
  { id, reason }: { id: string; reason: string },
): Promise<RouteAnswer<'staff.grid.onBehalf.signature'>> {
  const record = await deps.visits.findOnBehalf(id);
  if (!record || !(await mayReveal(deps, actor, record))) throw new AppError('on_behalf.not_found');
  const value = await deps.personKeys.sealUnlessForgotten(id, reason, { collection: 'audit', id, field: 'reason' });
  const sealed = value !== null && { sealedReason: { personId: id, value } };
  const subject = { collection: ON_BEHALF, id, fields: ['signature'], ...sealed };
  await deps.transaction(tx => deps.audit.add(actor, 'signature.revealed', subject, tx));
  const { consent, on } = record;
  return { how: consent.how, words: consent.words, on, strokes: deps.visits.openSignature(record) };
}
