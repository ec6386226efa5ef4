import { checkRequestEvent, isStepOf, type HolidayCalendar, type RequestEventType } from '@bandeng/rules';
import type { Actor } from '../../http/actor';
import { shanghaiDate } from '../../platform/clock';
import { AppError } from '../../platform/errors';
import type { Tx } from '../../platform/transaction';
import { withEvent } from './case-clock';
import type { InformationRequestsDeps } from './deps';
import { canRead } from './information-request.policy';
import type { CaseEvent, InformationRequestRecord } from './information-request.model';

export interface CaseChange {
  /** Name of the event and of the audit action, such as `information-request.registered`. */
  event: string;
  by: CaseEvent['by'];
  /** Null for what is written down and moves no date. */
  fact: CaseEvent['fact'] | null;
  /** Facts that turn out not to have been so. */
  drops?: (event: CaseEvent) => boolean;
  note?: string | undefined;
  /** Further columns that change with it. */
  set?: Partial<InformationRequestRecord>;
  fields?: readonly string[];
}

/**
 * The one way a request changes: read, check, append a fact, derive the clock anew, write with audit and outbox in one transaction.
 * @param decide throws when the actor may not; gives the change, or null when it was made already (a repeat)
 */
export async function changeInformationRequest(
  deps: InformationRequestsDeps,
  actor: Actor | 'system',
  id: string,
  decide: (record: InformationRequestRecord, today: string, tx: Tx) => CaseChange | null | Promise<CaseChange | null>,
): Promise<InformationRequestRecord> {
  return deps.transaction(async tx => {
    const record = await deps.requests.get(id, tx);
    if (actor !== 'system' && !canRead(actor, record)) throw new AppError('request.not_found');
    const now = deps.clock.now();
    const change = await decide(record, shanghaiDate(now), tx);
    return change ? applyChange(deps, actor, { record, change }, tx) : record;
  });
}

/** Writes one change of a record that was read in this transaction, with its audit and outbox entries. */
export async function applyChange(
  deps: InformationRequestsDeps,
  actor: Actor | 'system',
  { record, change }: { record: InformationRequestRecord; change: CaseChange },
  tx: Tx,
): Promise<InformationRequestRecord> {
  const id = record._id;
  const [now, calendar] = [deps.clock.now(), await deps.holidays.calendar()];
  const next = { ...afterFact(record, change, { now, calendar }), ...change.set };
  if (!(await deps.requests.replace(next, tx))) throw new AppError('request.state');
  await deps.audit.add(
    actor,
    change.event,
    {
      collection: 'informationRequests',
      id,
      fields: change.fields ?? [],
      ...(next.status !== record.status && { from: record.status, to: next.status }),
    },
    tx,
  );
  await deps.outbox.add(
    // The date as this step left it: by the time somebody is told, it may be another.
    {
      name: change.event,
      requestId: id,
      accountId: record.accountId,
      unitId: record.unitId,
      dueOn: next.dueOn,
      step: next.decisionStep ?? null,
    },
    tx,
  );
  return { ...next, revision: record.revision + 1 };
}

function afterFact(
  record: InformationRequestRecord,
  { by, fact, note, drops }: CaseChange,
  { now, calendar }: { now: Date; calendar: HolidayCalendar },
): InformationRequestRecord {
  if (fact === null) return record;
  const kept = drops ? { ...record, events: record.events.filter(event => !drops(event)) } : record;
  assertFollows(kept, fact, calendar);
  return withEvent(kept, { at: now, by, fact, note: note ?? null }, calendar);
}

/** The law's own order of steps; its sentence goes to the caller as `data.reason`. */
function assertFollows(record: InformationRequestRecord, fact: CaseEvent['fact'], calendar: HolidayCalendar): void {
  assertStep(record, fact.type);
  const facts = record.events.map(event => event.fact);
  if (fact.type === 'extended' && facts.some(earlier => earlier.type === 'extended'))
    throw new AppError('request.extended');
  const refusal = checkRequestEvent(facts, fact, calendar);
  if (refusal) throw new AppError('request.state', { data: { rule: refusal.code, reason: refusal.message } });
}

/** A step that a request of this kind has (rules: isStepOf). */
export function assertStep({ kind = 'information' }: InformationRequestRecord, type: RequestEventType): void {
  if (!isStepOf(kind, type))
    throw new AppError('request.state', { data: { reason: '更正自己记录的申请没有这一步（第四十一条）' } });
}

export function assertAllowed(isAllowed: boolean): void {
  if (!isAllowed) throw new AppError('request.not_found');
}
