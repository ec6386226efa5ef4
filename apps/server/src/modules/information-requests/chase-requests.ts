import { addDays } from '@bandeng/rules';
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

function chase(
  deps: InformationRequestsDeps,
  { name, record, today }: { name: string; record: InformationRequestRecord; today: string },
): Promise<void> {
  return deps.transaction(async tx => {
    if (!(await deps.requests.markChased(record._id, today, tx))) return;
    await deps.outbox.add({ name, requestId: record._id, unitId: record.unitId, on: today }, tx);
  });
}
