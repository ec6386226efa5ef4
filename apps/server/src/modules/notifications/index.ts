import type { Message } from '@bandeng/contracts/types';
import type { ResidentActor } from '../../http/actor';
import { defineHandlers } from '../../http/handlers';
import { AppError } from '../../platform/errors';
import type { ServerModule } from '../../platform/module';
import type { Platform } from '../../platform/platform';
import type { NotificationPorts, NotificationsDeps } from './deps';
import { addCredits, getSubscriptions, putSubscriptions } from './keep-subscriptions';
import { loadMessages, type LoadedMessage } from './load-messages';
import { createMessageRepository } from './message.repository';
import { enquiryListeners } from './enquiry.listeners';
import { opinionListeners } from './opinion.listeners';
import { notificationListeners } from './notification.listeners';
import { participationListeners } from './participation.listeners';
import type { MessageRecord } from './notification.model';
import { createSubscriptionRepository } from './subscription.repository';
import { templateIds } from './templates';

export type { NotificationPorts } from './deps';
export type { LoadedMessage } from './load-messages';

export interface Notifications {
  /** Puts messages into inboxes as they stood (the demo district). */
  load(messages: readonly LoadedMessage[]): Promise<void>;
  subscribe(actor: ResidentActor, items: Parameters<typeof putSubscriptions>[2]['items']): Promise<void>;
}

const present = (record: MessageRecord): Message => ({
  id: record._id,
  kind: record.kind,
  title: record.title,
  body: record.body,
  link: record.link,
  createdAt: record.createdAt.toISOString(),
  readAt: record.readAt?.toISOString() ?? null,
  wechat: record.wechat,
});

export function createNotificationsModule(platform: Platform, ports: NotificationPorts) {
  const messages = createMessageRepository(platform);
  const subscriptions = createSubscriptionRepository(platform.database);
  const deps: NotificationsDeps = {
    ...platform,
    ...ports,
    messages,
    subscriptions,
    templateIds: templateIds(platform.config),
  };

  const handlers = defineHandlers({
    'me.messages.list': async ({ actor, query }) => {
      const [page, unread] = await Promise.all([
        messages.list(actor.accountId, query.unread === true, query),
        messages.countUnread(actor.accountId),
      ]);
      return { items: page.items.map(present), nextCursor: page.nextCursor, unread };
    },
    'me.messages.read': async ({ actor, params }) => {
      const message = await messages.find(params.id);
      if (message?.accountId !== actor.accountId) throw new AppError('message.not_found');
      await messages.markRead(params.id, platform.clock.now());
      return present({ ...message, readAt: message.readAt ?? platform.clock.now() });
    },
    'me.subscriptions.get': ({ actor }) => getSubscriptions(deps, actor),
    'me.subscriptions.put': ({ actor, body }) => putSubscriptions(deps, actor, body),
    'me.subscriptionCredits.add': ({ actor, body }) => addCredits(deps, actor, body),
  });

  const api: Notifications = {
    load: loaded => loadMessages(deps, loaded),
    subscribe: async (actor, items) => {
      await putSubscriptions(deps, actor, { items });
    },
  };
  return {
    handlers,
    listeners: [
      ...notificationListeners(deps),
      ...participationListeners(deps),
      ...enquiryListeners(deps),
      ...opinionListeners(deps),
    ],
    personalData: [
      {
        name: 'messages',
        export: async accountId => (await messages.exportOf(accountId)).map(present),
        erase: async (accountId, tx) => {
          await messages.eraseOf(accountId, tx);
          await subscriptions.eraseOf(accountId, tx);
        },
      },
      {
        name: 'subscriptions',
        export: async accountId =>
          (await subscriptions.listOf(accountId)).map(({ kind, targetId }) => ({ kind, id: targetId })),
      },
      {
        name: 'subscriptionCredits',
        export: async accountId =>
          Object.entries(await subscriptions.creditsOf(accountId)).map(([template, credits]) => ({
            template,
            credits,
          })),
      },
    ],
    api,
  } satisfies ServerModule & { api: Notifications };
}
