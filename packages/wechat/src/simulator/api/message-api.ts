import { asObject } from '../../big-json';
import { templateValueProblem } from '../../template-values';
import { digits, requireOpenid } from '../simulated-world';
import type { SimulatedWorld } from '../simulated-world';
import type { SimulatorResponse } from '../simulator-answer';
import { jsonAnswer, refuse } from '../simulator-answer';
import { takeSubscription } from '../subscriptions';
import type { SentMessage } from '../subscriptions';
import { verdictOn } from '../simulator-verdicts';
import type { Fields, SimulatedCall } from './read-request';
import { requireAuthorizedBody } from './read-request';
import { requirePage } from './reach-api';

/** How long the page shows a message. */
const KEEP_SENT_MS = 30 * 24 * 3600 * 1000;

const STATES = ['developer', 'trial', 'formal'];
const LANGUAGES = ['zh_CN', 'en_US', 'zh_HK', 'zh_TW'];

export const sendSubscribeMessageCall: SimulatedCall = async (world, request) => {
  const fields = await requireAuthorizedBody(world, request);
  world.count('messagesPerDay');
  const openid = requireOpenid(fields.touser);
  const templateId = requireTemplate(world, fields.template_id);
  const page = fields.page === undefined || fields.page === '' ? null : requireMessagePage(world, fields.page);
  const state = requireOneOf('miniprogram_state', fields.miniprogram_state ?? 'formal', STATES);
  const lang = requireOneOf('lang', fields.lang ?? 'zh_CN', LANGUAGES);
  const data = requireData(world, templateId, fields);
  if (!(await takeSubscription(world, openid, templateId))) refuse(43101, 'user refuse to accept the msg');

  const messageId = messageNumber(world);
  const sent: SentMessage = { messageId, at: world.now().toISOString(), openid, templateId, page, data, state, lang };
  await world.store.set(world.timeKey('sent'), sent, { expiresAt: new Date(world.now().getTime() + KEEP_SENT_MS) });
  await world.pushes.add({
    FromUserName: openid,
    MsgType: 'event',
    Event: 'subscribe_msg_sent_event',
    List: [{ TemplateId: templateId, MsgID: messageId, ErrorCode: '0', ErrorStatus: 'success' }],
  });
  return sentAnswer(messageId);
};

/** @throws SimulatedError 40037 */
function requireTemplate({ templates }: SimulatedWorld, id: unknown): string {
  const isKnown = typeof id === 'string' && id !== '' && (templates === null || Object.hasOwn(templates, id));
  return isKnown ? id : refuse(40037, 'invalid template_id');
}

function requireMessagePage(world: SimulatedWorld, page: unknown): string {
  if (typeof page !== 'string') refuse(41030, 'invalid page');
  requirePage(world, page.split('?')[0] ?? '');
  return page;
}

function requireOneOf(name: string, value: unknown, allowed: readonly string[]): string {
  return typeof value === 'string' && allowed.includes(value)
    ? value
    : refuse(47003, `argument invalid! ${name} invalid`);
}

/** @throws SimulatedError 47003 with the field at fault, 45168 for a word that is not delivered */
function requireData({ templates, keywordVerdicts }: SimulatedWorld, templateId: string, fields: Fields) {
  const given = asObject(fields.data) ?? refuse(47003, 'argument invalid! data invalid');
  const keys = templates?.[templateId] ?? Object.keys(given);
  if (keys.length === 0) refuse(47003, 'argument invalid! data invalid');
  const data: Record<string, string> = {};
  for (const key of keys) {
    const value = asObject(given[key])?.value;
    if (templateValueProblem(key, value) !== null) refuse(47003, `argument invalid! data.${key}.value invalid`);
    data[key] = value as string;
  }
  const isRisky = verdictOn(Object.values(data).join('\n'), keywordVerdicts).suggest === 'risky';
  return isRisky ? refuse(45168, 'content has risk') : data;
}

/** Between 2^60 and 2^61: the real ones do not fit a double either. */
function messageNumber({ newId }: SimulatedWorld): string {
  return String((1n << 60n) + BigInt(`0x${digits(newId(), 15)}`));
}

/** Written by hand: JSON.stringify has no integers of this size, and WeChat sends it as a number. */
function sentAnswer(messageId: string): SimulatorResponse {
  return { ...jsonAnswer({}), body: Buffer.from(`{"errcode":0,"errmsg":"ok","msgid":${messageId}}`) };
}
