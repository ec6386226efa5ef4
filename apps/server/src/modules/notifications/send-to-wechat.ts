import { WechatError } from '@bandeng/wechat';
import type { NotificationsDeps } from './deps';
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

  const mayCall = await deps.transaction(
    async tx =>
      (await deps.subscriptions.takeCredit(accountId, template, tx)) &&
      (await deps.messages.markBeforeSending(messageId, tx)),
  );
  if (!mayCall) return;
  const page = pageOf(message.link);
  try {
    await deps.wechat.client.sendSubscribeMessage({
      openid: contact.openid,
      templateId,
      data: templateData(template, message),
      ...(page && { page }),
    });
    await deps.messages.settle(messageId, 'sent');
  } catch (error) {
    if (!(error instanceof WechatError)) throw error;
    deps.logger.warn({ err: error, messageId }, 'subscription message not sent');
    if (error.kind === 'not_subscribed') await deps.subscriptions.emptyCredits(accountId, template);
    if (error.outcome === 'not_done') await deps.messages.settle(messageId, 'failed');
  }
}
