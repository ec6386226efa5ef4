/** The lists of the console over many notices: what each of their filters reads, and how long the slowest calls take. */
import mongoose from 'mongoose';
import { createNoticeList } from '../../apps/server/src/modules/notices/notice-list';
import type { NoticeRecord } from '../../apps/server/src/modules/notices/notice.model';
import type { App } from '../support/start-app';
import { placesOf, startWithNotices, titleOf, type Places } from './many-notices';
import { milliseconds, report, scaled, type Finding } from './report';

const NOTICES = scaled(100_000, 900);
const WARM_UP = 10;
const TIMES = scaled(200, 40);
const PAGE = 50;
/** Rows that a filter may look at for one page. */
const MOST_EXAMINED = 2_000;
const MOST_MS = 100;
/** The password of every demo staff member. */
const LOGIN = { username: 'office', password: 'bandeng-demo' };

const NOW = new Date('2026-12-01T00:00:00.000Z');
const NO_CURSORS = { encode: () => '', decode: () => [] };
interface Explained {
  executionStats: { totalDocsExamined: number };
}

interface List {
  what: string;
  /** The call of the console, and the facets that it asks for (notices/facets). */
  path: (turn: number, places: Places) => string;
  facets?: (turn: number, places: Places) => string[];
}
const at = (list: readonly string[], turn: number): string => list[turn % list.length]!;

const LISTS: readonly List[] = [
  { what: 'all notices', path: () => 'notices', facets: () => ['all'] },
  {
    what: 'notices of a unit',
    path: (turn, { units }) => `notices?unit=${at(units, turn)}`,
    facets: (turn, { units }) => [`unit:${at(units, turn)}`],
  },
  {
    what: 'notices of a column',
    path: (turn, { columns }) => `notices?column=${at(columns, turn)}`,
    facets: (turn, { columns }) => [`col:${at(columns, turn)}`],
  },
  {
    what: 'notices of a unit in a column, of a kind',
    path: (turn, { units, columns }) =>
      `notices?unit=${at(units, turn)}&column=${at(columns, turn * 7)}&kind=announcement`,
    facets: (turn, { units, columns }) => [
      `col:${at(columns, turn * 7)}`,
      `unit:${at(units, turn)}`,
      'kind:announcement',
    ],
  },
  {
    what: 'notices of a unit in a column that it hardly writes in, of a kind and a stage',
    path: (turn, { units, columns }) =>
      `notices?unit=${at(units, turn * 3)}&column=${at(columns, turn)}&kind=meeting&stage=result`,
    facets: (turn, { units, columns }) => [
      `col:${at(columns, turn)}`,
      `unit:${at(units, turn * 3)}`,
      'kind:meeting',
      'stage:result',
    ],
  },
  { what: 'notices with a word', path: turn => `notices?q=${encodeURIComponent(titleOf(turn * 31).slice(2, 8))}` },
  { what: 'the desk with its counters', path: () => 'staff/desk' },
  {
    what: 'finding across the console',
    path: turn => `staff/search?q=${encodeURIComponent(titleOf(turn * 17).slice(0, 6))}`,
  },
];

async function signIn(app: App): Promise<string> {
  const answer = await fetch(`${app.origin}/api/v1/auth/staff`, {
    method: 'POST',
    body: JSON.stringify(LOGIN),
    headers: { 'Content-Type': 'application/json' },
  });
  return ((await answer.json()) as { accessToken: string }).accessToken;
}

/** The time of nineteen of twenty calls. */
async function slowest(app: App, token: string, path: (turn: number) => string): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < WARM_UP + TIMES; turn += 1) {
    const asked = path(turn);
    const limited = asked.startsWith('notices') ? `${asked}${asked.includes('?') ? '&' : '?'}limit=${PAGE}` : asked;
    const time = await milliseconds(async () => {
      const answer = await fetch(`${app.origin}/api/v1/${limited}`, { headers: { Authorization: `Bearer ${token}` } });
      if (!answer.ok) throw new Error(`${asked}: ${answer.status} ${await answer.text()}`);
      await answer.arrayBuffer();
    });
    if (turn >= WARM_UP) times.push(time);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!;
}

/** The most rows that one page of this filter looked at, by the engine's own account of every question the list asks. */
async function examined(database: mongoose.Connection, list: List, places: Places): Promise<number> {
  const collection = database.db!.collection<NoticeRecord>('notices');
  let rows = 0;
  const find = (filter: object, options: object) => {
    const answer = collection.find(filter, options).explain('executionStats') as Promise<Explained>;
    const counted = answer.then(({ executionStats }) => {
      rows += executionStats.totalDocsExamined;
      return collection.find(filter, options).toArray();
    });
    return { toArray: () => counted };
  };
  // How common a facet is was counted by the calls before; it is counted anew every ten minutes.
  const countDocuments = (filter: object, options: object) => collection.countDocuments(filter, options);
  const read = createNoticeList({
    rows: { find, countDocuments } as never,
    cursors: NO_CURSORS,
    clock: { now: () => NOW },
  });
  let most = 0;
  for (let turn = 0; turn < 20; turn += 1) {
    rows = 0;
    await read({ facets: list.facets!(turn, places), anyOf: [], until: NOW }, { limit: PAGE });
    most = Math.max(most, rows);
  }
  return most;
}

async function main(): Promise<void> {
  const app = await startWithNotices(NOTICES);
  const [places, token] = await Promise.all([placesOf(app.origin), signIn(app)]);
  const database = await mongoose.createConnection(app.databaseUri()).asPromise();
  const findings: Finding[] = [];
  for (const list of LISTS) {
    const p95 = await slowest(app, token, turn => list.path(turn, places));
    findings.push({ what: `${list.what}, p95`, value: `${p95.toFixed(1)} ms`, aim: `${MOST_MS} ms` });
    if (!list.facets) continue;
    const rows = await examined(database, list, places);
    findings.push({
      what: `${list.what}, rows examined for a page`,
      value: String(rows),
      aim: `at most ${MOST_EXAMINED}`,
      isGood: rows <= MOST_EXAMINED,
    });
  }
  await database.close();
  await app.stop();
  await app.remove();
  report(`console: lists over ${NOTICES} notices`, findings);
}

void main();
