import type { PushEvent, PushQuery, PushReceiver } from '@bandeng/wechat';
import type { Platform } from '../../platform/platform';
import type { DomainEvent } from '../../platform/outbox';
import { isDuplicateKey } from '../../platform/transaction';
import type { PushRepository } from './push.repository';

interface ReceivePushDeps {
  platform: Pick<Platform, 'transaction' | 'outbox' | 'clock' | 'blindIndex'>;
  pushes: PushRepository;
  receiver: PushReceiver;
}

/** What the outbox carries of a push: whose it is only as the keyed hash that accounts are found by. */
function domainEventOf(event: PushEvent, blindIndex: Platform['blindIndex']): DomainEvent | null {
  switch (event.type) {
    case 'media_check':
      return { name: 'wechat.media-checked', traceId: event.traceId, errcode: event.errcode, verdict: event.verdict };
    case 'subscription_popup':
    case 'subscription_change':
      return {
        name: 'wechat.subscription-answered',
        source: event.type,
        openidIndex: blindIndex.of('openid', event.openid),
        answers: event.answers,
      };
    case 'subscription_sent':
      return {
        name: 'wechat.message-reported',
        openidIndex: blindIndex.of('openid', event.openid),
        results: event.results,
      };
    case 'other':
      return null;
  }
}

/** Takes in one push: kept by its key so that a repeat does nothing, and told to the other modules through the outbox. Throws PushRefused. */
export async function receivePush(deps: ReceivePushDeps, push: { query: PushQuery; body: string }): Promise<void> {
  const { platform, pushes, receiver } = deps;
  const event = receiver.receive(push);
  const domainEvent = domainEventOf(event, platform.blindIndex);
  try {
    await platform.transaction(async tx => {
      if (await pushes.isKnown(event.key, tx)) return;
      await pushes.insert({ _id: event.key, type: event.type, at: event.at, receivedAt: platform.clock.now() }, tx);
      if (domainEvent) await platform.outbox.add(domainEvent, tx);
    });
  } catch (error) {
    // The same push came twice at once: the other one took it in.
    if (!isDuplicateKey(error)) throw error;
  }
}
