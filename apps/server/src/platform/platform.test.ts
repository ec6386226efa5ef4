import { Schema } from 'mongoose';
import { startTestServer, type TestServer } from '../testing';
import { createLeases } from './lease';
import { readAll, readPage, ROWS_AT_ONCE } from './paging';
import { createSweeper, isSwept, loadRetention } from './retention';

/** Models that tests of this file make for themselves. */
const OF_THIS_FILE = new Set(['PagingRow', 'SweepRow', 'WholeRow']);

interface WholeRow {
  _id: string;
  owner: string;
  rank: number;
}

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

describe('leases', () => {
  function leasesOfAnotherServer() {
    const { database, clock, ids } = server.deps.platform;
    return createLeases({ database: database.useDb(database.name), clock, ids });
  }

  it('lease: held by one -> refused to another until released', async () => {
    const { leases } = server.deps.platform;
    const other = leasesOfAnotherServer();
    expect(await leases.acquire('job', 60)).toBe(true);
    expect(await leases.acquire('job', 60)).toBe(true);
    expect(await other.acquire('job', 60)).toBe(false);
    await leases.release('job');
    expect(await other.acquire('job', 60)).toBe(true);
  });

  it('lease: run out -> another takes it', async () => {
    await server.deps.platform.leases.acquire('short', 0);
    expect(await leasesOfAnotherServer().acquire('short', 60)).toBe(true);
  });
});

describe('person keys', () => {
  const place = { collection: 'accounts', id: 'a1', field: 'phone' };

  it('sealed value: key destroyed -> gone for ever', async () => {
    const { personKeys, transaction } = server.deps.platform;
    const sealed = await personKeys.seal('p1', '199 0000 0001', place);
    expect(sealed).not.toContain('199');
    expect(await personKeys.open('p1', sealed, place)).toBe('199 0000 0001');
    await transaction(tx => personKeys.destroy('p1', tx));
    expect(await personKeys.open('p1', sealed, place)).toBeNull();
    await expect(personKeys.seal('p1', 'again', place)).rejects.toThrow('destroyed');
  });

  it('two seals at once for a new person: -> one key opens both', async () => {
    const { personKeys } = server.deps.platform;
    const sealed = await Promise.all(['a', 'b', 'c'].map(text => personKeys.seal('p2', text, place)));
    expect(await Promise.all(sealed.map(value => personKeys.open('p2', value, place)))).toEqual(['a', 'b', 'c']);
  });
});

describe('paging', () => {
  interface Row {
    _id: string;
    group: string;
    at: Date;
  }

  function rowModel() {
    const { database } = server.deps.platform;
    const schema = new Schema<Row>(
      { _id: String, group: String, at: Date },
      { versionKey: false, collection: 'pagingRows' },
    );
    schema.index({ group: 1, at: -1, _id: -1 });
    return database.model<Row>('PagingRow', schema);
  }

  it('pages: many rows of one instant, rows added meanwhile -> each old row once, in order', async () => {
    const { cursors } = server.deps.platform;
    const model = rowModel();
    await model.createIndexes();
    const at = new Date('2026-11-16T00:00:00Z');
    await model.insertMany(
      Array.from({ length: 25 }, (_, n) => ({ _id: `r${String(n).padStart(2, '0')}`, group: 'g', at })),
    );
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const sort = { at: -1, _id: -1 } as const;
      const page = await readPage({
        cursors,
        model,
        list: 'rows',
        filter: { group: 'g' },
        sort,
        query: { limit: 7, cursor },
      });
      seen.push(...page.items.map(row => row._id));
      cursor = page.nextCursor ?? undefined;
      await model.create({ _id: `new${seen.length}`, group: 'g', at: new Date('2026-11-17T00:00:00Z') });
    } while (cursor);
    expect(seen).toEqual(Array.from({ length: 25 }, (_, n) => `r${String(24 - n).padStart(2, '0')}`));
  });

  it('cursor: of another list, or changed by a character -> 422', () => {
    const { cursors } = server.deps.platform;
    const cursor = cursors.encode('one', [new Date(0), 'id']);
    expect(cursors.decode('one', cursor)).toEqual([new Date(0), 'id']);
    expect(() => cursors.decode('two', cursor)).toThrow('request.invalid');
    expect(() => cursors.decode('one', `x${cursor}`)).toThrow('request.invalid');
    expect(() => cursors.decode('one', '')).toThrow('request.invalid');
  });
});

describe('reading everything', () => {
  it('read all: more than one answer of the database, ties across its border -> each row once, in order', async () => {
    const { database } = server.deps.platform;
    const schema = new Schema<WholeRow>(
      { _id: String, owner: String, rank: Number },
      { versionKey: false, collection: 'wholes' },
    );
    schema.index({ owner: 1, rank: -1, _id: -1 });
    const model = database.model<WholeRow>('WholeRow', schema);
    await model.createIndexes();
    const ids = Array.from({ length: ROWS_AT_ONCE + 3 }, (_, at) => String(10_000 + at));
    await model.insertMany(ids.map((_id, at) => ({ _id, owner: 'one', rank: at >= 2 ? 1 : 2 })));
    await model.insertMany([{ _id: '1', owner: 'other', rank: 1 }]);
    const rows = await readAll({ model, filter: { owner: 'one' }, sort: { rank: -1, _id: -1 }, select: ['rank'] });
    const expected = [ids[1], ids[0], ...ids.slice(2).reverse()];
    expect(rows.map(row => row._id)).toEqual(expected);
    expect(await readAll({ model, filter: { owner: 'nobody' }, sort: { rank: -1, _id: -1 } })).toEqual([]);
  });
});

describe('retention', () => {
  it('sweep: records past their days -> deleted or erased, younger ones kept', async () => {
    const { database, clock } = server.deps.platform;
    const schema = new Schema(
      { _id: String, endedAt: Date, name: String, kind: String },
      { versionKey: false, collection: 'sweepRows' },
    );
    schema.index({ endedAt: 1 });
    const model = database.model('SweepRow', schema);
    await model.createIndexes();
    const daysAgo = (days: number) => new Date(clock.now().getTime() - days * 86_400_000);
    await model.insertMany([
      { _id: 'old', endedAt: daysAgo(400), name: 'n', kind: 'k' },
      { _id: 'middle', endedAt: daysAgo(40), name: 'n', kind: 'k' },
      { _id: 'young', endedAt: daysAgo(3), name: 'n', kind: 'k' },
      { _id: 'open', name: 'n', kind: 'k' },
    ]);
    const basis = 'a basis';
    const sweep = createSweeper({
      database,
      clock,
      rules: [
        { kind: 'row', collection: 'sweepRows', field: 'endedAt', days: 365, action: 'delete', basis },
        {
          kind: 'row names',
          collection: 'sweepRows',
          field: 'endedAt',
          days: 30,
          action: 'erase',
          erases: { name: null },
          basis,
        },
      ],
    });
    expect(await sweep()).toEqual({ row: 1, 'row names': 1 });
    expect(await sweep()).toEqual({ row: 0, 'row names': 0 });
    const left = await model.find({}).sort({ _id: 1 }).lean();
    expect(left.map(row => [row._id, row.name ?? null])).toEqual([
      ['middle', null],
      ['open', 'n'],
      ['young', 'n'],
    ]);
  });

  it('retention file: every collection of the app has a rule, every date swept by has an index, every schedule exists', async () => {
    await expect(server.runSchedule('platform.sweep')).resolves.toBeUndefined();
    const { database, config } = server.deps.platform;
    const rules = loadRetention(config.root);
    const models = Object.values(database.models).filter(model => !OF_THIS_FILE.has(model.modelName));
    const ruled = new Set(rules.map(rule => rule.collection));
    expect(models.map(model => model.collection.collectionName).filter(name => !ruled.has(name))).toEqual([]);
    for (const rule of rules.filter(isSwept)) {
      const schema = models.find(model => model.collection.collectionName === rule.collection)?.schema;
      const indexed = schema?.indexes().some(([fields]) => Object.keys(fields)[0] === rule.field);
      expect([rule.collection, rule.field, indexed]).toEqual([rule.collection, rule.field, true]);
    }
    const schedules = server.deps.schedules.map(({ name }) => name);
    expect(schedules).toEqual(
      expect.arrayContaining(rules.flatMap(rule => (rule.action === 'own' ? rule.schedule : []))),
    );
  });
});
