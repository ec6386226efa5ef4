import { setTimeout as wait } from 'node:timers/promises';
import type { AccessToken } from './access-token';
import { createAccessTokenSource } from './access-token';
import type { WechatTimeouts } from './caller';
import { createCaller, createTokenCaller } from './caller';
import type { MediaCheck, TextCheck, TextCheckResult } from './check-calls';
import { checkMedia, checkText } from './check-calls';
import type { WechatPhone, WechatSession } from './identity-calls';
import { codeToSession, phoneNumber, stableToken } from './identity-calls';
import type { MiniProgramCode, SubscribeMessage, UrlLink } from './reach-calls';
import { miniProgramCode, sendSubscribeMessage, urlLink } from './reach-calls';
import type { Fetch } from './transport';

export interface WechatClientOptions {
  appId: string;
  secret: string;
  /** Default https://api.weixin.qq.com */
  baseUrl?: string;
  /** Default: the global fetch. */
  fetch?: Fetch;
  /** Decides when the token is renewed. Default: the system's clock. */
  now?: () => Date;
  timeouts?: Partial<WechatTimeouts>;
  /** Waits between tries. Default: a timer. */
  sleep?: (ms: number) => Promise<void>;
}

/** WeChat's server API for one mini-program. Every method rejects with WechatError and with nothing else. */
export interface WechatClient {
  codeToSession(code: string): Promise<WechatSession>;
  stableToken(options?: { force?: boolean }): Promise<AccessToken>;
  phoneNumber(code: string): Promise<WechatPhone>;
  checkText(check: TextCheck): Promise<TextCheckResult>;
  checkMedia(check: MediaCheck): Promise<{ traceId: string }>;
  sendSubscribeMessage(message: SubscribeMessage): Promise<{ messageId: string | null }>;
  miniProgramCode(code: MiniProgramCode): Promise<Buffer>;
  urlLink(link: UrlLink): Promise<string>;
}

const OFFICIAL_BASE_URL = 'https://api.weixin.qq.com';

/** @throws TypeError when `baseUrl` is no http(s) address or a credential is empty */
export function createWechatClient(options: WechatClientOptions): WechatClient {
  const { appId, secret } = options;
  if (appId === '' || secret === '') throw new TypeError('appId and secret must not be empty');
  const now = options.now ?? (() => new Date());
  const credentials = { appId, secret };
  const call = createCaller({
    // Looked up at each call, so that a test may replace the global.
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    baseUrl: originOf(options.baseUrl ?? OFFICIAL_BASE_URL),
    sleep: options.sleep ?? (async ms => void (await wait(ms))),
    timeouts: { requestMs: 5000, imageMs: 15_000, ...options.timeouts },
  });
  const tokens = createAccessTokenSource({
    now,
    request: ({ force }) => stableToken(call, credentials, { force, now }),
  });
  const callWithToken = createTokenCaller(call, tokens);

  return {
    codeToSession: code => codeToSession(call, credentials, code),
    stableToken: ({ force = false } = {}) => tokens.renew({ force }),
    phoneNumber: code => phoneNumber(callWithToken, appId, code),
    checkText: check => checkText(callWithToken, check),
    checkMedia: check => checkMedia(callWithToken, check),
    sendSubscribeMessage: message => sendSubscribeMessage(callWithToken, message),
    miniProgramCode: code => miniProgramCode(callWithToken, code),
    urlLink: link => urlLink(callWithToken, link),
  };
}

function originOf(baseUrl: string): string {
  const { protocol, origin } = new URL(baseUrl);
  if (protocol !== 'https:' && protocol !== 'http:') throw new TypeError('baseUrl must be an http(s) address');
  return origin;
}
