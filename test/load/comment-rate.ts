/** Comments accepted a second by a server under test, each with its own id and receipt, durable before the 201. */
import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import type { App } from '../support/start-app';

async function json<T>(url: string, body?: object): Promise<T> {
  const init = body && {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
  const answer = await fetch(url, init);
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function login(origin: string, openid: string): Promise<string> {
  const { code } = await json<{ code: string }>(`${origin}/wechat-simulator/login-codes`, { openid });
  return (await json<{ accessToken: string }>(`${origin}/api/v1/auth/wechat`, { code })).accessToken;
}

/** Logs in one resident a connection, then lets all of them comment for so many seconds. Throws when one is refused. */
export async function measureComments(
  { origin }: App,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<{ perSecond: number; p50: number; p99: number; accepted: number }> {
  const open = await json<{ items: { id: string }[] }>(`${origin}/api/v1/consultations?state=open`);
  const tokens = await Promise.all(Array.from({ length: connections }, (_, at) => login(origin, `bench-${at}`)));
  let turn = 0;
  const result = await autocannon({
    url: `${origin}/api/v1/consultations/${open.items[0]!.id}/comments`,
    connections,
    duration: seconds,
    method: 'POST',
    requests: [
      {
        setupRequest: request => ({
          ...request,
          headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${tokens[turn++ % connections]}` },
          body: JSON.stringify({
            id: randomUUID(),
            target: { kind: 'whole' },
            body: '希望早点公布，字大一些。',
            anonymous: true,
          }),
        }),
      },
    ],
  });
  if (result.errors + result.timeouts + result.non2xx > 0)
    throw new Error(`comments were refused or lost: ${JSON.stringify(result.statusCodeStats)}`);
  const { p50, p99 } = result.latency;
  return { perSecond: result.requests.average, p50, p99, accepted: result['2xx'] };
}
