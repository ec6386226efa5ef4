/** The API under load on the loopback, beside bare Koa and Koa with the raw driver in the same run. */
import { fork, type ChildProcess } from 'node:child_process';
import autocannon from 'autocannon';
import { startDemo } from '../support/start-demo';
import { runBaseline, type BaselineSettings } from './baseline-server';
import { measureComments } from './comment-rate';
import { median, report, scale, type Finding } from './report';
import { settle } from './settle';

const CONNECTIONS = 20;
/** An evening on which something was in the news. */
const MANY_CONNECTIONS = 100;
const ROUNDS = 3;
const SECONDS = Math.max(1, Math.round(8 * scale));
const LIST = '/api/v1/notices?limit=20';

const cannon = async (url: string, options: Partial<autocannon.Options> = {}): Promise<autocannon.Result> => {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS, ...options });
  if (result.errors > 0 || result.timeouts > 0)
    throw new Error(`${url}: ${result.errors} errors, ${result.timeouts} timeouts`);
  return result;
};

/** Answers a second of one address; each status is what it should be. */
async function rate(url: string, status: number, options: Partial<autocannon.Options> = {}): Promise<number> {
  const result = await cannon(url, options);
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

const DAY_MS = 24 * 3_600_000;
const EARLY_DAYS = 5_000;
let asked = 0;
const dayAfter = (start: string, days: number) =>
  new Date(Date.parse(start) + days * DAY_MS).toISOString().slice(0, 10);
/** The same list by an address that nobody asked for yet: from a day before the oldest notice to one that is still to come. */
function neverAsked(): string {
  asked += 1;
  const from = dayAfter('2001-01-01', asked % EARLY_DAYS);
  return `${LIST}&from=${from}&to=${dayAfter('2030-01-01', Math.floor(asked / EARLY_DAYS))}`;
}

interface Rates {
  ours: number;
  theirs: number;
  ratio: number;
}

const perSecond = (value: number) => `${Math.round(value)} a second`;
const compare = (
  rates: Rates,
  words: { ours: string; theirs: string; aim?: string; isGood: (ratio: number) => boolean },
): Finding[] => [
  { what: words.ours, value: perSecond(rates.ours), aim: '' },
  { what: words.theirs, value: perSecond(rates.theirs), aim: '' },
  { what: 'ratio', value: rates.ratio.toFixed(2), aim: words.aim ?? '', isGood: words.isGood(rates.ratio) },
];

/** Rates in turns, ours and theirs, so that a noisy moment meets both; the median of each. */
async function inTurns(ours: () => Promise<number>, theirs: () => Promise<number>): Promise<Rates> {
  const [our, their]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    their.push(await theirs());
    our.push(await ours());
  }
  return { ours: median(our), theirs: median(their), ratio: median(our) / median(their) };
}

async function main(): Promise<void> {
  // As in production: who answers is not also its own inspector.
  const app = await startDemo({
    env: { RATE_LIMITS: 'off', CHECK_ANSWERS: 'off', LOG_LEVEL: 'info' },
    dropsLog: true,
  });
  const uri = app.databaseUri();
  await settle(uri);
  const first = await fetch(app.origin + LIST);
  const headers = Object.fromEntries(
    [...first.headers].filter(([name]) => !['date', 'connection', 'keep-alive', 'content-length'].includes(name)),
  );
  const body = await first.text();
  const etag = headers.etag!;
  const baseline = await startBaseline({ uri, headers, body, limit: 20 });
  try {
    const held = { headers: { 'If-None-Match': etag } };
    const unchanged = (connections: number) =>
      inTurns(
        () => rate(app.origin + LIST, 304, { ...held, connections }),
        () => rate(`${baseline.origin}/bare`, 304, { ...held, connections }),
      );
    const driver = () => rate(`${baseline.origin}/driver`, 200);
    const few = await unchanged(CONNECTIONS);
    const many = await unchanged(MANY_CONNECTIONS);
    const made = await inTurns(
      () => rate(app.origin, 200, { requests: [{ setupRequest: request => ({ ...request, path: neverAsked() }) }] }),
      driver,
    );
    const kept = await inTurns(() => rate(app.origin + LIST, 200), driver);
    const { perSecond: comments } = await measureComments(app, { connections: CONNECTIONS, seconds: SECONDS });
    report('http: the API beside bare Koa', [
      ...compare(few, {
        ours: `public list unchanged, 304, ${CONNECTIONS} connections`,
        theirs: 'bare Koa, 304 with the same headers and one log line',
        isGood: ratio => ratio >= 0.04,
      }),
      ...compare(many, {
        ours: `the same, ${MANY_CONNECTIONS} connections`,
        theirs: `bare Koa, ${MANY_CONNECTIONS} connections`,
        aim: '0.85',
        isGood: ratio => ratio >= 0.08,
      }),
      ...compare(made, {
        ours: 'public list whole, made anew for every call',
        theirs: 'Koa with the raw driver, same query, same bytes',
        aim: '0.7',
        isGood: ratio => ratio >= 0.15,
      }),
      ...compare(kept, {
        ours: 'public list whole, unchanged since it was made: after reading its version',
        theirs: 'Koa with the raw driver, which queries every time',
        isGood: ratio => ratio >= 0.5,
      }),
      { what: 'comments accepted, durable', value: perSecond(comments), aim: '300 a second' },
    ]);
  } finally {
    baseline.child.kill();
    await app.stop();
    await app.remove();
  }
}

void (process.env.BASELINE ? runBaseline(JSON.parse(process.env.BASELINE) as BaselineSettings) : main());
