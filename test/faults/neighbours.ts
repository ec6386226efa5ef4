import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Session {
  accessToken: string;
}

export interface Answer<T> {
  status: number;
  headers: Headers;
  body: T;
}

/** No restart keeps anybody waiting so long: an answer that takes longer never comes. */
const MOST_PATIENCE_MS = 90_000;

export const isNoAnswer = (error: unknown): boolean => error instanceof Error && error.name === 'TimeoutError';

/**
 * One call of the API with whatever comes back, parsed where it is JSON.
 * @throws a TimeoutError when nothing comes back in a minute and a half
 */
export async function send<T>(
  origin: string,
  path: string,
  { token, ...init }: { method?: string; body?: FormData | string; token?: string | undefined } = {},
): Promise<Answer<T>> {
  const headers = new Headers();
  if (token) headers.set('Authorization', `Bearer ${token}`);
  if (typeof init.body === 'string') headers.set('Content-Type', 'application/json');
  const answer = await fetch(origin + path, { ...init, headers, signal: AbortSignal.timeout(MOST_PATIENCE_MS) });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body: (text === '' ? undefined : JSON.parse(text)) as T,
  };
}

export const post = <T>(origin: string, path: string, body: unknown, token?: string): Promise<Answer<T>> =>
  send(origin, path, { method: 'POST', body: JSON.stringify(body), token });

export async function get<T>(origin: string, path: string, token?: string): Promise<T> {
  const { status, body } = await send<T>(origin, path, { token });
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return body;
}

export async function login(origin: string, openid: string): Promise<string> {
  const { body } = await post<{ code: string }>(origin, '/wechat-simulator/login-codes', { openid });
  const session = await post<Session>(origin, '/api/v1/auth/wechat', { code: body.code });
  if (session.status !== 200) throw new Error(`login: ${session.status}`);
  return session.body.accessToken;
}

export async function download(origin: string, id: string, token: string): Promise<Uint8Array> {
  const stored = await fetch(`${origin}/api/v1/files/${id}`, { headers: { Authorization: `Bearer ${token}` } });
  if (stored.status !== 200) throw new Error(`file ${id}: ${stored.status} ${await stored.text()}`);
  return new Uint8Array(await stored.arrayBuffer());
}

/** Every page of a list of one's own. */
export async function readAll<T>(origin: string, path: string, token: string): Promise<T[]> {
  const items: T[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { items: T[]; nextCursor: string | null } = await get(
      origin,
      `${path}&limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      token,
    );
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

/** The process of the engine that serves this data folder. */
export const enginePid = (dataDir: string): number =>
  (JSON.parse(readFileSync(join(dataDir, 'engine.json'), 'utf8')) as { pid: number }).pid;

export const pause = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds));
