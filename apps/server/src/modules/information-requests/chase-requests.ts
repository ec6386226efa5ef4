import { addDays, requestReminders } from '@bandeng/rules';
import { clockOf, recounted } from './case-clock';
import type { HolidayCalendar } from '@bandeng/rules';
import type { InformationRequestsDeps } from './deps';
import type { InformationRequestRecord } from './information-request.model';

const AT_ONCE = 200;
/** What is chased: what is to be registered or answered by today, corrections that did not come by yesterday; late ones too, every day. */
const CHASED = [
  { name: 'information-request.registration_due', status: 'awaiting_confirmation', field: 'registerBy' },
  { name: 'information-request.answer_due', status: 'in_progress', field: 'dueOn' },
  { name: 'information-request.answer_due', status: 'extended', field: 'dueOn' },
  {
    name: 'information-request.correction_over',
    status: 'awaiting_correction',
    field: 'correction.deadline',
    isAfter: true,
  },
  { name: 'information-request.fee_over', status: 'paused', field: 'actBy' },
] as const;

/** Reminds the office of what is due, once a day for each request however often it runs. */
export async function chaseRequests(deps: InformationRequestsDeps): Promise<void> {
  const today = deps.clock.today();
  for (const { name, status, field, ...rest } of CHASED) {
    const until = 'isAfter' in rest ? addDays(today, -1) : today;
    for (let isMore = true; isMore;) {
      const due = await deps.requests.listDue({ status, field, until, notOn: today }, AT_ONCE);
      for (const record of due) await chase(deps, { name, record, today });
      isMore = due.length === AT_ONCE;
    }
  }
}

/** Before the last day: at half, with five and with two days left; a step that went by unseen is not made up for. */
export async function remindOfRequests(deps: InformationRequestsDeps): Promise<void> {
  const today = deps.clock.today();
  const calendar = await deps.holidays.calendar();
  for (let isMore = true; isMore;) {
    const due = await deps.requests.listToRemind(today, AT_ONCE);
    for (const { _id } of due) await remind(deps, _id, { today, calendar });
    isMore = due.length === AT_ONCE;
  }
}

function remind(
  deps: InformationRequestsDeps,
  id: string,
  { today, calendar }: { today: string; calendar: HolidayCalendar },
): Promise<void> {
  return deps.transaction(async tx => {
    const record = await deps.requests.get(id, tx);
    const step = requestReminders(clockOf(record, calendar)).findLast(({ on }) => on <= today)?.step;
    // Somebody was quicker: their step has counted the next reminder anew.
    if (!(await deps.requests.replace(recounted({ ...record, remindedOn: today }, calendar), tx))) return;
    if (step === undefined || step === 'due') return;
    const name = step === 'two' ? 'information-request.answer_pressing' : 'information-request.answer_soon';
    await deps.outbox.add({ name, requestId: id, unitId: record.unitId, on: today, dueOn: record.dueOn }, tx);
  });
}

function chase(
  deps: InformationRequestsDeps,
  { name, record, today }: { name: string; record: InformationRequestRecord; today: string },
): Promise<void> {
  return deps.transaction(async tx => {
    if (!(await deps.requests.markChased(record._id, today, tx))) return;
    await deps.outbox.add({ name, requestId: record._id, unitId: record.unitId, on: today }, tx);
  });
}
