import type { Tx } from '../../platform/transaction';
import type { NotificationsDeps } from './deps';
import { tell, type Told } from './tell';

/** So many inboxes a step: a step is one transaction and well under a lease. */
const AT_ONCE = 200;

export type Audience =
  | { kind: 'subscribers'; target: string }
  | { kind: 'authors'; consultationId: string }
  | { kind: 'reporters'; commentId: string; settlement: string }
  | { kind: 'participants'; meetingId: string }
  | { kind: 'nudgers'; taskId: string };

/** One step of telling many people; the next step is an event of its own, so that a stop in between loses nobody. */
export interface FanOutEvent {
  name: 'notification.fan_out';
  told: Told;
  audience: Audience;
  afterId: string;
  [field: string]: unknown;
}

export const startFanOut = (deps: NotificationsDeps, told: Told, audience: Audience, tx: Tx): Promise<void> =>
  deps.outbox.add({ name: 'notification.fan_out', told, audience, afterId: '' } satisfies FanOutEvent, tx);

export async function fanOut(
  deps: NotificationsDeps,
  event: FanOutEvent,
  once: (work: (tx: Tx) => Promise<void>) => Promise<void>,
): Promise<void> {
  const { accountIds, lastId } = await readAudience(deps, event);
  await once(async tx => {
    await tell(deps, accountIds, event.told, tx);
    if (accountIds.length === AT_ONCE) await deps.outbox.add({ ...event, afterId: lastId }, tx);
  });
}

async function readAudience(
  deps: NotificationsDeps,
  { audience, afterId }: FanOutEvent,
): Promise<{ accountIds: string[]; lastId: string }> {
  if (audience.kind === 'authors') {
    const accountIds = await deps.consultations.listAuthors(audience.consultationId, afterId, AT_ONCE);
    return { accountIds, lastId: accountIds.at(-1) ?? afterId };
  }
  if (audience.kind === 'reporters') {
    const { commentId, settlement } = audience;
    const accountIds = await deps.consultations.listReporters(commentId, settlement, afterId, AT_ONCE);
    return { accountIds, lastId: accountIds.at(-1) ?? afterId };
  }
  if (audience.kind === 'participants') return deps.meetings.listParticipants(audience.meetingId, afterId, AT_ONCE);
  if (audience.kind === 'nudgers') return deps.nudges.listNudgers(audience.taskId, afterId, AT_ONCE);
  const subscriptions = await deps.subscriptions.listOfTarget(audience.target, afterId, AT_ONCE);
  return {
    accountIds: subscriptions.map(subscription => subscription.accountId),
    lastId: subscriptions.at(-1)?._id ?? afterId,
  };
}
