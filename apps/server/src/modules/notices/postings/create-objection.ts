import type { RouteInput } from '@bandeng/contracts/types';
import { addWorkingDays, canonicalJson, OBJECTION_WORKING_DAYS } from '@bandeng/rules';
import type { Actor, OfficeActor, ResidentActor } from '../../../http/actor';
import { AppError, invalidField } from '../../../platform/errors';
import { isDuplicateKey, type Tx } from '../../../platform/transaction';
import type { NoticesDeps } from '../deps';
import { isPublicNotice } from '../notice.policy';
import type { ObjectionRecord } from './objection.repository';
import { phaseOf, readsPosting, worksOnPosting } from './posting.policy';

export const OBJECTIONS = 'noticeObjections';
export const SEALED = ['text', 'name', 'phone'] as const;

type Made = Pick<
  ObjectionRecord,
  '_id' | 'noticeId' | 'unitId' | 'accountId' | 'recordedBy' | 'source' | 'receivedOn'
> & {
  words: { text: string; name: string; phone?: string | undefined };
};
interface Stored {
  record: ObjectionRecord;
  isNew: boolean;
}

/** A resident objects while the period runs, by the clock; the same id and content again gives the same record, afterwards too. */
export async function createObjection(
  deps: NoticesDeps,
  actor: ResidentActor,
  { noticeId, id, ...words }: RouteInput<'notices.objections.create'>['body'] & { noticeId: string },
): Promise<Stored> {
  const notice = await deps.notices.get(noticeId);
  if (!isPublicNotice(notice, deps.clock.now())) throw new AppError('notice.not_found');
  const today = deps.clock.today();
  const made: Made = {
    ...{ _id: id, noticeId, unitId: notice.unitId, accountId: actor.accountId, recordedBy: null, source: 'app' },
    ...{ receivedOn: today, words },
  };
  return storeOnce(deps, actor, made, () => {
    const phase = notice.posting ? phaseOf(notice.posting, today) : 'over';
    if (phase === 'before') throw new AppError('objection.not_open');
    if (phase === 'over') throw new AppError('objection.closed');
  });
}

/** Staff write down what came on paper, by telephone or at a counter within the period, also after it. */
export async function recordObjection(
  deps: NoticesDeps,
  actor: OfficeActor,
  { noticeId, id, source, receivedOn, ...words }: RouteInput<'staff.postings.record'>['body'] & { noticeId: string },
): Promise<Stored> {
  const course = await deps.postings.get(noticeId);
  if (!readsPosting(actor, course.unitId)) throw new AppError('posting.not_found');
  if (!worksOnPosting(actor, course.unitId)) throw new AppError('auth.forbidden');
  const made: Made = {
    ...{ _id: id, noticeId, unitId: course.unitId, accountId: null, recordedBy: actor.staffId },
    ...{ source, receivedOn, words },
  };
  return storeOnce(deps, actor, made, () => {
    if (course.state !== 'open') throw new AppError('posting.concluded');
    if (receivedOn > deps.clock.today()) throw invalidField('receivedOn', '不能晚于今天。');
    if (phaseOf(course, receivedOn) !== 'running')
      throw invalidField(
        'receivedOn',
        `公示期是 ${course.from} 到 ${course.to}，期外收到的不算异议，请按来信来访办理。`,
      );
  });
}

/** Stores it with its receipt, unless `refuse` throws; an earlier call with the same content is answered instead. */
async function storeOnce(deps: NoticesDeps, actor: Actor, made: Made, refuse: () => void): Promise<Stored> {
  const { words, ...facts } = made;
  const contentHash = deps.blindIndex.of(OBJECTIONS, canonicalJson(facts.recordedBy === null ? without(made) : made));
  const same = (existing: ObjectionRecord): Stored => {
    if (existing.contentHash !== contentHash) throw new AppError('id.conflict');
    return { record: existing, isNew: false };
  };
  const existing = await deps.objections.find(made._id);
  if (existing) return same(existing);
  refuse();
  const record = await buildObjection(deps, { ...made, contentHash, createdAt: deps.clock.now() });
  try {
    const whole = await deps.transaction(async tx => {
      const stored = await insertObjection(deps, record, words.text, tx);
      if (facts.recordedBy !== null) await claimOpen(deps, made.noticeId, tx);
      await deps.audit.add(actor, 'objection.received', { collection: OBJECTIONS, id: made._id, to: 'received' }, tx);
      await deps.outbox.add({ name: 'objection.received', objectionId: made._id, noticeId: made.noticeId }, tx);
      return stored;
    });
    return { record: whole, isNew: true };
  } catch (error) {
    const other = isDuplicateKey(error) ? await deps.objections.find(made._id) : null;
    if (!other) throw error;
    return same(other);
  }
}

/** What staff write down after the period must lose against the conclusion, or its sum would be wrong. */
async function claimOpen({ postings }: Pick<NoticesDeps, 'postings'>, noticeId: string, tx: Tx): Promise<void> {
  const { state } = await postings.get(noticeId, tx);
  if (state !== 'open') throw new AppError('posting.concluded');
  await postings.touch(noticeId, tx);
}

/** An objection as it is received: its personal words sealed, due so many working days after its receipt. */
export async function buildObjection(
  { fields, holidays }: Pick<NoticesDeps, 'fields' | 'holidays'>,
  { words, ...facts }: Made & Pick<ObjectionRecord, 'contentHash' | 'createdAt'>,
): Promise<Omit<ObjectionRecord, 'receipt'>> {
  const seal = (field: (typeof SEALED)[number], value: string) =>
    fields.encrypt(value, { collection: OBJECTIONS, id: facts._id, field });
  return {
    ...facts,
    text: seal('text', words.text),
    name: seal('name', words.name),
    phone: words.phone === undefined ? null : seal('phone', words.phone),
    dueOn: addWorkingDays(facts.receivedOn, OBJECTION_WORKING_DAYS, await holidays.calendar()).date,
    ...{ state: 'received', examinedBy: null, result: null, reason: null, settledBy: null, settledAt: null },
  };
}

/** Stores it with the receipt that proves its words. */
export async function insertObjection(
  { receipts, objections }: Pick<NoticesDeps, 'receipts' | 'objections'>,
  record: Omit<ObjectionRecord, 'receipt'>,
  text: string,
  tx: Tx,
): Promise<ObjectionRecord> {
  const { _id: id, noticeId, createdAt: receivedAt } = record;
  const receipt = await receipts.issue({ kind: 'objection', id, body: { noticeId, text }, receivedAt }, tx);
  const stored = { ...record, receipt };
  await objections.insert(stored, tx);
  return stored;
}

/** A repeat may come on another day. */
const without = ({ receivedOn: _, ...made }: Made) => made;
