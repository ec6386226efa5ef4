import type { HolidayCalendar } from '@bandeng/rules';
import type { ListenerContext } from '../../platform/listeners';
import { gatherInserts } from '../../platform/insert-record';
import type { DomainEvent } from '../../platform/outbox';
import type { Tx } from '../../platform/transaction';
import { recounted } from './case-clock';
import type { InformationRequestsDeps } from './deps';
import type { InformationRequestRecord } from './information-request.model';

/** So many clocks a step: it is one transaction, and what else has happened is delivered between two steps. */
const AT_ONCE = 50;
/** States in which a date is still to come. */
const OPEN = ['awaiting_confirmation', 'awaiting_correction', 'in_progress', 'extended', 'paused'] as const;

/** The event of the next step; the first is taken when days off were entered. */
export const RECOUNT_NEXT = 'information-request.recount_next';

/** Counts the dates of some open requests anew and leaves the others to the next step: a year's days off were entered or changed. */
export async function recountOpenRequests(
  deps: InformationRequestsDeps,
  event: DomainEvent,
  { once }: Pick<ListenerContext, 'once'>,
): Promise<void> {
  const isNext = event.name === RECOUNT_NEXT;
  const state = isNext ? Number(event.state) : 0;
  const afterId = isNext ? String(event.afterId) : '';
  const calendar = await deps.holidays.calendar({ isFresh: true });
  const ids = await deps.requests.listIdsIn(OPEN[state]!, afterId, AT_ONCE);
  const next = ids.length === AT_ONCE ? { state, afterId: ids.at(-1)! } : { state: state + 1, afterId: '' };
  await once(async tx => {
    await recount(deps, ids, { calendar, tx });
    if (next.state < OPEN.length) await deps.outbox.add({ name: RECOUNT_NEXT, ...next }, tx);
  });
}

/** Requests of an older version lack dates by which lists are ordered and years are counted: counted once, however they stand. */
export async function completeDates(deps: InformationRequestsDeps): Promise<void> {
  const calendar = await deps.holidays.calendar();
  for (let ids = await deps.requests.listIdsWithoutDates(AT_ONCE); ids.length > 0;) {
    await deps.transaction(tx => recount(deps, ids, { calendar, tx }));
    ids = await deps.requests.listIdsWithoutDates(AT_ONCE);
  }
}

const DATES = ['registerBy', 'dueOn', 'actBy', 'provisional', 'endedOn'] as const;

async function recount(
  deps: InformationRequestsDeps,
  ids: readonly string[],
  { calendar, tx }: { calendar: HolidayCalendar; tx: Tx },
): Promise<void> {
  const changes = (await deps.requests.listByIds(ids, tx)).flatMap(record => {
    const next = recounted(record, calendar);
    const fields = DATES.filter(field => next[field] !== record[field]);
    return fields.length > 0 ? [{ record, next, fields }] : [];
  });
  const write = gatherInserts(tx);
  for (const { record, next, fields } of changes) {
    const { _id: id, dueOn, provisional } = record;
    const isMoved = dueOn !== null && next.dueOn !== dueOn;
    if (isMoved || next.provisional !== provisional)
      next.recounts = [...(record.recounts ?? []), { at: deps.clock.now(), dueOn, provisional }];
    const subject = { collection: 'informationRequests', id, fields };
    await deps.audit.add('system', 'information-request.recounted', subject, tx);
    if (isMoved) await tellApplicant(deps, next, tx);
  }
  await write();
  // Somebody was quicker: that change counted by the new calendar already, or the next try will.
  const written = await deps.requests.replaceAll(
    changes.map(({ next }) => next),
    tx,
  );
  if (!written) throw new Error('requests changed meanwhile');
}

/** Behind what people do meanwhile: many are told of one notice of the State Council. */
function tellApplicant(
  deps: InformationRequestsDeps,
  { _id: requestId, accountId, unitId, dueOn }: InformationRequestRecord,
  tx: Tx,
): Promise<void> {
  const event = { name: 'information-request.recounted', requestId, accountId, unitId, dueOn };
  return deps.outbox.inBulk(() => deps.outbox.add(event, tx));
}
