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

/** Puts a message into one inbox, once; WeChat is asked afterwards by the outbox. */
export async function tell(
  deps: NotificationsDeps,
  accountId: string,
  { about, ...told }: Told,
  tx: Tx,
): Promise<void> {
  const message: MessageRecord = {
    _id: deps.ids.uuid(),
    key: `${about}:${accountId}`,
    accountId,
    ...told,
    createdAt: deps.clock.now(),
    readAt: null,
    wechat: 'not_asked',
  };
  const isNew = await deps.messages.insertOnce(message, tx);
  if (isNew && message.template) await deps.outbox.add({ name: 'message.created', messageId: message._id }, tx);
}
