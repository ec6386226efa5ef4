import { problemError } from '@bandeng/contracts/api-error';
import { now } from './clock';
import { forgetKept, keep, readKept } from './kept';
import { loginSilently } from './login';
import { currentSession, endSession, renewSession } from './session';
import type { Session } from './session';
import { addressOf, exchange } from './transport';
import type { Answer, Exchange, Method, Query } from './transport';

export interface HttpRequest {
  method: Method;
  /** Under /api/v1, with its parameters filled in. */
  path: string;
  query?: Query;
  body?: unknown;
  /** `none`: never send who we are. `optional` (default): when logged in. `required`: logs in first, or 401 when there is no way to. */
  auth?: 'none' | 'optional' | 'required';
  signal?: AbortSignal;
  /** False: it goes into files of the caller's; no copy among what was read, and none from there either. */
  isKept?: boolean;
}

let refreshing: Promise<boolean> | undefined;

/** Rotates the tokens once, however many calls ask at the same time. False when the family is gone. */
function refreshOnce(): Promise<boolean> {
  refreshing ??= refresh().finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

async function refresh(): Promise<boolean> {
  const session = currentSession();
  if (!session) return false;
  const answer = await exchange({
    method: 'POST',
    path: '/auth/refresh',
    body: { refreshToken: session.refreshToken },
    headers: {},
  });
  if (answer.status === 200) {
    renewSession(answer.body as Pick<Session, 'accessToken' | 'refreshToken'>);
    return true;
  }
  if (answer.status !== 401) throw problemError(answer.status, answer.body, answer.headers['retry-after']);
  // The family is revoked. Inside WeChat we know the person anyway; drafts and unsent records stay where they are.
  const again = await loginSilently().catch(() => undefined);
  if (!again) endSession();
  return again !== undefined;
}

const bearer = (session: Session | undefined): Record<string, string> =>
  session ? { Authorization: `Bearer ${session.accessToken}` } : {};

async function exchangeAs(request: HttpRequest, headers: Record<string, string>): Promise<Answer> {
  const wire: Exchange = {
    method: request.method,
    path: request.path,
    query: request.query,
    body: request.body,
    headers: {},
    signal: request.signal,
  };
  if (request.auth === 'none') return exchange({ ...wire, headers });
  const session = currentSession();
  const first = await exchange({ ...wire, headers: { ...headers, ...bearer(session) } });
  if (first.status !== 401 || !session) return first;
  const renewed = await refreshOnce();
  // Reading needs no login: when the session is over, what is public is read as a stranger.
  if (!renewed && (request.auth === 'required' || request.method !== 'GET')) return first;
  return exchange({ ...wire, headers: { ...headers, ...bearer(currentSession()) } });
}

/** In WeChat a person is known without a question; elsewhere the page must ask first. */
async function requireSession(): Promise<void> {
  if (currentSession() ?? (await loginSilently())) return;
  throw problemError(401, { code: 'auth.required', title: '请先登录', detail: '登录后才能做这件事。' });
}

/** Whose copy of an answer this is. An account's own answers go when it logs out. */
const ownerOf = (request: HttpRequest) =>
  request.auth === 'none' ? 'public' : (currentSession()?.account.id ?? 'public');

/**
 * Calls the API. Returns the parsed body (undefined for 204); throws ApiError, or whatever `signal` was aborted with.
 * A GET is kept on the phone: without a network it answers with what was read before.
 */
export async function request<T>(call: HttpRequest): Promise<T> {
  const address = addressOf(call.path, call.query);
  const key = `${ownerOf(call)} ${address}`;
  const isKept = call.method === 'GET' && call.isKept !== false;
  const kept = isKept ? readKept(key) : undefined;
  const conditional: Record<string, string> =
    kept?.etag && ownerOf(call) === 'public' ? { 'If-None-Match': kept.etag } : {};
  if (call.auth === 'required') await requireSession();
  let answer: Answer;
  try {
    answer = await exchangeAs(call, conditional);
  } catch (failure) {
    if (kept && !call.signal?.aborted) return kept.body as T;
    throw failure;
  }
  if (answer.status === 304 && kept) return kept.body as T;
  if (answer.status < 200 || answer.status >= 300)
    throw problemError(answer.status, answer.body, answer.headers['retry-after']);
  if (isKept) keep(key, { etag: answer.headers.etag, body: answer.body, at: now().toISOString() });
  return answer.body as T;
}

/** Logs out here and on the server. The server is told when it can be reached; the phone forgets at once. */
export async function logout(): Promise<void> {
  const session = currentSession();
  endSession();
  if (!session) return;
  forgetKept(session.account.id);
  await exchange({
    method: 'POST',
    path: '/auth/logout',
    body: { refreshToken: session.refreshToken },
    headers: {},
  }).catch(() => undefined);
}
