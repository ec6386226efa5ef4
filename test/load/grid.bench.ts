/** A month of door to door: every worker's phone with a network that comes and goes, then what the offices read of it. */
import { randomUUID } from 'node:crypto';
import type { GridRecord } from '@bandeng/contracts/types';
import { addDays } from '@bandeng/rules';
import { chance } from '../../config/demo/lib/chance';
import mongoose from 'mongoose';
import { staffClient } from '../support/staff-client';
import type { App } from '../support/start-app';
import { NOW, startWithDoors, type Walker } from './many-doors';
import { milliseconds, report, scaled, type Finding } from './report';
import { sendAll } from './walking-phone';

const VOLUME = {
  workers: scaled(200, 4),
  doors: scaled(40_000, 800),
  visits: scaled(100_000, 2_000),
  comments: scaled(10_000, 200),
};
const FULL_BATCH = 50;
const AT_ONCE = 4;
const READS = scaled(100, 20);
const AIM_MS = 300;
const DAYS = 30;

const p95 = (times: readonly number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;

const REACTIONS = ['knew', 'knew', 'knew', 'not_home', 'question', 'opinion', 'declined'] as const;

/** What one worker wrote down in a month, the oldest first; the phone held it back for a day at most. */
function monthOf(walker: Walker, at: number, item: { kind: 'consultation'; id: string }): GridRecord[] {
  const luck = chance(`month:${at}`);
  const share = (all: number) => Math.floor(all / VOLUME.workers) + (at < all % VOLUME.workers ? 1 : 0);
  const takenAt = new Date(Date.parse(NOW) - 3_600_000).toISOString();
  const visits = Array.from({ length: share(VOLUME.visits) }, (): GridRecord => ({
    ...{
      id: randomUUID(),
      kind: 'visit',
      takenAt,
      offset: 0,
      doorId: luck.pick(walker.doorIds),
      way: 'door',
      items: [item],
    },
    ...{ reaction: luck.pick(REACTIONS), followUpOn: null, note: null },
  }));
  const comments = Array.from({ length: share(VOLUME.comments) }, (_, index): GridRecord => ({
    ...{
      id: randomUUID(),
      kind: 'comment',
      takenAt,
      offset: 0,
      doorId: luck.pick(walker.doorIds),
      consultationId: item.id,
    },
    ...{ target: { kind: 'whole' }, body: `第${at}位网格员记的第${index}条：楼道的灯晚上要亮。`, proposedText: null },
    ...{ showing: 'unnamed', authorName: null, consent: { how: 'spoken', words: '同意记下来', readBack: true } },
    slip: null,
  }));
  return [...visits, ...comments]
    .map(record => ({ record, at: luck.int(0, 1_000_000) }))
    .sort((one, other) => one.at - other.at)
    .map(({ record }) => record);
}

/** All phones send, some at once; what they say they delivered. */
async function walkAll(walkers: readonly Walker[], item: { kind: 'consultation'; id: string }) {
  const full: number[] = [];
  const sum = { written: 0, delivered: 0, refused: 0, calls: 0, busy: 0 };
  const waiting = [...walkers.entries()];
  const one = async () => {
    for (let turn = waiting.shift(); turn; turn = waiting.shift()) {
      const [at, walker] = turn;
      const records = monthOf(walker, at, item);
      const luck = chance(`network:${at}`);
      const sent = await sendAll(walker.client, records, {
        luck: () => luck.int(0, 99),
        timed: (took, count) => count === FULL_BATCH && full.push(took),
      });
      sum.written += records.length;
      sum.delivered += sent.delivered;
      sum.refused += sent.refused;
      sum.calls += sent.calls;
      sum.busy += sent.busy;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return { ...sum, full };
}

async function totals(app: App) {
  const connection = await mongoose.createConnection(app.databaseUri()).asPromise();
  const count = (name: string, filter: object = {}) => connection.collection(name).countDocuments(filter);
  const found = {
    kept: (await count('gridVisits', { dayStart: { $gte: new Date(Date.parse(NOW) - 86_400_000) } })) as number,
    onBehalf: await count('gridOnBehalf', { dayStart: { $gte: new Date(Date.parse(NOW) - 86_400_000) } }),
    comments: await count('comments', { channel: 'proxy' }),
  };
  await connection.close();
  return found;
}

async function main(): Promise<void> {
  const { app, walkers } = await startWithDoors(VOLUME);
  const office = await staffClient(app, 'office');
  const { items } = await office.call('consultations.list', { query: { state: 'open' } });
  const item = { kind: 'consultation' as const, id: items[0]!.id };
  const today = NOW.slice(0, 10);
  const campaign = randomUUID();
  await office.call('staff.grid.campaigns.create', {
    body: {
      ...{ id: campaign, title: '测量：送到家', items: [item], areaIds: ['qihe'] },
      ...{ from: addDays(today, -DAYS), to: addDays(today, DAYS), targetPercent: 95 },
    },
  });
  const before = await totals(app);
  const sums = { written: 0, delivered: 0, refused: 0, calls: 0, busy: 0, full: [] as number[] };
  const took = await milliseconds(async () => Object.assign(sums, await walkAll(walkers, item)));
  const after = await totals(app);
  const arrived = after.kept - before.kept + after.comments - before.comments;
  const findings: Finding[] = [
    {
      what: `${sums.written} records of ${walkers.length} phones, a fifth of ${sums.calls} calls lost: with the server, once`,
      value: `${arrived}, refused ${sums.refused}`,
      aim: 'all',
      isGood: arrived === sums.written && sums.delivered === sums.written && sums.refused === 0,
    },
    { what: 'calls a busy server put off (503), sent again', value: String(sums.busy), aim: 'few' },
    { what: 'records a second, four phones at once', value: (sums.written / (took / 1_000)).toFixed(0), aim: '' },
    {
      what: `a batch of ${FULL_BATCH} with four phones at once, p95`,
      value: `${p95(sums.full).toFixed(0)} ms`,
      aim: '',
    },
    await aloneBatch(walkers[0]!, item),
  ];
  for (const [what, area] of Object.entries({ district: 'qihe', street: 'liuying', community: 'liuying-huaiying' })) {
    const times: number[] = [];
    for (let turn = 0; turn < READS; turn += 1)
      times.push(await milliseconds(() => office.call('staff.grid.coverage', { query: { campaign, area } })));
    findings.push({
      what: `coverage of the campaign, ${what}, p95`,
      value: `${p95(times).toFixed(0)} ms`,
      aim: `${AIM_MS} ms`,
    });
  }
  const pack = await milliseconds(() => walkers[0]!.client.call('grid.pack'));
  findings.push({ what: 'a pack of one grid', value: `${pack.toFixed(0)} ms`, aim: '' });
  const days = { from: addDays(today, -DAYS), to: today };
  const workers = await milliseconds(() => office.call('staff.grid.workers', { query: days }));
  findings.push({ what: 'sums of every worker over the month', value: `${workers.toFixed(0)} ms`, aim: '' });
  await app.stop();
  await app.remove();
  report(`grid: ${VOLUME.workers} workers, ${VOLUME.doors} doors`, findings);
}

/** One phone alone: what a worker waits for. */
async function aloneBatch(walker: Walker, item: { kind: 'consultation'; id: string }): Promise<Finding> {
  const times: number[] = [];
  for (let turn = 0; turn < READS / 2; turn += 1) {
    const records = monthOf(walker, 10_000 + turn, item)
      .filter(({ kind }) => kind === 'visit')
      .slice(0, FULL_BATCH);
    times.push(await milliseconds(() => walker.client.call('grid.sync', { body: { items: records } })));
  }
  return {
    what: `a batch of ${FULL_BATCH} visits, one phone alone, p95`,
    value: `${p95(times).toFixed(0)} ms`,
    aim: `${AIM_MS} ms`,
  };
}

void main();
