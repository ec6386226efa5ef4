import { checkEnquiryEvent, type EnquiryEvent } from '@bandeng/rules';
import type { Actor } from '../../http/actor';
import { shanghaiDate } from '../../platform/clock';
import { AppError } from '../../platform/errors';
import type { Tx } from '../../platform/transaction';
import type { EnquiryDeps } from './deps';
import { recounted } from './enquiry-dates';
import { enquiryLimits } from './enquiry-limits';
import type { EnquiryRecord } from './enquiry.model';
import { isAuthor, reads } from './enquiry.policy';
import { ENQUIRIES } from './enquiry.repository';

interface EnquiryChange {
  /** Name of the event and of the audit action, such as `enquiry.accepted`. */
  event: string;
  /** Null for what is written down and moves nothing. */
  fact: EnquiryEvent | null;
  /** The unit that does it; null for whoever asked. */
  unitId: string | null;
  note?: string | null | undefined;
  set?: Partial<EnquiryRecord>;
  fields?: readonly string[];
}

/**
 * The one way a message changes: read, check, append a fact, derive status and dates anew, write with audit and outbox in one transaction.
 * @param decide throws when the actor may not; gives the change, or null when it was made already (a repeat)
 */
export const changeEnquiry = (deps: EnquiryDeps, actor: Actor, id: string, decide: Decide): Promise<EnquiryRecord> =>
  deps.transaction(tx => changeEnquiryWithin(deps, actor, { id, decide, tx }));

type Decide = (
  record: EnquiryRecord,
  given: { on: string; now: Date; tx: Tx },
) => EnquiryChange | null | Promise<EnquiryChange | null>;

/** The same, with something else that has to happen together with it. */
export async function changeEnquiryWithin(
  deps: EnquiryDeps,
  actor: Actor,
  { id, decide, tx }: { id: string; decide: Decide; tx: Tx },
): Promise<EnquiryRecord> {
  const record = await deps.enquiries.get(id, tx);
  if (!isAuthor(actor, record) && !reads(actor, record)) throw new AppError('enquiry.not_found');
  const now = deps.clock.now();
  const on = shanghaiDate(now);
  const change = await decide(record, { on, now, tx });
  if (!change) return record;
  const next = afterChange(record, change, now, await deps.holidays.calendar());
  if (!(await deps.enquiries.replace(next, tx))) throw new AppError('enquiry.state');
  await deps.audit.add(
    actor,
    change.event,
    {
      ...{ collection: ENQUIRIES, id, fields: change.fields ?? [] },
      ...(next.status !== record.status && { from: record.status, to: next.status }),
    },
    tx,
  );
  const { unitId, mainUnitId, dueOn } = next;
  await deps.outbox.add({ name: change.event, enquiryId: id, unitId, mainUnitId, dueOn, on }, tx);
  return { ...next, revision: record.revision + 1 };
}

type Calendar = Parameters<typeof recounted>[1];

function afterChange(record: EnquiryRecord, change: EnquiryChange, now: Date, calendar: Calendar): EnquiryRecord {
  const { fact, unitId, note = null, set } = change;
  if (fact === null) return { ...record, ...set };
  const refusal = checkEnquiryEvent(
    record.events.map(event => event.fact),
    fact,
    enquiryLimits,
  );
  if (refusal) throw new AppError('enquiry.state', { data: { rule: refusal.code, reason: refusal.message } });
  const by = unitId === null ? 'author' : 'office';
  return recounted({ ...record, ...set, events: [...record.events, { at: now, by, unitId, fact, note }] }, calendar);
}
