import type { RouteInput } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../../http/actor';
import { AppError } from '../../../platform/errors';
import type { Tx } from '../../../platform/transaction';
import type { NoticesDeps } from '../deps';
import { OBJECTIONS } from './create-objection';
import type { ObjectionRecord } from './objection.repository';
import { readsPosting, worksOnPosting } from './posting.policy';

/** One that this actor may know of. */
export async function getReadableObjection(
  { objections }: Pick<NoticesDeps, 'objections'>,
  actor: OfficeActor,
  id: string,
  tx?: Tx,
): Promise<ObjectionRecord> {
  const record = await objections.get(id, tx);
  if (!readsPosting(actor, record.unitId)) throw new AppError('objection.not_found');
  return record;
}

async function getWorkable(deps: NoticesDeps, actor: OfficeActor, id: string, tx: Tx): Promise<ObjectionRecord> {
  const record = await getReadableObjection(deps, actor, id, tx);
  if (!worksOnPosting(actor, record.unitId)) throw new AppError('auth.forbidden');
  return record;
}

/** 开始核查: who looks into it. */
export const examineObjection = (deps: NoticesDeps, actor: OfficeActor, id: string): Promise<ObjectionRecord> =>
  deps.transaction(async tx => {
    const record = await getWorkable(deps, actor, id, tx);
    if (record.state === 'settled') throw new AppError('objection.settled');
    if (record.state === 'examining') return record;
    return move(
      deps,
      actor,
      { record, name: 'objection.examined', set: { state: 'examining', examinedBy: actor.staffId } },
      tx,
    );
  });

/** 成立, 部分成立, 不成立, with the reason that the one who objected reads. Said once: the same again changes nothing. */
export const settleObjection = (
  deps: NoticesDeps,
  actor: OfficeActor,
  { id, result, reason }: RouteInput<'staff.objections.settle'>['body'] & { id: string },
): Promise<ObjectionRecord> =>
  deps.transaction(async tx => {
    const record = await getWorkable(deps, actor, id, tx);
    if (record.state === 'settled') {
      if (record.result !== result || record.reason !== reason) throw new AppError('objection.settled');
      return record;
    }
    const set = { state: 'settled', result, reason, settledBy: actor.staffId, settledAt: deps.clock.now() } as const;
    return move(deps, actor, { record, name: 'objection.settled', set }, tx);
  });

async function move(
  deps: NoticesDeps,
  actor: OfficeActor,
  {
    record,
    name,
    set,
  }: { record: ObjectionRecord; name: string; set: Partial<ObjectionRecord> & Pick<ObjectionRecord, 'state'> },
  tx: Tx,
): Promise<ObjectionRecord> {
  await deps.objections.update(record._id, set, tx);
  const subject = {
    collection: OBJECTIONS,
    id: record._id,
    fields: Object.keys(set),
    from: record.state,
    to: set.state,
  };
  await deps.audit.add(actor, name, subject, tx);
  await deps.outbox.add({ name, objectionId: record._id, noticeId: record.noticeId }, tx);
  return { ...record, ...set };
}

/** Shows the name or the telephone to who looks into it; the reason is sealed into the audit. */
export async function revealObjector(
  deps: NoticesDeps,
  actor: OfficeActor,
  { id, field, reason }: RouteInput<'staff.objections.reveal'>['body'] & { id: string },
): Promise<{ value: string }> {
  return deps.transaction(async tx => {
    const record = await getWorkable(deps, actor, id, tx);
    const sealed = record[field];
    const { accountId } = record;
    const place = { collection: 'audit', id, field: 'reason' };
    const value = accountId === null ? null : await deps.personKeys.sealUnlessForgotten(accountId, reason, place);
    const sealedReason = accountId !== null && value !== null && { sealedReason: { personId: accountId, value } };
    await deps.audit.add(
      actor,
      'objection.revealed',
      { collection: OBJECTIONS, id, fields: [field], ...sealedReason },
      tx,
    );
    return { value: sealed === null ? '' : deps.fields.decrypt(sealed, { collection: OBJECTIONS, id, field }) };
  });
}
