import type { InformationRequestsDeps } from '../deps';

const AT_ONCE = 200;

/** Reminds of those whom nobody called in time, once a day for each however often it runs. */
export async function chaseHandedOn(deps: InformationRequestsDeps): Promise<void> {
  const today = deps.clock.today();
  for (let isMore = true; isMore;) {
    const due = await deps.handedOn.listDue(today, AT_ONCE);
    for (const record of due)
      await deps.transaction(async tx => {
        // Somebody was quicker: it is over, or chased.
        if (!(await deps.handedOn.replace({ ...record, chasedOn: today }, tx))) return;
        await deps.outbox.add({ name: 'handed-on.due', handedOnId: record._id, on: today }, tx);
      });
    isMore = due.length === AT_ONCE;
  }
}
