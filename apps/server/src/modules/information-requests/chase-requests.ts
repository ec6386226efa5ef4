import type { InformationRequestsDeps } from './deps';

const AT_ONCE = 200;

/**
 * Tells the office, once a day, of requests that wait for registration on their last day or later, and of answers due within two days.
 * The event is the same for one request and day, so that a second run that day tells nobody twice.
 */
export async function chaseRequests(deps: InformationRequestsDeps): Promise<void> {
  const today = deps.clock.today();
  const toRegister = await deps.requests.listDue('awaiting_confirmation', 'registerBy', today, AT_ONCE);
  const toAnswer = (
    await Promise.all(
      (['in_progress', 'extended'] as const).map(status => deps.requests.listDue(status, 'dueOn', today, AT_ONCE)),
    )
  ).flat();
  for (const [name, records] of [
    ['information-request.registration_due', toRegister],
    ['information-request.answer_due', toAnswer],
  ] as const) {
    for (const record of records) {
      await deps.transaction(tx =>
        deps.outbox.add({ name, requestId: record._id, unitId: record.unitId, on: today }, tx),
      );
    }
  }
}
