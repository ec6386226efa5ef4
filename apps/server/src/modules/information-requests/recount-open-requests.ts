import type { HolidayCalendar } from '@bandeng/rules';
import { recounted } from './case-clock';
import type { InformationRequestsDeps } from './deps';

const AT_ONCE = 200;
/** States in which a date is still to come. */
const OPEN = ['awaiting_confirmation', 'awaiting_correction', 'in_progress', 'extended', 'paused'] as const;

/** Counts the dates of every open request anew: a year's days off were entered or changed. May run twice: what is right stays. */
export async function recountOpenRequests(deps: InformationRequestsDeps): Promise<void> {
  const calendar = await deps.holidays.calendar({ isFresh: true });
  for (const status of OPEN) {
    for (let last = '', isMore = true; isMore;) {
      const ids = await deps.requests.listIdsIn(status, last, AT_ONCE);
      for (const id of ids) await recount(deps, id, calendar);
      last = ids.at(-1) ?? last;
      isMore = ids.length === AT_ONCE;
    }
  }
}

/** Requests of an older version lack dates by which lists are ordered and years are counted: counted once, however they stand. */
export async function completeDates(deps: InformationRequestsDeps): Promise<void> {
  const calendar = await deps.holidays.calendar();
  for (let ids = await deps.requests.listIdsWithoutDates(AT_ONCE); ids.length > 0;) {
    for (const id of ids) await recount(deps, id, calendar);
    ids = await deps.requests.listIdsWithoutDates(AT_ONCE);
  }
}

const DATES = ['registerBy', 'dueOn', 'actBy', 'provisional', 'endedOn'] as const;

function recount(deps: InformationRequestsDeps, id: string, calendar: HolidayCalendar): Promise<void> {
  return deps.transaction(async tx => {
    const record = await deps.requests.get(id, tx);
    const next = recounted(record, calendar);
    const fields = DATES.filter(field => next[field] !== record[field]);
    if (fields.length === 0) return;
    const { dueOn, provisional } = record;
    const isMoved = dueOn !== null && next.dueOn !== dueOn;
    if (isMoved || next.provisional !== provisional)
      next.recounts = [...(record.recounts ?? []), { at: deps.clock.now(), dueOn, provisional }];
    // Somebody was quicker: that change counted by the new calendar already, or the next try will.
    if (!(await deps.requests.replace(next, tx))) throw new Error(`request ${id} changed meanwhile`);
    await deps.audit.add(
      'system',
      'information-request.recounted',
      { collection: 'informationRequests', id, fields },
      tx,
    );
    if (isMoved)
      await deps.outbox.add(
        {
          name: 'information-request.recounted',
          requestId: id,
          accountId: record.accountId,
          unitId: record.unitId,
          dueOn: next.dueOn,
        },
        tx,
      );
  });
}
