import { asObject } from '../big-json';
import { failureOf } from '../error-codes';
import type { WechatApi } from '../wechat-error';
import { WechatError } from '../wechat-error';

export type Fetch = typeof fetch;

/** One HTTP request to WeChat. */
export interface WechatRequest {
  api: WechatApi;
  method: 'GET' | 'POST';
  path: string;
  query: Record<string, string>;
  body?: object;
  timeoutMs: number;
}

export interface WechatResponse {
  contentType: string;
  bytes: Buffer;
}

/** No answer of these calls comes near this; a longer one is not WeChat. */
const MAX_ANSWER_BYTES = 4_000_000;

/** Causes that arise before the request leaves this machine, so that nothing can have been done. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const TLS_REFUSED = /^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/**
 * Sends one request and reads the whole answer within `timeoutMs`.
 * @throws WechatError `timeout`, `unreachable`, or `unexpected_answer` for an HTTP error or an answer without end
 */
export async function sendRequest(
  { fetch, baseUrl }: { fetch: Fetch; baseUrl: string },
  request: WechatRequest,
): Promise<WechatResponse> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), request.timeoutMs);
  try {
    const response = await fetch(`${baseUrl}${request.path}?${new URLSearchParams(request.query).toString()}`, {
      method: request.method,
      // A redirect would carry the token to another host.
      redirect: 'error',
      signal: stop.signal,
      ...(request.body === undefined
        ? {}
        : { body: JSON.stringify(request.body), headers: { 'content-type': 'application/json; charset=utf-8' } }),
    });
    const bytes = await readAll(request.api, response);
    if (response.status !== 200) {
      throw failureOf(request.api, 'unexpected_answer', {
        reason: `http_${response.status}`,
        retryable: response.status >= 500,
      });
    }
    return { contentType: response.headers.get('content-type') ?? '', bytes };
  } catch (error) {
    throw asWechatError(request.api, error, stop.signal.aborted);
  } finally {
    clearTimeout(timer);
  }
}

async function readAll(api: WechatApi, response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > MAX_ANSWER_BYTES) {
      await reader?.cancel();
      throw failureOf(api, 'unexpected_answer', { reason: 'too_long' });
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

/** The network's own error is dropped on purpose: its text may hold the address, and the address holds the token. */
function asWechatError(api: WechatApi, error: unknown, isTimeout: boolean): unknown {
  if (error instanceof WechatError) return error;
  if (isTimeout) return failureOf(api, 'timeout');
  const reason = networkCode(error);
  const neverSent = NEVER_SENT.has(reason) || TLS_REFUSED.test(reason);
  return failureOf(api, 'unreachable', { reason, outcome: neverSent ? 'not_done' : 'unknown' });
}

function networkCode(error: unknown): string {
  let at = error;
  // fetch wraps the socket's error once; a deeper chain is not expected, an endless one must not hang us.
  for (let depth = 0; depth < 5; depth += 1) {
    // By shape and not by instanceof: an injected fetch may come from another realm.
    const { code, cause } = (asObject(at) ?? {}) as { code?: unknown; cause?: unknown };
    if (typeof code === 'string' && /^[A-Z0-9_]{2,60}$/.test(code)) return code;
    at = cause;
  }
  return 'network';
}
