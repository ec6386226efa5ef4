import { createHash } from 'node:crypto';
import { asInteger, asObject, asText } from '../big-json';
import type { CheckVerdict } from '../check-verdict';
import { readVerdict } from '../check-verdict';
import { PushRefused } from './push-refused';

interface PushEventBase {
  /** The same for every delivery of the same event: store it under a unique index and skip what is there. */
  key: string;
  /** When WeChat says it happened. */
  at: Date;
}

/** The verdict of `checkMedia`; null when WeChat could not look at the file (`errcode` says why, -1008: download). */
export interface MediaCheckEvent extends PushEventBase {
  type: 'media_check';
  traceId: string;
  errcode: number;
  verdict: CheckVerdict | null;
}

/** What a user answered in the subscription window (`popup`) or changed in the settings (`change`). */
export interface SubscriptionAnswerEvent extends PushEventBase {
  type: 'subscription_popup' | 'subscription_change';
  openid: string;
  answers: { templateId: string; status: 'accept' | 'reject' }[];
}

/** What became of subscription messages; `errorCode` 0 means delivered. */
export interface SubscriptionSentEvent extends PushEventBase {
  type: 'subscription_sent';
  openid: string;
  results: { templateId: string; messageId: string; errorCode: number; errorStatus: string }[];
}

/** Anything else: answer it with `success` and leave it. */
export interface OtherPushEvent extends PushEventBase {
  type: 'other';
  name: string;
}

export type PushEvent = MediaCheckEvent | SubscriptionAnswerEvent | SubscriptionSentEvent | OtherPushEvent;

type Fields = Record<string, unknown>;

/**
 * Makes a typed event of a push's fields, whether they came as JSON or XML.
 * @throws PushRefused `unreadable` when a field is missing that the event cannot do without
 */
export function readPushEvent(fields: Fields): PushEvent {
  const seconds = asInteger(fields.CreateTime);
  if (seconds === null) throw new PushRefused('unreadable');
  const at = new Date(seconds * 1000);
  const name = asText(fields.MsgType) === 'event' ? asText(fields.Event) : asText(fields.MsgType);

  if (name === 'wxa_media_check') return readMediaCheck(fields, at);
  if (name === 'subscribe_msg_popup_event') return readAnswers('subscription_popup', fields, at);
  if (name === 'subscribe_msg_change_event') return readAnswers('subscription_change', fields, at);
  if (name === 'subscribe_msg_sent_event') return readSent(fields, at);
  const messageId = asText(fields.MsgId);
  return { type: 'other', name, at, key: messageId === '' ? digestKey('other', fields) : `message:${messageId}` };
}

function readMediaCheck(fields: Fields, at: Date): MediaCheckEvent {
  const traceId = requiredText(fields.trace_id);
  const errcode = asInteger(fields.errcode) ?? 0;
  const verdict = errcode === 0 ? readVerdict(fields.result) : null;
  if (errcode === 0 && verdict === null) throw new PushRefused('unreadable');
  return { type: 'media_check', key: `media_check:${traceId}`, at, traceId, errcode, verdict };
}

function readAnswers(type: SubscriptionAnswerEvent['type'], fields: Fields, at: Date): SubscriptionAnswerEvent {
  const answers = subscriptionList(fields).map(item => {
    const status = asText(item.SubscribeStatusString);
    if (status !== 'accept' && status !== 'reject') throw new PushRefused('unreadable');
    return { templateId: requiredText(item.TemplateId), status } as const;
  });
  return { type, key: digestKey(type, fields), at, openid: requiredText(fields.FromUserName), answers };
}

function readSent(fields: Fields, at: Date): SubscriptionSentEvent {
  const results = subscriptionList(fields).map(item => ({
    templateId: requiredText(item.TemplateId),
    messageId: requiredText(item.MsgID),
    errorCode: asInteger(item.ErrorCode) ?? 0,
    errorStatus: asText(item.ErrorStatus),
  }));
  const key = `subscription_sent:${results.map(({ messageId }) => messageId).join(',')}`;
  return { type: 'subscription_sent', key, at, openid: requiredText(fields.FromUserName), results };
}

/** JSON has `List` at the top, XML inside `SubscribeMsg…Event`; one item may come without its list. */
function subscriptionList(fields: Fields): Fields[] {
  const wrapper = Object.keys(fields).find(name => /^SubscribeMsg\w+Event$/.test(name));
  const list = fields.List ?? asObject(wrapper === undefined ? undefined : fields[wrapper])?.List;
  const items = (Array.isArray(list) ? list : [list]).map(asObject);
  if (items.length === 0 || items.some(item => item === null)) throw new PushRefused('unreadable');
  return items as Fields[];
}

/** These events carry no number of their own; WeChat advises to tell them apart by sender and second. */
function digestKey(type: string, fields: Fields): string {
  return `${type}:${createHash('sha256').update(canonicalJson(fields)).digest('hex')}`;
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const object = asObject(value);
  if (object === null) return JSON.stringify(value) ?? 'null';
  const members = Object.keys(object).sort();
  return `{${members.map(name => `${JSON.stringify(name)}:${canonicalJson(object[name])}`).join(',')}}`;
}

function requiredText(value: unknown): string {
  const text = asText(value);
  if (text === '') throw new PushRefused('unreadable');
  return text;
}
