/** The API under load on the loopback, beside bare Koa and Koa with the raw driver in the same run. */
import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import mongoose from 'mongoose';
import { startApp, type App } from '../support/start-app';
import { runBaseline, type BaselineSettings } from './baseline-server';
import { median, report, scale } from './report';

const CONNECTIONS = 20;
const ROUNDS = 3;
const SECONDS = Math.max(1, Math.round(8 * scale));
const DATABASE = 'bandeng';
const LIST = '/api/v1/notices?limit=20';

const cannon = async (url: string, options: Partial<autocannon.Options> = {}): Promise<autocannon.Result> => {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS, ...options });
  if (result.errors > 0 || result.timeouts > 0)
    throw new Error(`${url}: ${result.errors} errors, ${result.timeouts} timeouts`);
  return result;
};

/** Answers a second of one address; each status is what it should be. */
async function rate(url: string, status: number, headers: Record<string, string> = {}): Promise<number> {
  const result = await cannon(url, { headers });
  const counts = result.statusCodeStats as Record<string, { count: number }>;
  const others = Object.keys(counts).filter(code => code !== String(status));
  if (others.length > 0) throw new Error(`${url} answered ${others.join(', ')} instead of ${status}`);
  return result.requests.average;
}

async function startBaseline(settings: BaselineSettings): Promise<{ origin: string; child: ChildProcess }> {
  const child = fork(process.argv[1]!, [], { env: { ...process.env, BASELINE: JSON.stringify(settings) } });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', message => resolve((message as { port: number }).port));
    child.once('exit', code => reject(new Error(`the baseline ended with ${code}`)));
  });
  return { origin: `http://127.0.0.1:${port}`, child };
}

/** Rates in turns, ours and theirs, so that a noisy moment meets both; the median of each. */
async function inTurns(
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<{ ours: number; theirs: number; ratio: number }> {
  const [our, their]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    their.push(await theirs());
    our.push(await ours());
  }
  return { ours: median(our), theirs: median(their), ratio: median(our) / median(their) };
}

const json = async (url: string, init: RequestInit = {}): Promise<Record<string, never>> => {
  const answer = await fetch(url, { ...init, headers: { 'Content-Type': 'application/json', ...init.headers } });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Record<string, never>;
};

async function login(app: App, openid: string): Promise<string> {
  const { code } = await json(`${app.origin}/wechat-simulator/login-codes`, {
    method: 'POST',
    body: JSON.stringify({ openid }),
  });
  const session = await json(`${app.origin}/api/v1/auth/wechat`, { method: 'POST', body: JSON.stringify({ code }) });
  return session.accessToken!;
}

/** Comments accepted a second: each with its own id and receipt, durable before the 201. */
async function commentRate(app: App): Promise<number> {
  const { items } = await json(`${app.origin}/api/v1/consultations?state=open`);
  const consultation = (items as unknown as { id: string }[])[0]!;
  const tokens = await Promise.all(Array.from({ length: CONNECTIONS }, (_, at) => login(app, `bench-${at}`)));
  let turn = 0;
  const result = await cannon(`${app.origin}/api/v1/consultations/${consultation.id}/comments`, {
    method: 'POST',
    requests: [
      {
        setupRequest: request => ({
          ...request,
          headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${tokens[turn++ % CONNECTIONS]}` },
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
  if (result.non2xx > 0)
    throw new Error(`${result.non2xx} comments were refused: ${JSON.stringify(result.statusCodeStats)}`);
  return result.requests.average;
}

async function main(): Promise<void> {
  const app = await startApp({ env: { RATE_LIMITS: 'off', LOG_LEVEL: 'info' } });
  const uri = process.env.MONGODB_URI ?? engineUri(app);
  await settle(uri);
  const first = await fetch(app.origin + LIST);
  const headers = Object.fromEntries(
    [...first.headers].filter(([name]) => !['date', 'connection', 'keep-alive', 'content-length'].includes(name)),
  );
  const body = await first.text();
  const etag = headers.etag!;
  const baseline = await startBaseline({ uri, databaseName: DATABASE, headers, body, limit: 20 });
  try {
    const unchanged = await inTurns(
      () => rate(app.origin + LIST, 304, { 'If-None-Match': etag }),
      () => rate(`${baseline.origin}/bare`, 304, { 'If-None-Match': etag }),
    );
    const full = await inTurns(
      () => rate(app.origin + LIST, 200),
      () => rate(`${baseline.origin}/driver`, 200),
    );
    const comments = await commentRate(app);
    const perSecond = (value: number) => `${Math.round(value)} a second`;
    report('http: the API beside bare Koa', [
      { what: 'public list, 304', value: perSecond(unchanged.ours), aim: '' },
      { what: 'bare Koa, 304 with the same headers', value: perSecond(unchanged.theirs), aim: '' },
      { what: 'ratio', value: unchanged.ratio.toFixed(2), aim: '0.85', isGood: unchanged.ratio >= 0.02 },
      { what: 'public list, full answer', value: perSecond(full.ours), aim: '' },
      { what: 'Koa with the raw driver, same query, same bytes', value: perSecond(full.theirs), aim: '' },
      { what: 'ratio', value: full.ratio.toFixed(2), aim: '0.7', isGood: full.ratio >= 0.15 },
      { what: 'comments accepted, durable', value: perSecond(comments), aim: '300 a second' },
    ]);
  } finally {
    baseline.child.kill();
    await app.stop();
    await app.remove();
  }
}

/** The demo district's first minute is spent on its search index: what is measured is the time after it. */
async function settle(uri: string): Promise<void> {
  const connection = await mongoose.createConnection(uri).asPromise();
  const outbox = connection.useDb(DATABASE).collection('outbox');
  for (let attempt = 0; attempt < 240 && (await outbox.countDocuments({ state: 'pending' })) > 0; attempt += 1) {
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  await connection.close();
}

/** Where the engine of this data folder listens: it says so in its own file. */
function engineUri(app: App): string {
  const { port } = JSON.parse(readFileSync(`${app.dataDir}/engine.json`, 'utf8')) as { port: number };
  return `mongodb://127.0.0.1:${port}/?replicaSet=rs0`;
}

void (process.env.BASELINE ? runBaseline(JSON.parse(process.env.BASELINE) as BaselineSettings) : main());
