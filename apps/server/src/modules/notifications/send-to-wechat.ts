import { WechatError } from '@bandeng/wechat';
import type { NotificationsDeps } from './deps';
import type { MessageRecord, Template } from './notification.model';
import { pageOf, templateData } from './templates';

/**
 * Sends one message through WeChat, at most once: it is marked before the call, a credit is taken with the mark, and an outcome that
 * is not known is never repeated. Without a credit, a template or an openid it stays in the inbox only.
 */
export async function sendToWechat(deps: NotificationsDeps, messageId: string): Promise<void> {
  const message = await deps.messages.find(messageId);
  if (!message?.template || message.wechat !== 'not_asked') return;
  const { template, accountId } = message;
  const templateId = deps.templateIds[template];
  const contact = await deps.identity.findContact(accountId);
  if (templateId === undefined || !contact) return;

  if (!(await takeRight(deps, message, template))) return;
  const page = pageOf(message.link);
  try {
    await deps.wechat.client.sendSubscribeMessage({
      openid: contact.openid,
      templateId,
      data: templateData(template, message),
      ...(page && { page }),
    });
  } catch (error) {
    if (!(error instanceof WechatError)) throw error;
    deps.logger.warn({ err: error, messageId }, 'subscription message not sent');
    if (error.outcome === 'unknown') return;
    if (error.retryable) {
      await giveBack(deps, message, template);
      throw error;
    }
    if (error.kind === 'not_subscribed') await deps.subscriptions.emptyCredits(accountId, template);
    await deps.messages.settle(messageId, 'failed');
    return;
  }
  await deps.messages.settle(messageId, 'sent');
}

/** Marks the message and takes a credit, both or neither. */
const takeRight = (deps: NotificationsDeps, { _id, accountId }: MessageRecord, template: Template): Promise<boolean> =>
  deps.transaction(async tx => {
    if (!(await deps.messages.markBeforeSending(_id, tx))) return false;
    if (await deps.subscriptions.takeCredit(accountId, template, tx)) return true;
    await deps.messages.unmark(_id, tx);
    return false;
  });

/** WeChat surely did not send it: the outbox tries again. */
const giveBack = (deps: NotificationsDeps, { _id, accountId }: MessageRecord, template: Template): Promise<void> =>
  deps.transaction(async tx => {
    await deps.messages.unmark(_id, tx);
    await deps.subscriptions.addCredit(accountId, template, tx);
  });
