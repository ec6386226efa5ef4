import type { Tx } from '../../platform/transaction';
import type { NotificationsDeps } from './deps';
import type { MessageRecord } from './notification.model';

export interface Told {
  /** What happened, such as `information-request.decided:<id>`; with the account it makes the message unique. */
  about: string;
  kind: string;
  title: string;
  body: string;
  link: MessageRecord['link'];
  template: MessageRecord['template'];
}

/** Puts a message into each of these inboxes, once; for who has a credit left WeChat is asked afterwards, by the outbox. */
export async function tell(
  deps: NotificationsDeps,
  accountIds: readonly string[],
  { about, ...told }: Told,
  tx: Tx,
): Promise<void> {
  const keyOf = (accountId: string) => `${about}:${accountId}`;
  const known = await deps.messages.findKeys(accountIds.map(keyOf), tx);
  const news = [...new Set(accountIds)].filter(accountId => !known.has(keyOf(accountId)));
  if (news.length === 0) return;
  const messages = news.map((accountId): MessageRecord => ({
    _id: deps.ids.uuid(),
    key: keyOf(accountId),
    accountId,
    ...told,
    createdAt: deps.clock.now(),
    readAt: null,
    wechat: 'not_asked',
  }));
  await deps.messages.insert(messages, tx);
  if (told.template === null) return;
  const payers = await deps.subscriptions.withCredit(news, told.template, tx);
  for (const { _id, accountId } of messages) {
    if (payers.has(accountId)) await deps.outbox.add({ name: 'message.created', messageId: _id }, tx);
  }
}
