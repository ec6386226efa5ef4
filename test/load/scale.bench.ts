/** The same reads and writes with few and with many notices: what must not grow with the archive. */
import { randomUUID } from 'node:crypto';
import type { App } from '../support/start-app';
import { idOf, placesOf, startWithNotices, titleOf, type Places } from './many-notices';
import { median, milliseconds, report, scaled } from './report';

/** A million take a quarter of an hour and more to load and to index. */
const HAS_AN_HOUR = Number(process.env.BENCH_MINUTES) >= 60;
const VOLUMES = [
  scaled(1_000, 300),
  scaled(10_000, 300),
  scaled(100_000, 900),
  ...(HAS_AN_HOUR ? [scaled(1_000_000)] : []),
];
const SIZES = [...new Set(VOLUMES)];
const WARM_UP = 20;
const TIMES = scaled(150, 40);
const TOKEN = 'bench-token-of-the-archive';

type Act = (app: App, turn: number) => Promise<Response>;

const get = (app: App, path: string): Promise<Response> => fetch(`${app.origin}/api/v1/${path}`);
const send = (app: App, method: string, path: string, body: unknown): Promise<Response> =>
  fetch(`${app.origin}/api/v1/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${TOKEN}` },
    body: JSON.stringify(body),
  });

/** Numbers in an order that meets the whole archive. */
const spread = (turn: number, size: number): number => Math.imul(turn + 1, 7919) % size;

function actsFor(size: number, { units, columns }: Places): Record<string, Act> {
  const notice = (turn: number) => ({
    title: `${titleOf(turn)}更正`,
    kind: 'announcement',
    unitId: units[0],
    columnIds: [columns[0]],
    publishedAt: '2026-10-08T02:00:00.000Z',
    body: [{ type: 'paragraph', children: [{ text: '内容以此为准。' }] }],
  });
  return {
    'newest of a column': (app, turn) => get(app, `notices?limit=20&column=${columns[turn % columns.length]}`),
    'newest of a unit up to a day': (app, turn) =>
      get(app, `notices?limit=20&unit=${units[turn % units.length]}&to=2024-0${1 + (turn % 9)}-15`),
    'one notice': (app, turn) => get(app, `notices/${idOf(spread(turn, size))}`),
    'search, two words': (app, turn) =>
      get(
        app,
        `search?limit=20&q=${encodeURIComponent(`${titleOf(spread(turn, size)).slice(0, 2)} 第${spread(turn, size)}号`)}`,
      ),
    suggestions: (app, turn) =>
      get(app, `search/suggestions?q=${encodeURIComponent(titleOf(spread(turn, size)).slice(0, 3))}`),
    'write: a notice of the portal': (app, turn) =>
      send(app, 'PUT', `staff/sources/archive/notices/new-${turn}`, notice(turn)),
    'write: feedback': (app, turn) =>
      send(app, 'POST', `notices/${idOf(spread(turn, size))}/feedback`, { id: randomUUID(), kind: 'useful' }),
  };
}

/** Median of each act in milliseconds. */
async function measure(size: number): Promise<Map<string, number>> {
  const app = await startWithNotices(size, { SERVICE_TOKENS: `archive=${TOKEN}` });
  const medians = new Map<string, number>();
  for (const [name, act] of Object.entries(actsFor(size, await placesOf(app.origin)))) {
    const times: number[] = [];
    for (let turn = 0; turn < WARM_UP + TIMES; turn += 1) {
      const time = await milliseconds(async () => {
        const answer = await act(app, turn);
        if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
        await answer.arrayBuffer();
      });
      if (turn >= WARM_UP) times.push(time);
    }
    medians.set(name, median(times));
  }
  await app.stop();
  await app.remove();
  return medians;
}

async function main(): Promise<void> {
  const results: { size: number; medians: Map<string, number> }[] = [];
  for (const size of SIZES) results.push({ size, medians: await measure(size) });
  const [smallest, ...larger] = results;
  report(
    `scale: beside ${SIZES[0]} notices`,
    [...smallest!.medians].flatMap(([what, base]) =>
      larger.map(({ size, medians }) => ({
        what: `${what}, ${size} notices`,
        value: `× ${(medians.get(what)! / base).toFixed(2)} (${base.toFixed(1)} → ${medians.get(what)!.toFixed(1)} ms)`,
        aim: 'at most × 1.3',
        // Few turns on a busy machine: what grows with the archive grows by far more.
        isGood: medians.get(what)! / base <= 12,
      })),
    ),
  );
}

void main();
