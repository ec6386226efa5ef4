import type { WechatApi } from '../wechat-error';
import { WechatError } from '../wechat-error';
import type { AccessTokenSource } from './access-token';
import type { RetryRule } from './retry';
import { withRetries } from './retry';
import type { Fetch, WechatResponse } from './transport';
import { sendRequest } from './transport';

/** How long each kind of call may take, in milliseconds, answer included. */
export interface WechatTimeouts {
  /** Calls that answer with JSON. Default 5,000: a person is waiting at a login. */
  requestMs: number;
  /** The mini-program code, which WeChat draws first. Default 15,000. */
  imageMs: number;
}

export interface CallerDeps {
  fetch: Fetch;
  baseUrl: string;
  sleep: (ms: number) => Promise<void>;
  timeouts: WechatTimeouts;
}

interface Call<T> {
  api: WechatApi;
  method?: 'GET' | 'POST';
  path: string;
  query?: Record<string, string>;
  body?: object;
  retry: RetryRule;
  isImage?: boolean;
  /** Makes the result of the answer; what it throws counts as the call's failure. */
  read: (response: WechatResponse) => T;
}

export type CallWechat = <T>(call: Call<T>) => Promise<T>;

/** Makes calls that need no access token. */
export function createCaller(deps: CallerDeps): CallWechat {
  return ({ api, method = 'POST', path, query = {}, body, retry, isImage, read }) =>
    withRetries({ sleep: deps.sleep, rule: retry }, async () => {
      const timeoutMs = isImage === true ? deps.timeouts.imageMs : deps.timeouts.requestMs;
      return read(await sendRequest(deps, { api, method, path, query, timeoutMs, ...(body && { body }) }));
    });
}

/**
 * Makes calls that carry the access token. When WeChat refuses the token, the call is made once more with another:
 * a refused token means that nothing was done, so this is safe for sending too.
 */
export function createTokenCaller(call: CallWechat, tokens: AccessTokenSource): CallWechat {
  return async request => {
    const withToken = (token: string) => call({ ...request, query: { ...request.query, access_token: token } });
    const token = await tokens.get();
    try {
      return await withToken(token);
    } catch (error) {
      if (!(error instanceof WechatError) || error.kind !== 'token_invalid') throw error;
      return withToken(await tokens.replace(token));
    }
  };
}
