/** Information requests of many years: the worklist, the annual report, and every open clock counted anew. */
import type { TestClient } from '@bandeng/test-kit';
import mongoose from 'mongoose';
import { staffClient } from '../support/staff-client';
import type { App } from '../support/start-app';
import { numberOf, startWithRequests, TODAY } from './many-requests';
import { median, milliseconds, report, scaled, type Finding } from './report';
import { settle } from './settle';

const VOLUME = { count: scaled(100_000, 600), open: scaled(5_000, 60) };
const YEAR = Number(TODAY.slice(0, 4));
const WARM_UP = 5;
const TIMES = scaled(200, 20);
const FEW_TIMES = scaled(7, 2);
const WORKLIST_MS = 100;
const PAGE = 50;

/** The next year's notice, as it would be pasted; it is invented. */
const NOTICE = `国务院办公厅关于${YEAR + 1}年部分节假日安排的通知
国办发明电〔${YEAR}〕99号
一、元旦：1月1日（周五）至3日（周日）放假，共3天。1月9日（周六）上班。
二、劳动节：5月1日（周六）至3日（周一）放假，共3天。
三、国庆节：10月1日（周五）至7日（周四）放假，共7天。
${YEAR}年12月18日`;

const p95 = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!;

async function timesOf(count: number, call: (turn: number) => Promise<unknown>): Promise<number[]> {
  for (let turn = 0; turn < Math.min(WARM_UP, count); turn += 1) await call(turn);
  const times: number[] = [];
  for (let turn = 0; turn < count; turn += 1) times.push(await milliseconds(() => call(turn)));
  return times;
}

const dueBy = { dueBy: TODAY, limit: PAGE };
/** Later than every day of an open case. */
const every = { dueBy: '2099-12-31', limit: PAGE };
type Read = (officer: TestClient, turn: number, secondPage: string) => Promise<unknown>;
const reads: Record<string, Read> = {
  'worklist: what is due by today': officer => officer.call('staff.informationRequests.list', { query: dueBy }),
  'worklist: all that has a day, by it': officer => officer.call('staff.informationRequests.list', { query: every }),
  'worklist: its second page': (officer, _, cursor) =>
    officer.call('staff.informationRequests.list', { query: { ...every, cursor } }),
  'all, the newest first': officer => officer.call('staff.informationRequests.list', { query: { limit: PAGE } }),
  'those in progress': officer =>
    officer.call('staff.informationRequests.list', { query: { status: 'in_progress', limit: PAGE } }),
  'the desk with its counters': officer => officer.call('staff.desk', { query: {} }),
  'one by its number': (officer, turn) =>
    officer.call('staff.search', { query: { q: numberOf((turn * 37) % VOLUME.count) } }),
};

/** While the clocks are counted anew, the worklist is read over and over. */
async function recountAll(app: App, officer: TestClient) {
  const admin = await staffClient(app, 'admin');
  await admin.call('staff.holidays.enter', { body: { text: NOTICE, url: 'https://www.gov.cn/', dryRun: false } });
  let isDone = false;
  const meanwhile: number[] = [];
  const reading = (async () => {
    while (!isDone) {
      meanwhile.push(await milliseconds(() => officer.call('staff.informationRequests.list', { query: dueBy })));
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  })();
  const connection = await mongoose.createConnection(app.databaseUri()).asPromise();
  const steps = { name: { $in: ['holidays.entered', 'information-request.recount_next'] }, state: 'pending' };
  const counted = await milliseconds(async () => {
    while ((await connection.collection('outbox').countDocuments(steps)) > 0)
      await new Promise(resolve => setTimeout(resolve, 200));
  });
  const told = await milliseconds(() => settle(app.databaseUri()));
  isDone = true;
  await reading;
  const requests = connection.collection('informationRequests');
  const moved = await requests.countDocuments({ 'recounts.0': { $exists: true } });
  if ((await requests.countDocuments({ endedOn: '', provisional: true })) > 0)
    throw new Error('a clock stayed provisional');
  await connection.close();
  return { counted, told, meanwhile, moved };
}

async function main(): Promise<void> {
  const app = await startWithRequests(VOLUME);
  const officer = await staffClient(app, 'officer');
  const findings: Finding[] = [];
  const { nextCursor } = await officer.call('staff.informationRequests.list', { query: every });
  for (const [what, read] of Object.entries(reads)) {
    const times = await timesOf(TIMES, turn => read(officer, turn, nextCursor!));
    findings.push({ what: `${what}, p95`, value: `${p95(times).toFixed(1)} ms`, aim: `${WORKLIST_MS} ms` });
  }
  const seconds = (times: readonly number[]): string => `${(median(times) / 1_000).toFixed(2)} s`;
  for (const year of [YEAR, YEAR - 3]) {
    const table = await timesOf(FEW_TIMES, () => officer.call('staff.annualReport.requests', { query: { year } }));
    findings.push({ what: `table three of ${year}, the district`, value: seconds(table), aim: '5 s' });
    const params = { unit: 'district', year };
    const whole = await timesOf(FEW_TIMES, () => officer.call('staff.annualReports.get', { params, query: {} }));
    findings.push({ what: `the annual report of ${year}, the district`, value: seconds(whole), aim: '5 s' });
  }
  const { counted, told, meanwhile, moved } = await recountAll(app, officer);
  findings.push(
    {
      what: `${VOLUME.open} open clocks counted anew, ${moved} of them changed`,
      value: `${(counted / 1_000).toFixed(1)} s`,
      aim: '60 s',
    },
    { what: 'their applicants told, after that', value: `${(told / 1_000).toFixed(1)} s`, aim: '' },
    {
      what: `worklist meanwhile, median / p95 of ${meanwhile.length} calls`,
      value: `${median(meanwhile).toFixed(0)} / ${p95(meanwhile).toFixed(0)} ms`,
      aim: 'answers all the while',
    },
  );
  await app.stop();
  await app.remove();
  report(`requests: ${VOLUME.count} cases`, findings);
}

void main();
