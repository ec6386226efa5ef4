/** Comments accepted durably a second with receipt, audit and outbox, beside what the engine and the disk can do in the same run. */
import { closeSync, fdatasyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import mongoose from 'mongoose';
import type { App } from '../support/start-app';
import { startDemo } from '../support/start-demo';
import { measureComments } from './comment-rate';
import { processorSeconds } from './processor-time';
import { median, report, scale } from './report';
import { settle } from './settle';

const CONNECTIONS = 20;
const ROUNDS = 3;
const SECONDS = Math.max(1, Math.round(8 * scale));
const AIM = 500;
/** A comment's record, its receipt, its audit and its outbox entry: about so much each. */
const RECORD = { text: '希望早点公布，字大一些。'.repeat(20) };

/** Four inserts in one durable transaction, through the bare driver: what a comment costs the database at least. */
async function bareTransactions(uri: string): Promise<number> {
  const connection = await mongoose.createConnection(uri, { maxPoolSize: CONNECTIONS }).asPromise();
  const names = ['benchOne', 'benchTwo', 'benchThree', 'benchFour'];
  for (const name of names) await connection.createCollection(name);
  const until = Date.now() + SECONDS * 1_000;
  let done = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const session = await connection.startSession();
      while (Date.now() < until) {
        session.startTransaction({ readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority', j: true } });
        for (const name of names) await connection.collection(name).insertOne({ ...RECORD }, { session });
        await session.commitTransaction();
        done += 1;
      }
      await session.endSession();
    }),
  );
  for (const name of names) await connection.dropCollection(name);
  await connection.close();
  return done / SECONDS;
}

/** How often a second this disk makes 4 KB durable, one after another. */
function syncRate(folder: string): number {
  const own = mkdtempSync(join(folder, 'sync-'));
  const file = openSync(join(own, 'file'), 'w');
  const page = Buffer.alloc(4_096, 1);
  const until = Date.now() + 1_000;
  let done = 0;
  for (; Date.now() < until; done += 1) {
    writeSync(file, page, 0, page.length, 0);
    fdatasyncSync(file);
  }
  closeSync(file);
  rmSync(own, { recursive: true });
  return done;
}

/** The engine's process; null on a database that is not ours. */
const enginePid = (app: App): number | null =>
  process.env.MONGODB_URI
    ? null
    : (JSON.parse(readFileSync(join(app.dataDir, 'engine.json'), 'utf8')) as { pid: number }).pid;

async function main(): Promise<void> {
  const app = await startDemo({
    env: { RATE_LIMITS: 'off', CHECK_ANSWERS: 'off', LOG_LEVEL: 'info' },
    dropsLog: true,
  });
  try {
    await settle(app.databaseUri());
    const engine = enginePid(app);
    const seconds = () => [app.pid, engine].map(pid => (pid === null ? null : processorSeconds(pid)));
    const bare: number[] = [];
    const rounds: (Awaited<ReturnType<typeof measureComments>> & { parts: (number | null)[] })[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      bare.push(await bareTransactions(app.databaseUri()));
      const before = seconds();
      const measured = await measureComments(app, { connections: CONNECTIONS, seconds: SECONDS });
      const parts = seconds().map((after, at) =>
        after === null || before[at] === null ? null : ((after - before[at]!) / measured.accepted) * 1_000,
      );
      rounds.push({ ...measured, parts });
    }
    const rate = median(rounds.map(({ perSecond }) => perSecond));
    const ratio = rate / median(bare);
    const part = (at: number) => {
      const times = rounds.map(({ parts }) => parts[at]).filter(time => typeof time === 'number');
      return times.length === 0 ? 'not to be had here' : `${median(times).toFixed(2)} ms of a processor`;
    };
    report(`comments: accepted with receipt, audit and outbox, durable, ${CONNECTIONS} connections`, [
      { what: 'comments accepted', value: `${Math.round(rate)} a second`, aim: `${AIM} a second` },
      {
        what: 'time of one, p50 and p99',
        value: `${median(rounds.map(({ p50 }) => p50))} and ${median(rounds.map(({ p99 }) => p99))} ms`,
        aim: '',
      },
      {
        what: 'bare driver: transactions of four inserts, durable',
        value: `${Math.round(median(bare))} a second`,
        aim: '',
      },
      { what: 'ratio', value: ratio.toFixed(2), aim: '', isGood: ratio >= 0.05 },
      { what: 'the disk: 4 KB made durable', value: `${syncRate(app.dataDir)} a second`, aim: '' },
      { what: 'of it: the server, with delivery of what follows', value: part(0), aim: '' },
      { what: 'of it: the engine', value: part(1), aim: '' },
    ]);
  } finally {
    await app.stop();
    await app.remove();
  }
}

void main();
