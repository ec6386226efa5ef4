import { asInteger, asObject } from '../big-json';
import { failureOf } from '../error-codes';
import type { AccessToken } from './access-token';
import type { CallWechat } from './caller';
import { readFields, requireText } from './read-answer';

/** Who a login code stands for. `sessionKey` decrypts the user's data: it must never leave the server. */
export interface WechatSession {
  openid: string;
  sessionKey: string;
  /** Only when the mini-program is bound to an open-platform account. */
  unionid: string | null;
}

export interface WechatPhone {
  /** With the country code for numbers from abroad. */
  phoneNumber: string;
  purePhoneNumber: string;
  /** Digits without plus: `86`. */
  countryCode: string;
}

export interface AppCredentials {
  appId: string;
  secret: string;
}

/** code2Session. Not repeated in doubt: the code may be used up, and the second answer would blame the user. */
export function codeToSession(
  call: CallWechat,
  { appId, secret }: AppCredentials,
  code: string,
): Promise<WechatSession> {
  const api = 'codeToSession';
  return call({
    api,
    method: 'GET',
    path: '/sns/jscode2session',
    query: { appid: appId, secret, js_code: code, grant_type: 'authorization_code' },
    retry: 'not_done',
    read: response => {
      const fields = readFields(api, response);
      return {
        openid: requireText(api, fields, 'openid'),
        sessionKey: requireText(api, fields, 'session_key'),
        unionid: typeof fields.unionid === 'string' && fields.unionid !== '' ? fields.unionid : null,
      };
    },
  });
}

/** getStableAccessToken. A forced one is not repeated in doubt: each costs one of 20 a day. */
export function stableToken(
  call: CallWechat,
  { appId, secret }: AppCredentials,
  { force, now }: { force: boolean; now: () => Date },
): Promise<AccessToken> {
  const api = 'stableToken';
  return call({
    api,
    path: '/cgi-bin/stable_token',
    body: { grant_type: 'client_credential', appid: appId, secret, force_refresh: force },
    retry: force ? 'not_done' : 'always',
    read: response => {
      const fields = readFields(api, response);
      const expiresIn = asInteger(fields.expires_in);
      if (expiresIn === null || expiresIn <= 0) {
        throw failureOf(api, 'unexpected_answer', { reason: 'no_expires_in' });
      }
      return {
        accessToken: requireText(api, fields, 'access_token'),
        expiresAt: new Date(now().getTime() + expiresIn * 1000),
      };
    },
  });
}

/** getPhoneNumber, for a code of the phone button: one use, five minutes. */
export function phoneNumber(call: CallWechat, appId: string, code: string): Promise<WechatPhone> {
  const api = 'phoneNumber';
  return call({
    api,
    path: '/wxa/business/getuserphonenumber',
    body: { code },
    retry: 'not_done',
    read: response => {
      const info = asObject(readFields(api, response).phone_info);
      if (info === null) throw failureOf(api, 'unexpected_answer', { reason: 'no_phone_info' });
      // A number that was meant for another mini-program proves nothing to this one.
      if (asObject(info.watermark)?.appid !== appId) {
        throw failureOf(api, 'unexpected_answer', { reason: 'watermark_of_another_app' });
      }
      return {
        phoneNumber: requireText(api, info, 'phoneNumber'),
        purePhoneNumber: requireText(api, info, 'purePhoneNumber'),
        countryCode: requireText(api, info, 'countryCode'),
      };
    },
  });
}
