import { CHECK_TEXT_LIMIT } from '../../split-for-check';
import { digits, requireOpenid, requireRecentVisit } from '../simulated-world';
import type { SimulatedWorld } from '../simulated-world';
import { jsonAnswer, refuse } from '../simulator-answer';
import { UNREACHABLE_MEDIA, verdictOn } from '../simulator-verdicts';
import type { Fields, SimulatedCall } from './read-request';
import { requireAuthorizedBody } from './read-request';

const VERSION = 2;
/** The documentation does not say for how long a repeat of the same file is refused; a verdict takes this at most. */
const MEDIA_REPEAT_MS = 30 * 60 * 1000;

export const checkTextCall: SimulatedCall = async (world, request) => {
  const fields = await requireAuthorizedBody(world, request);
  world.count('textChecksPerMinute');
  world.count('textChecksPerDay');
  const { content } = fields;
  if (content === undefined || content === '') refuse(44002, 'empty post data');
  if (typeof content !== 'string') refuse(47001, 'data format error');
  if (content.length > CHECK_TEXT_LIMIT) refuse(45002, 'content size out of limit');
  await requireCheckedUser(world, fields);

  const text = [content, fields.title, fields.nickname].filter(part => typeof part === 'string').join('\n');
  const { suggest, label, words } = verdictOn(text, world.keywordVerdicts);
  return jsonAnswer({
    errcode: 0,
    errmsg: 'ok',
    trace_id: traceId(world),
    result: { suggest, label },
    detail: [
      { strategy: 'content_model', errcode: 0, suggest, label, prob: 90 },
      ...words.map(found => ({
        strategy: 'keyword',
        errcode: 0,
        suggest: found.suggest,
        label: found.label,
        keyword: found.word,
        level: found.suggest === 'risky' ? 90 : 20,
      })),
    ],
  });
};

export const checkMediaCall: SimulatedCall = async (world, request) => {
  const fields = await requireAuthorizedBody(world, request);
  world.count('mediaChecksPerMinute');
  world.count('mediaChecksPerDay');
  const { media_url: address, media_type: type } = fields;
  if (address === undefined || address === '') refuse(44002, 'empty post data');
  if (typeof address !== 'string' || !/^https?:\/\//.test(address)) refuse(47001, 'data format error');
  if (type !== 1 && type !== 2) refuse(40004, 'invalid media_type');
  await requireCheckedUser(world, fields);

  const expiresAt = new Date(world.now().getTime() + MEDIA_REPEAT_MS);
  const isFirst = await world.store.set(`media/${digits(address, 40)}`, true, { expiresAt, isNew: true });
  if (!isFirst) refuse(87020, 'repeated request');
  const trace = traceId(world);
  await world.pushes.add(mediaVerdictPush(world, { address, trace, openid: String(fields.openid) }));
  return jsonAnswer({ errcode: 0, errmsg: 'ok', trace_id: trace });
};

/** @throws SimulatedError 47001 not version 2, 40129 scene, 40003 openid, 61010 away too long */
async function requireCheckedUser(world: SimulatedWorld, fields: Fields): Promise<void> {
  if (fields.version !== VERSION) refuse(47001, 'data format error');
  if (![1, 2, 3, 4].includes(fields.scene as number)) refuse(40129, 'invalid scene');
  await requireRecentVisit(world, requireOpenid(fields.openid));
}

function mediaVerdictPush(
  { appId, mediaVerdicts }: SimulatedWorld,
  { address, trace, openid }: { address: string; trace: string; openid: string },
) {
  const isMissing = address.includes(UNREACHABLE_MEDIA);
  const { suggest, label } = verdictOn(address, mediaVerdicts);
  // Labels are written as strings here, as real pushes sometimes do, so that a reader of numbers only is found out.
  const verdict = { suggest, label: String(label) };
  return {
    FromUserName: openid,
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: appId,
    trace_id: trace,
    version: VERSION,
    errcode: isMissing ? -1008 : 0,
    errmsg: isMissing ? 'download failed' : 'ok',
    ...(isMissing
      ? {}
      : { result: verdict, detail: [{ strategy: 'content_model', errcode: 0, ...verdict, prob: 90 }] }),
  };
}

function traceId({ newId }: SimulatedWorld): string {
  const hex = digits(newId(), 24);
  return `${hex.slice(0, 8)}-${hex.slice(8, 16)}-${hex.slice(16)}`;
}
