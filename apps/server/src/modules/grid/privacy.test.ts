import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import type { TableName } from '@bandeng/contracts/types';
import { noticeSource } from '../../fixtures/district';
import { startTestServer, type TestServer } from '../../testing';
import { getTable, rowsOf } from '../tables/tables.fixtures';
import { assign, asStreet, asWorker, enquiryOf, GRID, putBuilding, putGrids, visitOf } from './grid.fixtures';

jest.setTimeout(60_000);

/** Passes the check of GB 11643; of nobody: there is no area 110199. */
const ID_NUMBER = '110199194903120048';
/** Minutes of the walk, as UTC and as a clock in Shanghai shows them. */
const MINUTES = /2026-11-16[T ](01|09):1\d/;

const lines: string[] = [];
const logStream = new Writable({
  write: (chunk: Buffer, _, done) => {
    lines.push(chunk.toString());
    done();
  },
});

let server: TestServer;
beforeEach(async () => {
  lines.length = 0;
  server = await startTestServer({ logStream, environment: { LOG_LEVEL: 'debug' } });
  await putGrids(server);
});
afterEach(() => server.stop());

/** A morning: six doors in six minutes with a notice, a message taken down at the last; the street and the district look at it. */
async function walk() {
  const [street, worker] = [await asStreet(server), await asWorker(server)];
  const office = await server.asStaff('office', { unitId: 'district-office' });
  const notice = randomUUID();
  await office.call('staff.notices.create', { body: { ...noticeSource({ unitId: 'district-office' }), id: notice } });
  const { doorIds } = await putBuilding(street, { doors: 6 });
  await assign(street, worker.staffId);
  const items = [{ kind: 'notice' as const, id: notice }];
  const taken = (at: number) => ({ takenAt: `2026-11-16T01:1${at}:30.000Z` });
  const enquiry = enquiryOf({ ...taken(6), doorId: doorIds[5]! });
  await worker.call('grid.sync', {
    body: { items: [...doorIds.map((id, at) => visitOf(id, { ...taken(at), items })), enquiry] },
  });
  await server.runWorker();
  return { street, worker, notice, doorIds };
}

/** Every collection of the grid and the audit, by name: a new one is looked at without being named here. */
async function kept(): Promise<[string, Record<string, unknown>[]][]> {
  const { db } = server.deps.platform.database;
  const names = (await db!.listCollections().toArray()).map(({ name }) => name);
  const ours = names.filter(name => name.startsWith('grid') || name === 'auditEntries').sort();
  return Promise.all(
    ours.map(async name => [name, await server.collection(name).find({}).toArray()] as const),
  ) as never;
}

describe('a morning of visits leaves no track', () => {
  it('in what is kept -> no minute of it in any collection, and in none the order of the doors', async () => {
    const { doorIds } = await walk();
    const collections = await kept();
    expect(collections.map(([name]) => name)).toEqual(
      expect.arrayContaining(['auditEntries', 'gridCoverage', 'gridOnBehalf', 'gridReached', 'gridVisits']),
    );
    for (const [name, records] of collections)
      expect([name, MINUTES.exec(JSON.stringify(records))]).toEqual([name, null]);
    const visits = collections.find(([name]) => name === 'gridVisits')![1];
    expect(visits).toHaveLength(doorIds.length);
    const ids = visits.map(({ _id }) => _id);
    // As they were written, they lie by ids the phone drew at random.
    expect(ids).toEqual([...ids].sort());
  });

  it('in the audit and the log -> that so many records came, and of no door, no minute, no person', async () => {
    const { worker, doorIds } = await walk();
    const ofWorker = { actor: `staff:${worker.staffId}`, action: { $in: ['grid.synced', 'enquiry.submitted'] } };
    const audited = await server.collection('auditEntries').find(ofWorker).toArray();
    const records = await server.collection('gridVisits').find({}).toArray();
    const [entry] = audited.filter(({ action }) => action === 'grid.synced');
    expect(entry).toMatchObject({ fields: ['accepted:7'] });
    // It names no record: with the hour of the call it would be the place of one.
    expect(records.map(({ _id }) => _id)).not.toContain(entry?.subject);
    const seen = { audit: JSON.stringify(audited), log: lines.join('') };
    for (const [where, text] of Object.entries(seen)) {
      expect([where, text.length > 0, MINUTES.exec(text)]).toEqual([where, true, null]);
      const named = [...doorIds, '周桂兰', '5550123', '110101'].filter(words => text.includes(words));
      expect([where, named]).toEqual([where, []]);
    }
  });

  it('in what is read and taken along: pack, coverage, workers, every table -> days, never a minute', async () => {
    const { street, worker, notice } = await walk();
    const days = { from: '2026-11-01', to: '2026-11-30' };
    const table = async (name: TableName, query: Record<string, string>) => rowsOf(await getTable(street, name, query));
    const exits = {
      pack: await worker.call('grid.pack'),
      coverage: await street.call('staff.grid.coverage', { query: { notice, area: GRID } }),
      workers: await street.call('staff.grid.workers', { query: days }),
      workersAsTable: await table('grid-workers', days),
      coverageAsTable: await table('grid-coverage', { notice, area: GRID }),
      doorsAsTable: await table('grid-doors', { of: GRID }),
    };
    for (const [exit, shown] of Object.entries(exits))
      expect([exit, MINUTES.exec(JSON.stringify(shown))]).toEqual([exit, null]);
    // Who was at which door is for nobody: a door knows its last day, a worker their sums.
    expect(JSON.stringify(exits.pack.buildings)).not.toContain(worker.staffId);
    expect(exits.workers.items).toMatchObject([{ visits: 6, doors: 6, onBehalf: 1 }]);
  });
});

describe('an ID number', () => {
  it('in words taken down at a door -> sent back with what to do, kept nowhere', async () => {
    const { worker } = await walk();
    const sync = (record: object) => worker.call('grid.sync', { body: { items: [record as never] } });
    const {
      items: [answer],
    } = await sync(enquiryOf({ body: `我的证件是 ${ID_NUMBER}，补贴没到。` }));
    expect(answer).toMatchObject({ result: 'rejected', reason: expect.stringContaining('证件号') as string });
    const text = JSON.stringify([await kept(), await server.collection('enquiries').find({}).toArray(), lines]);
    expect(text).not.toContain(ID_NUMBER);
  });
});
