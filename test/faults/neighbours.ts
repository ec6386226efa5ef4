import { randomUUID } from 'node:crypto';
import type { OwnComment, Receipt } from '@bandeng/contracts/types';

/** What the server has acknowledged: from then on it must be there. */
export interface Acknowledged {
  id: string;
  receipt: Receipt;
}

interface Session {
  accessToken: string;
}

const jsonHeaders = (token?: string) => ({
  'Content-Type': 'application/json',
  ...(token && { Authorization: `Bearer ${token}` }),
});

export async function post<T>(
  origin: string,
  path: string,
  body: unknown,
  token?: string,
): Promise<{ status: number; body: T }> {
  const answer = await fetch(origin + path, {
    method: 'POST',
    headers: jsonHeaders(token),
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, body: (text === '' ? undefined : JSON.parse(text)) as T };
}

export async function get<T>(origin: string, path: string, token?: string): Promise<T> {
  const answer = await fetch(origin + path, { headers: jsonHeaders(token) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

export async function login(origin: string, openid: string): Promise<string> {
  const { body } = await post<{ code: string }>(origin, '/wechat-simulator/login-codes', { openid });
  const session = await post<Session>(origin, '/api/v1/auth/wechat', { code: body.code });
  if (session.status !== 200) throw new Error(`login: ${session.status}`);
  return session.body.accessToken;
}

/**
 * A neighbour who comments again and again, as the mini-program does it: an answer that does not come is asked for again with the same
 * id until it does. `stop` ends it after the comment under way.
 */
export function keepCommenting(given: {
  origin: () => string;
  token: string;
  consultationId: string;
  acknowledged: Acknowledged[];
}) {
  const { origin, token, consultationId, acknowledged } = given;
  let isStopped = false;
  const unexpected: string[] = [];

  async function commentOnce(): Promise<void> {
    const comment = {
      id: randomUUID(),
      target: { kind: 'whole' },
      body: `台阶边上再装一盏灯。${randomUUID()}`,
      anonymous: true,
    };
    for (;;) {
      const answer = await post<OwnComment>(
        origin(),
        `/api/v1/consultations/${consultationId}/comments`,
        comment,
        token,
      ).catch(() => null);
      if (answer && (answer.status === 200 || answer.status === 201)) {
        acknowledged.push({ id: comment.id, receipt: answer.body.receipt });
        return;
      }
      // No connection, or 503 with Retry-After: anything else is a fault of ours.
      if (answer && answer.status !== 503) {
        unexpected.push(`${answer.status} ${JSON.stringify(answer.body)}`);
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  const running = (async () => {
    while (!isStopped) await commentOnce();
  })();
  return {
    unexpected,
    stop: () => {
      isStopped = true;
      return running;
    },
  };
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
