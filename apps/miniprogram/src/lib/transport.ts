import Taro from '@tarojs/taro';
import { apiBase } from './env';
import { learnServerTime } from './clock';
import { offlineError, timeoutError } from './no-answer';
import { reachAfterFailure, setReach } from './online';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
export type Query = Record<string, string | number | boolean | undefined | null>;

export interface Exchange {
  method: Method;
  path: string;
  query?: Query;
  body?: unknown;
  headers: Record<string, string>;
  signal?: AbortSignal;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

/** Long enough for a slow phone network, short enough to say something before people give up. */
const timeout = 15_000;

/** Path and query as one address under /api/v1. Empty and missing values are left out. */
export function addressOf(path: string, query: Query = {}): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`);
  return `${apiBase}${path}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}

function lowerCased(headers: Record<string, unknown> | undefined): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [key, value] of Object.entries(headers ?? {})) out[key.toLowerCase()] = String(value);
  return out;
}

const isTimeout = (failure: unknown) =>
  /timeout|timed out/i.test(String((failure as { errMsg?: string } | undefined)?.errMsg ?? failure));

/** One call over the wire. Throws only when no answer came; any status is an answer. */
export async function exchange({ method, path, query, body, headers, signal }: Exchange): Promise<Answer> {
  const task = Taro.request<unknown, unknown>({
    url: addressOf(path, query),
    method,
    header: {
      Accept: 'application/json',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { data: JSON.stringify(body) }),
    timeout,
    // The body is parsed here, so that a proxy's HTML page is an error of ours and not of the parser.
    dataType: 'text',
    responseType: 'text',
  });
  const abort = () => (task as { abort?: () => void }).abort?.();
  signal?.addEventListener('abort', abort);
  try {
    const answer = await task;
    setReach('online');
    const answerHeaders = lowerCased(answer.header as Record<string, unknown>);
    learnServerTime(answerHeaders.date);
    return { status: answer.statusCode, headers: answerHeaders, body: parse(answer.data) };
  } catch (failure) {
    if (signal?.aborted) throw failure;
    if (isTimeout(failure)) {
      setReach('unreachable');
      throw timeoutError();
    }
    const reach = await reachAfterFailure();
    setReach(reach);
    throw offlineError(reach);
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

function parse(data: unknown): unknown {
  if (typeof data !== 'string') return data;
  if (data === '') return undefined;
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
