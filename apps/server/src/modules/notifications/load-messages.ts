import type { NotificationsDeps } from './deps';
import type { MessageRecord } from './notification.model';

/** A message as it came at an earlier time. */
export type LoadedMessage = Pick<
  MessageRecord,
  'key' | 'accountId' | 'kind' | 'title' | 'body' | 'link' | 'createdAt' | 'readAt'
>;

/** Puts messages into inboxes as they stood (the demo district); WeChat is not asked, and a key that exists is left alone. */
export async function loadMessages(deps: NotificationsDeps, loaded: readonly LoadedMessage[]): Promise<void> {
  await deps.transaction(async tx => {
    for (const message of loaded) {
      const record: MessageRecord = { _id: deps.ids.uuid(), ...message, template: null, wechat: 'not_asked' };
      await deps.messages.insertOnce(record, tx);
    }
  });
}
