import type { SimulatedWorld } from './simulated-world';

/** A subscription message that the simulator took, as `sent()` lists it. */
export interface SentMessage {
  messageId: string;
  /** ISO 8601 UTC. */
  at: string;
  openid: string;
  templateId: string;
  page: string | null;
  data: Record<string, string>;
  state: string;
  lang: string;
}

/** Each accepted request is an entry of its own, so that taking one is a single delete. */
export async function addSubscriptions(
  { store, newId }: SimulatedWorld,
  openid: string,
  templateId: string,
  count: number,
): Promise<void> {
  for (let granted = 0; granted < count; granted += 1) {
    await store.set(`${grantPrefix(openid, templateId)}${newId()}`, true);
  }
}

/** Uses up one subscription. @returns false when none is left */
export async function takeSubscription(
  { store }: SimulatedWorld,
  openid: string,
  templateId: string,
): Promise<boolean> {
  for (const { key } of await store.list(grantPrefix(openid, templateId))) {
    if (await store.delete(key)) return true;
  }
  return false;
}

/** Forgets every subscription of this user for the template. */
export async function clearSubscriptions({ store }: SimulatedWorld, openid: string, templateId: string): Promise<void> {
  for (const { key } of await store.list(grantPrefix(openid, templateId))) await store.delete(key);
}

/** The event of an answer in the subscription window, or of a switch in the settings. */
export function subscriptionAnswerPush(
  event: 'subscribe_msg_popup_event' | 'subscribe_msg_change_event',
  openid: string,
  answer: { templateId: string; status: 'accept' | 'reject' },
) {
  const item = { TemplateId: answer.templateId, SubscribeStatusString: answer.status };
  const isPopup = event === 'subscribe_msg_popup_event';
  return {
    FromUserName: openid,
    MsgType: 'event',
    Event: event,
    List: [isPopup ? { ...item, PopupScene: '0' } : item],
  };
}

function grantPrefix(openid: string, templateId: string): string {
  return `grant/${openid}/${encodeURIComponent(templateId)}/`;
}
