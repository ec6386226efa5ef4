import fc from 'fast-check';
import { compareValues } from '../bson/compare';
import type { Doc } from '../bson/codec';
import { documentsOf, withEngine, type Run } from '../test-support/engine';
import { compareBy } from './sort';

const indexes: Doc[] = [
  { key: { a: 1 }, name: 'a' },
  { key: { b: -1 }, name: 'b' },
  { key: { a: 1, b: -1 }, name: 'a_b' },
  { key: { 'n.x': 1, 'n.y': 1 }, name: 'n' },
  { key: { t: 1, a: -1, _id: -1 }, name: 't_a' },
  { key: { c: 1 }, name: 'c_sparse', sparse: true },
  { key: { b: 1, a: 1 }, name: 'b_partial', partialFilterExpression: { c: { $exists: true } } },
  { key: { s: 1 }, name: 's' },
];

const odd = fc.constantFrom<unknown>(null, 'x', 'xy', '栖', 2.5, NaN, true, new Date(5));
const small = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 4 }) }, { weight: 1, arbitrary: odd });
const listOrValue = fc.oneof(
  { weight: 3, arbitrary: small },
  { weight: 2, arbitrary: fc.array(small, { maxLength: 3 }) },
);
const part = fc.record({ x: small, y: listOrValue }, { requiredKeys: [] });
const document = fc.record(
  {
    a: small,
    b: listOrValue,
    c: small,
    t: fc.array(fc.constantFrom('p', 'q', 'r'), { maxLength: 3 }),
    n: fc.oneof(part, fc.array(part, { maxLength: 3 }), small),
    s: fc.string({ maxLength: 3 }),
  },
  { requiredKeys: [], noNullPrototype: true },
);

const range = fc.tuple(small, small).map(([low, high]) => ({ $gte: low, $lt: high }));
const oddComparison = fc.oneof(
  fc.array(small, { maxLength: 2 }).map(list => ({ $nin: list })),
  fc.boolean().map(exists => ({ $exists: exists })),
  fc.constantFrom<unknown>(
    { $regex: '^x' },
    /^xy?$/,
    { $regex: '^X', $options: 'i' },
    [1, 2],
    { $all: [1, 2] },
    { $size: 1 },
    { $not: { $gt: 2 } },
    { $type: 'string' },
  ),
);
const comparison = fc.oneof(
  { weight: 3, arbitrary: small },
  { weight: 3, arbitrary: range },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$ne'), small)
      .map(([name, value]) => ({ [name]: value })),
  },
  { weight: 2, arbitrary: fc.array(small, { maxLength: 3 }).map(list => ({ $in: list })) },
  { weight: 1, arbitrary: fc.tuple(small, small).map(([low, high]) => ({ $elemMatch: { $gte: low, $lte: high } })) },
  { weight: 1, arbitrary: oddComparison },
);
const field = fc.constantFrom('a', 'b', 'b', 'n.x', 'n.y', 'c', 't', 's');
const simple = fc.dictionary(field, comparison, { maxKeys: 3, noNullPrototype: true });
const filter = fc.oneof(
  { weight: 4, arbitrary: simple },
  { weight: 1, arbitrary: fc.tuple(simple, simple).map(([left, right]) => ({ $or: [left, right] })) },
  {
    weight: 1,
    arbitrary: fc.tuple(simple, simple, simple).map(([also, left, right]) => ({ ...also, $or: [left, right] })),
  },
);
const sort = fc.constantFrom<Doc>(
  {},
  { a: 1 },
  { a: -1, b: 1 },
  { b: 1 },
  { a: 1, b: -1 },
  { a: -1, _id: -1 },
  { 'n.x': 1 },
  { s: -1 },
);

async function find(run: Run, query: Doc): Promise<Doc[]> {
  return documentsOf(await run({ find: 'things', batchSize: 1000, ...query }));
}

test('planner: any query on any documents -> the same documents as a scan, in an order the sort allows', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(document, { minLength: 1, maxLength: 25 }),
      fc.array(fc.tuple(filter, sort), { minLength: 20, maxLength: 20 }),
      async (documents, queries) => {
        await withEngine(async run => {
          const usable = indexes.filter(
            ({ key }) => !(Object.hasOwn(key as Doc, 'b') && Object.hasOwn(key as Doc, 'n.x')),
          );
          expect(await run({ createIndexes: 'things', indexes: usable })).toMatchObject({ ok: 1 });
          // A document with arrays in two indexed fields is refused (171); the others count.
          for (const [i, doc] of documents.entries()) await run({ insert: 'things', documents: [{ _id: i, ...doc }] });
          for (const [where, order] of queries) {
            const scanned = await find(run, { filter: where, hint: { $natural: 1 } });
            const planned = await find(run, { filter: where, sort: order });
            const ids = (list: Doc[]): unknown[] => list.map(({ _id }) => _id).sort(compareValues);
            expect(ids(planned)).toEqual(ids(scanned));
            const inOrder = compareBy(order);
            planned.slice(1).forEach((doc, i) => expect(inOrder(planned[i], doc)).toBeLessThanOrEqual(0));
            const { n } = await run({ count: 'things', query: where });
            expect(n).toBe(scanned.length);
          }
        });
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);

test('planner: two conditions met by two elements of an array -> found, though no single key meets both', async () => {
  await withEngine(async run => {
    await run({
      createIndexes: 'things',
      indexes: [
        { key: { b: 1 }, name: 'b' },
        { key: { 'n.x': 1, 'n.y': 1 }, name: 'n' },
      ],
    });
    await run({
      insert: 'things',
      documents: [
        { _id: 1, b: [0, 9] },
        {
          _id: 2,
          n: [
            { x: 1, y: 1 },
            { x: 2, y: 2 },
          ],
        },
      ],
    });
    expect(await find(run, { filter: { b: { $gt: 5, $lt: 3 } } })).toHaveLength(1);
    expect(await find(run, { filter: { b: { $elemMatch: { $gt: 5, $lt: 3 } } } })).toHaveLength(0);
    expect(await find(run, { filter: { 'n.x': 1, 'n.y': 2 } })).toHaveLength(1);
    expect(await find(run, { filter: { n: { $elemMatch: { x: 1, y: 2 } } } })).toHaveLength(0);
  });
});

async function plan(run: Run, query: Doc): Promise<Doc> {
  const explained = await run({ explain: { find: 'things', ...query }, verbosity: 'executionStats' });
  return { plan: JSON.stringify((explained.queryPlanner as Doc).winningPlan), ...(explained.executionStats as Doc) };
}

test('planner: list by one facet, newest first -> walks the compound index without sorting and reads one page', async () => {
  await withEngine(async run => {
    await run({
      createIndexes: 'things',
      indexes: [
        { key: { facets: 1, at: -1, _id: -1 }, name: 'list' },
        { key: { at: -1 }, name: 'at' },
      ],
    });
    const documents = Array.from({ length: 300 }, (_, i) => ({
      _id: i,
      facets: [`col:${i % 3}`, `area:${i % 7}`],
      at: new Date(i),
    }));
    await run({ insert: 'things', documents });
    const one = await plan(run, { filter: { facets: 'col:1' }, sort: { at: -1, _id: -1 }, limit: 20 });
    expect(one).toMatchObject({ nReturned: 20, totalDocsExamined: 20, totalKeysExamined: 20 });
    expect(one.plan).toContain('IXSCAN');
    expect(one.plan).not.toContain('SORT');
    const several = await plan(run, {
      filter: { facets: { $in: ['col:1', 'col:2'] }, at: { $lt: new Date(200) } },
      sort: { at: -1, _id: -1 },
      limit: 20,
    });
    expect(several).toMatchObject({ nReturned: 20, totalDocsExamined: 20 });
    expect(several.plan).toContain('SORT_MERGE');
    const without = await plan(run, { filter: { other: 1 } });
    expect(without.plan).toContain('COLLSCAN');
    expect(without.totalDocsExamined).toBe(300);
  });
});

test('planner: hint on an index that is not there -> error 2', async () => {
  await withEngine(async run => {
    await run({ insert: 'things', documents: [{ _id: 1 }] });
    expect(await run({ find: 'things', hint: 'nothing_1' })).toMatchObject({ ok: 0, code: 2 });
  });
});

test('planner: a key longer than LMDB takes -> found by equality and by range, sorted rightly', async () => {
  await withEngine(async run => {
    const texts = [`${'长'.repeat(1000)}b`, `${'长'.repeat(1000)}a`, '短'];
    await run({ createIndexes: 'things', indexes: [{ key: { text: 1 }, name: 'text', unique: true }] });
    await run({ insert: 'things', documents: texts.map((text, i) => ({ _id: i, text })) });
    expect(await find(run, { filter: { text: texts[0] } })).toHaveLength(1);
    expect(await find(run, { filter: { text: { $gt: texts[1] } } })).toHaveLength(1);
    const sorted = await find(run, { filter: { text: { $gte: '' } }, sort: { text: 1 } });
    expect(sorted.map(({ _id }) => _id)).toEqual([2, 1, 0]);
    expect(await run({ insert: 'things', documents: [{ text: texts[0] }] })).toMatchObject({
      writeErrors: [{ code: 11000 }],
    });
  });
});
