import type { RouteInput } from '@bandeng/contracts/types';
import { hasRoleForUnit, type OfficeActor } from '../../../http/actor';
import { AppError } from '../../../platform/errors';
import type { Tx } from '../../../platform/transaction';
import type { InformationRequestsDeps } from '../deps';
import type { InformationRequestRecord } from '../information-request.model';
import { HANDED_ON, type HandedOnRecord } from './handed-on.repository';

/** It became this request: the office called, and completed what Art. 29 asks. Runs in the transaction that files it. */
export const registerHandedOn = (
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { id, request }: { id: string; request: Pick<InformationRequestRecord, '_id' | 'number'> },
  tx: Tx,
): Promise<HandedOnRecord> =>
  end(deps, actor, { id, to: 'registered', set: { request: { id: request._id, number: request.number } } }, tx);

/** It became none, for a reason. The same again changes nothing. */
export const closeHandedOn = (
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: RouteInput<'staff.handedOn.close'>['body'] },
): Promise<HandedOnRecord> =>
  deps.transaction(async tx => {
    const { closing, ...record } = await getOwn(deps, actor, id, tx);
    if (closing?.reason === body.reason && closing.note === body.note) return { ...record, closing };
    const set = { closing: { ...body, on: deps.clock.today(), staffId: actor.staffId } };
    return end(deps, actor, { id, to: 'closed', set }, tx);
  });

async function getOwn(deps: InformationRequestsDeps, actor: OfficeActor, id: string, tx: Tx): Promise<HandedOnRecord> {
  const record = await deps.handedOn.get(id, tx);
  if (!hasRoleForUnit(actor, record.unitId, 'officer')) throw new AppError('handed_on.not_found');
  return record;
}

interface Ending {
  id: string;
  to: 'registered' | 'closed';
  set: Partial<Pick<HandedOnRecord, 'request' | 'closing'>>;
}

async function end(
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { id, to, set }: Ending,
  tx: Tx,
): Promise<HandedOnRecord> {
  const record = await getOwn(deps, actor, id, tx);
  if (record.state !== 'waiting') throw new AppError('handed_on.state');
  const next: HandedOnRecord = { ...record, ...set, state: to, confirmBy: '', endedAt: deps.clock.now() };
  if (!(await deps.handedOn.replace(next, tx))) throw new AppError('handed_on.state');
  await deps.audit.add(actor, `handed-on.${to}`, { collection: HANDED_ON, id, from: record.state, to }, tx);
  return next;
}
