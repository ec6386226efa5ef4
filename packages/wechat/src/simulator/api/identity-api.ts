import { noteVisit } from '../simulated-world';
import type { SimulatedWorld } from '../simulated-world';
import { stableTokenOf } from '../simulated-token';
import { jsonAnswer, refuse } from '../simulator-answer';
import type { CodeKind, SignedCode } from '../signed-code';
import { openCode, sessionKeyOf } from '../signed-code';
import type { SimulatedCall } from './read-request';
import { requireAuthorizedBody, requireCredentials, requireJsonBody } from './read-request';

/** wx.login's codes and the phone button's: five minutes, once. */
const CODE_LIFE_MS = 5 * 60 * 1000;

export const codeToSessionCall: SimulatedCall = async (world, { method, query }) => {
  if (method !== 'GET') refuse(43001, 'require GET method');
  requireCredentials(world, { appid: query.appid, secret: query.secret });
  if (query.js_code === undefined || query.js_code === '') refuse(41008, 'missing code');
  if (query.grant_type !== 'authorization_code') refuse(40002, 'invalid grant_type');

  const code = query.js_code;
  const { openid } = await useCode(world, 'login', code);
  world.count('loginsPerUserMinute', openid);
  await noteVisit(world, openid);
  // Success comes without errcode, as the real call's does.
  return jsonAnswer({ openid, session_key: sessionKeyOf(world.demoKey, code) });
};

export const stableTokenCall: SimulatedCall = async (world, request) => {
  const fields = requireJsonBody(request);
  if (fields.grant_type !== 'client_credential') refuse(40002, 'invalid grant_type');
  requireCredentials(world, { appid: fields.appid, secret: fields.secret });
  world.count('tokensPerMinute');
  world.count('tokensPerDay');
  return jsonAnswer(await stableTokenOf(world, fields.force_refresh === true));
};

export const phoneNumberCall: SimulatedCall = async (world, request) => {
  const fields = await requireAuthorizedBody(world, request);
  const { phone } = await useCode(world, 'phone', fields.code);
  return jsonAnswer({
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: phone,
      purePhoneNumber: phone,
      countryCode: '86',
      watermark: { timestamp: Math.floor(world.now().getTime() / 1000), appid: world.appId },
    },
  });
};

/** @throws SimulatedError 40029 for a code that is foreign, of the other kind, expired or used */
async function useCode({ demoKey, store, now }: SimulatedWorld, kind: CodeKind, text: unknown): Promise<SignedCode> {
  const code = typeof text === 'string' ? openCode(demoKey, text) : null;
  if (code === null || code.kind !== kind) refuse(40029, 'invalid code');
  const expiresAt = new Date(code.issuedAt + CODE_LIFE_MS);
  if (expiresAt <= now()) refuse(40029, 'invalid code');
  const isFirstUse = await store.set(`used/${code.nonce}`, true, { expiresAt, isNew: true });
  return isFirstUse ? code : refuse(40029, 'invalid code');
}
