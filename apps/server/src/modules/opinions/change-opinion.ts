import type { RouteInput } from '@bandeng/contracts/types';
import { canonicalJson, checkOpinionEvent, type OpinionEvent } from '@bandeng/rules';
import type { OfficeActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { Tx } from '../../platform/transaction';
import type { OpinionDeps } from './deps';
import { opinionSettings, recounted } from './opinion-times';
import type { OpinionFact, OpinionRecord } from './opinion.model';
import { accessOf, OFFICE_UNIT, reads, registersFor, worksOn } from './opinion.policy';
import { OPINIONS } from './opinion.repository';

type NewOpinion = RouteInput<'staff.opinions.register'>['body'];
type NewStep = RouteInput<'staff.opinions.step'>['body'];

export const refused = (rule: string, reason: string) => new AppError('opinion.state', { data: { rule, reason } });

/** Written down from when it was noticed; who answers for it is told at once. The same id and content again gives the same record. */
export async function registerOpinion(
  deps: OpinionDeps,
  actor: OfficeActor,
  input: NewOpinion,
): Promise<{ record: OpinionRecord; isNew: boolean }> {
  const { id, title, source, link = null, gravity, unitId } = input;
  const contentHash = deps.blindIndex.of('opinion', canonicalJson({ ...input, staff: actor.staffId }));
  if (!registersFor(await accessOf(deps, actor), unitId)) throw new AppError('unit.not_found');
  const unit = await deps.organization.findUnit(unitId);
  if (!unit || unit.closedOn) throw new AppError('unit.not_found');
  return deps.transaction(async tx => {
    const existing = await deps.opinions.find(id, tx);
    if (existing && existing.contentHash !== contentHash) throw new AppError('id.conflict');
    if (existing) return { record: existing, isNew: false };
    const now = deps.clock.now();
    const noticedAt = new Date(input.noticedAt);
    if (noticedAt > now) throw refused('opinion.future', '发现的时间还没有到');
    const noticed: OpinionFact = {
      ...{ id, fact: { type: 'noticed', at: noticedAt, gravity }, recordedAt: now, staffId: actor.staffId },
      ...{ note: source, notice: null },
    };
    const record = recounted(
      {
        ...{ _id: id, contentHash, title, source, link, gravity, unitId, status: 'open', noticedAt, dueAt: noticedAt },
        ...{ unitIds: [...new Set([unitId, OFFICE_UNIT])], events: [noticed], remindAt: null, remindedAt: null },
        ...{ createdAt: now, closedAt: null, revision: 1 },
      },
      now,
    );
    await deps.opinions.insert(record, tx);
    await deps.audit.add(actor, 'opinion.registered', { collection: OPINIONS, id, to: record.status }, tx);
    await deps.outbox.add({ name: 'opinion.registered', opinionId: id, unitId }, tx);
    return { record, isNew: true };
  });
}

/** One more step, with when it was taken; a repeat changes nothing. */
export async function addStep(
  deps: OpinionDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: NewStep },
): Promise<OpinionRecord> {
  const access = await accessOf(deps, actor);
  const { noticeId } = body;
  const title = noticeId === undefined ? null : await deps.notices.findPublicTitle(noticeId);
  if (noticeId !== undefined && title === null) throw new AppError('notice.not_found');
  const notice = noticeId === undefined || title === null ? null : { id: noticeId, name: title };
  return deps.transaction(async tx => {
    const record = await deps.opinions.get(id, tx);
    if (!reads(access, record)) throw new AppError('opinion.not_found');
    const fact = factOf(body);
    const known = record.events.find(event => event.id === body.id);
    if (known) return sameOrConflict(record, known, { fact, actor });
    const now = deps.clock.now();
    const facts = record.events.map(event => event.fact);
    const refusal = checkOpinionEvent(facts, fact, opinionSettings.hours, now);
    if (refusal) throw refused(refusal.code, refusal.message);
    if (!worksOn(access, record)) throw new AppError('auth.forbidden');
    const { note = null } = body;
    const event = { id: body.id, fact, recordedAt: now, staffId: actor.staffId, note, notice };
    return writeEvent(deps, actor, { record, event, set: {} }, tx);
  });
}

/** Writes one more fact of a matter that was read in this transaction, with its audit entry. */
export async function writeEvent(
  deps: OpinionDeps,
  actor: OfficeActor,
  { record, event, set }: { record: OpinionRecord; event: OpinionFact; set: Partial<OpinionRecord> },
  tx: Tx,
): Promise<OpinionRecord> {
  const next = recounted({ ...record, ...set, events: [...record.events, event] }, event.recordedAt);
  if (!(await deps.opinions.replace(next, tx))) throw new AppError('opinion.state');
  await deps.audit.add(
    actor,
    `opinion.${event.fact.type}`,
    {
      ...{ collection: OPINIONS, id: record._id, fields: ['events', ...Object.keys(set)] },
      ...(next.status !== record.status && { from: record.status, to: next.status }),
    },
    tx,
  );
  return { ...next, revision: record.revision + 1 };
}

function factOf({ kind, at, gravity }: NewStep): OpinionEvent {
  const when = new Date(at);
  // The contract asks for a gravity with this kind and with no other.
  return kind === 'graded' ? { type: kind, at: when, gravity: gravity! } : { type: kind, at: when };
}

function sameOrConflict(
  record: OpinionRecord,
  known: OpinionFact,
  { fact, actor }: { fact: OpinionEvent; actor: OfficeActor },
): OpinionRecord {
  const isSame = known.staffId === actor.staffId && known.fact.type === fact.type;
  if (!isSame || known.fact.at.getTime() !== fact.at.getTime()) throw new AppError('id.conflict');
  return record;
}
