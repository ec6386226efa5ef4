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
    const known = await deps.messages.findKeys(
      loaded.map(message => message.key),
      tx,
    );
    const records = loaded
      .filter(message => !known.has(message.key))
      .map((message): MessageRecord => ({ _id: deps.ids.uuid(), ...message, template: null, wechat: 'not_asked' }));
    if (records.length > 0) await deps.messages.insert(records, tx);
  });
}
