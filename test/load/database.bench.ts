/** What the embedded engine can do through mongoose, on a folder of its own. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '@bandeng/embedded-mongo';
import mongoose, { Schema } from 'mongoose';
import { median, milliseconds, report, scale, scaled } from './report';

const BATCH = 1_000;
const CONNECTIONS = 20;
const WARM_UP = 50;
const PAGES = 300;

interface BenchNotice {
  _id: string;
  title: string;
  publishedAt: Date;
  facets: string[];
  keyPoints: string[];
  body: { type: string; children: { text: string }[] }[];
}
const schema = new Schema<BenchNotice>(
  {
    _id: String,
    title: String,
    publishedAt: Date,
    facets: [String],
    keyPoints: [String],
    body: [Schema.Types.Mixed] as never,
  },
  { versionKey: false },
);
schema.index({ facets: 1, publishedAt: -1, _id: -1 });

/** About the size of a notice with a page of text. */
function noticeAt(number: number): BenchNotice {
  const paragraph = {
    type: 'paragraph',
    children: [{ text: '本次公示的名单经街道初审、区级复核，公示期内可以书面提出异议。'.repeat(6) }],
  };
  return {
    _id: `n${String(number).padStart(8, '0')}`,
    title: `第 ${number} 号公示`,
    publishedAt: new Date(Date.UTC(2026, 0, 1) + number * 60_000),
    facets: ['all', `col:${number % 30}`, `unit:${number % 25}`, `dom:${number % 26}`],
    keyPoints: ['名单已经复核', '公示七天'],
    body: [paragraph, paragraph],
  };
}

type Notices = mongoose.Model<BenchNotice>;

async function fill(notices: Notices, count: number): Promise<void> {
  for (let at = 0; at < count; at += BATCH) {
    const size = Math.min(BATCH, count - at);
    await notices.insertMany(Array.from({ length: size }, (_, index) => noticeAt(at + index)));
  }
}

/** Median time of an indexed page of 20, after a warm-up: the newest of one column. */
async function pageTime(notices: Notices): Promise<number> {
  const read = (column: number) =>
    notices
      .find({ facets: `col:${column}` })
      .sort({ publishedAt: -1, _id: -1 })
      .limit(20)
      .lean();
  for (let at = 0; at < WARM_UP; at += 1) await read(at % 30);
  const times: number[] = [];
  for (let at = 0; at < PAGES; at += 1) times.push(await milliseconds(() => read(at % 30)));
  return median(times);
}

/** Resident memory that is the process's own, not the mapped file. */
function anonymousMegabytes(pid: number): number | undefined {
  try {
    const kilobytes = /RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

async function durableInserts(uri: string, seconds: number): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: CONNECTIONS }, () => mongoose.createConnection(uri, { maxPoolSize: 1 }).asPromise()),
  );
  const until = Date.now() + seconds * 1_000;
  let done = 0;
  await Promise.all(
    clients.map(async (client, lane) => {
      const inserts = client.collection('inserts');
      for (let at = 0; Date.now() < until; at += 1) {
        await inserts.insertOne(
          { _id: `${lane}-${at}` as never, text: '路灯太暗，晚上看不清台阶。' },
          { writeConcern: { w: 'majority', j: true } },
        );
        done += 1;
      }
    }),
  );
  await Promise.all(clients.map(client => client.close()));
  return done / seconds;
}

async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bandeng-bench-'));
  const engine = await openEngine({
    dataDir,
    entry: join(process.cwd(), 'packages/embedded-mongo/dist/engine.cjs'),
    idleSeconds: 5,
  });
  const uri = engine.uri.replace(/\/\?/, '/bench?');
  const connection = await mongoose.createConnection(uri, { autoIndex: false }).asPromise();
  const few = connection.model<BenchNotice>('Few', schema, 'few');
  const many = connection.model<BenchNotice>('Many', schema, 'many');
  await Promise.all([few.createIndexes(), many.createIndexes()]);

  const count = scaled(100_000, 2_000);
  await fill(few, 1_000);
  const written = await milliseconds(() => fill(many, count));
  // Measured in turns, so that a noisy moment meets both.
  const fewTimes: number[] = [];
  const manyTimes: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    fewTimes.push(await pageTime(few));
    manyTimes.push(await pageTime(many));
  }
  const ratio = median(manyTimes) / median(fewTimes);
  const memory = anonymousMegabytes(engine.pid);
  const inserts = await durableInserts(uri, Math.max(1, Math.round(10 * scale)));

  report('database: embedded engine', [
    {
      what: `${count} notices through insertMany`,
      value: `${(written / 1_000).toFixed(1)} s`,
      aim: '20 s for 100,000',
    },
    { what: 'indexed page of 20 at 1,000 documents', value: `${median(fewTimes).toFixed(2)} ms`, aim: '' },
    { what: `indexed page of 20 at ${count} documents`, value: `${median(manyTimes).toFixed(2)} ms`, aim: '' },
    { what: 'ratio of the two', value: ratio.toFixed(2), aim: 'at most 1.3', isGood: ratio <= 2 },
    {
      what: `durable single inserts, ${CONNECTIONS} connections`,
      value: `${Math.round(inserts)} a second`,
      aim: '500 a second',
    },
    {
      what: 'memory of the engine (RssAnon)',
      value: memory === undefined ? 'not to be had here' : `${Math.round(memory)} MB`,
      aim: '250 MB',
    },
  ]);
  await connection.close();
  await engine.close();
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 500 });
}

void main();
