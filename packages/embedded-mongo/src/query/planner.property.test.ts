/** Every plan against a plain scan, on random documents and queries over values of all types. */
import fc from 'fast-check';
import type { Doc } from '@bandeng/mongo-documents/bson';
import { sortBy, sortFields, sortKey } from '@bandeng/mongo-documents/query';
import { arbitraryScalar, compareValues } from '@bandeng/mongo-documents/test-support';
import { documentsOf, withEngine, type Run } from '../test-support/engine';

const indexes: Doc[] = [
  { key: { a: 1 }, name: 'a' },
  { key: { a: -1, b: 1 }, name: 'a_b' },
  { key: { b: 1, a: -1, _id: 1 }, name: 'b_a_id' },
  { key: { 'n.x': 1, 'n.y': -1 }, name: 'n' },
  { key: { c: 1 }, name: 'c_sparse', sparse: true },
  { key: { c: -1, a: 1 }, name: 'c_partial', partialFilterExpression: { c: { $exists: true } } },
  { key: { b: 1 }, name: 'b_partial', partialFilterExpression: { a: { $gte: 0 } } },
];

/** Documents and queries draw from the same few values, so that they meet; most documents have one array. */
const scenario = fc.array(arbitraryScalar, { minLength: 1, maxLength: 3 }).chain(pool => {
  const small = fc.integer({ min: 0, max: 3 });
  const scalar = fc.oneof({ weight: 3, arbitrary: small }, { weight: 2, arbitrary: fc.constantFrom(...pool) });
  const list = fc.array(scalar, { maxLength: 3 });
  const inner = fc.record({ z: scalar }, { noNullPrototype: true });
  const value = fc.oneof(
    { weight: 8, arbitrary: scalar },
    { weight: 1, arbitrary: list },
    { weight: 1, arbitrary: inner },
  );
  const part = fc.record({ x: scalar, y: scalar }, { requiredKeys: [], noNullPrototype: true });
  const plain = { a: value, b: scalar, c: value, n: fc.oneof(part, scalar) };
  const options: { requiredKeys: []; noNullPrototype: true } = { requiredKeys: [], noNullPrototype: true };
  const document = fc.oneof(
    fc.record({ ...plain, a: scalar, c: scalar, n: fc.array(part, { maxLength: 3 }) }, options),
    fc.record({ ...plain, a: list, c: scalar }, options),
    fc.record({ ...plain, a: scalar, b: list, c: scalar }, options),
    fc.record({ ...plain, a: scalar, c: list }, options),
    fc.record(plain, options),
  );
  const wanted = fc.oneof({ weight: 12, arbitrary: scalar }, { weight: 1, arbitrary: value });
  const ordering = fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$eq', '$ne');
  const one = fc.tuple(ordering, wanted).map(([name, operand]) => ({ [name]: operand }));
  const bound = fc.oneof({ weight: 3, arbitrary: small }, { weight: 1, arbitrary: wanted });
  const odd = fc.constantFrom<Doc>(
    { $exists: true },
    { $exists: false },
    { $regex: '^栖' },
    { $size: 1 },
    { $type: 'number' },
  );
  const operators = fc.oneof(
    { weight: 4, arbitrary: wanted.map(operand => ({ $eq: operand })) },
    { weight: 4, arbitrary: one },
    { weight: 4, arbitrary: fc.tuple(bound, bound).map(([low, high]) => ({ $gte: low, $lte: high })) },
    { weight: 3, arbitrary: fc.array(wanted, { maxLength: 4, size: 'max' }).map(items => ({ $in: items })) },
    { weight: 1, arbitrary: fc.array(wanted, { maxLength: 2 }).map(items => ({ $nin: items })) },
    { weight: 1, arbitrary: fc.array(wanted, { minLength: 1, maxLength: 2 }).map(items => ({ $all: items })) },
    { weight: 1, arbitrary: fc.tuple(one, one).map(([left, right]) => ({ $elemMatch: { ...left, ...right } })) },
    { weight: 1, arbitrary: one.map(negated => ({ $not: negated })) },
    { weight: 1, arbitrary: odd },
  );
  const path = fc.constantFrom('a', 'a', 'b', 'c', 'n.x', 'n.y');
  const simple = fc.dictionary(path, operators, { minKeys: 1, maxKeys: 2, size: 'max', noNullPrototype: true });
  const filter: fc.Arbitrary<Doc> = fc.oneof(
    { weight: 5, arbitrary: simple },
    { weight: 2, arbitrary: fc.tuple(operators, operators).map(([x, y]) => ({ 'n.x': x, 'n.y': y })) },
    { weight: 2, arbitrary: fc.tuple(operators, operators).map(([a, b]) => ({ a, b })) },
    { weight: 1, arbitrary: fc.tuple(simple, simple).map(([left, right]) => ({ $or: [left, right] })) },
    { weight: 1, arbitrary: fc.tuple(one, simple, simple).map(([a, left, right]) => ({ a, $or: [left, right] })) },
  );
  const direction = fc.constantFrom(1, -1);
  const sort = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'n.x', '_id'), direction, {
    maxKeys: 3,
    noNullPrototype: true,
  });
  const query = fc.record({ filter, sort, skip: fc.nat({ max: 3 }), limit: fc.nat({ max: 5 }) });
  return fc.record({
    documents: fc.array(document, { minLength: 10, maxLength: 30, size: 'max' }),
    queries: fc.array(query, { minLength: 16, maxLength: 16 }),
  });
});

async function find(run: Run, query: Doc): Promise<Doc[]> {
  return documentsOf(await run({ find: 'things', batchSize: 1000, ...query }));
}

const idsOf = (list: Doc[]): unknown[] => list.map(({ _id }) => _id).sort(compareValues);

/** What is sorted by is the same at every place; documents that share it may come in any order. */
function expectOrder(documents: Doc[], wanted: Doc[], sort: Doc): void {
  const fields = sortFields(sort);
  const keys = (list: Doc[]): unknown[] => list.map(doc => sortKey(doc, fields));
  expect(documents).toHaveLength(wanted.length);
  keys(documents).forEach((key, i) => expect(compareValues(key, keys(wanted)[i])).toBe(0));
}

async function compare(run: Run, query: { filter: Doc; sort: Doc; skip: number; limit: number }): Promise<void> {
  const { filter, sort, skip, limit } = query;
  const scanned = await find(run, { filter, hint: { $natural: 1 } });
  const ordered = sortBy(scanned, sort);
  const all = await find(run, { filter, sort });
  expect(idsOf(all)).toEqual(idsOf(scanned));
  expectOrder(all, ordered, sort);
  const page = await find(run, { filter, sort, skip, limit });
  expectOrder(page, ordered.slice(skip, limit > 0 ? skip + limit : undefined), sort);
  expect(new Set(page.map(({ _id }) => _id)).size).toBe(page.length);
  const first = await find(run, { filter, limit: 1 });
  expect(first).toHaveLength(Math.min(1, scanned.length));
  for (const { _id } of [...page, ...first]) expect(idsOf(scanned)).toContain(_id);
  expect(await run({ count: 'things', query: filter })).toMatchObject({ n: scanned.length });
  await compareHints(run, filter, sort, ordered);
}

/** An index that holds all documents gives the same answer whether it is the best one or not, and explain names it. */
async function compareHints(run: Run, filter: Doc, sort: Doc, ordered: Doc[]): Promise<void> {
  for (const { name, sparse, partialFilterExpression } of indexes) {
    if (sparse || partialFilterExpression) continue;
    const query = { filter, sort, hint: name };
    const hinted = await find(run, query);
    expect(idsOf(hinted)).toEqual(idsOf(ordered));
    expectOrder(hinted, ordered, sort);
    const { queryPlanner, executionStats } = await run({
      explain: { find: 'things', ...query },
      verbosity: 'executionStats',
    });
    expect(JSON.stringify((queryPlanner as Doc).winningPlan)).toContain(`"indexName":"${String(name)}"`);
    expect(executionStats).toMatchObject({ nReturned: ordered.length });
  }
}

test('planner: any query on any documents -> the answer of a scan, sorted, by pages and by every index', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async ({ documents, queries }) => {
      await withEngine(async run => {
        expect(await run({ createIndexes: 'things', indexes })).toMatchObject({ ok: 1 });
        // A document with arrays in two fields of one index is refused (171); the others count.
        const stored = documents.map((doc, _id) => ({ _id, ...doc }));
        await run({ insert: 'things', documents: stored, ordered: false });
        for (const query of queries) await compare(run, query);
      });
    }),
    { numRuns: 30 },
  );
}, 120_000);

const number = fc.oneof(fc.integer(), fc.double({ noNaN: true }));
const text = fc.string({ minLength: 1, maxLength: 5 });

/** A query whose shape `shape` decides alone; the values are of one kind. */
const shapes: ((value: () => unknown) => Doc)[] = [
  value => ({ filter: { a: value() } }),
  value => ({ filter: { a: value(), b: value() }, sort: { a: 1 } }),
  value => ({ filter: { b: value() }, sort: { a: -1, _id: 1 } }),
  value => ({ filter: { a: { $gt: value() }, b: value() } }),
  value => ({ filter: { a: { $in: [value(), 'another'] } }, sort: { b: 1 } }),
  value => ({ filter: { $or: [{ a: value() }, { 'n.x': value() }] } }),
  value => ({ filter: { d: value() }, sort: { a: 1, b: -1 } }),
  value => ({ filter: { 'n.x': value(), 'n.y': { $lt: value() } }, sort: { 'n.y': 1 } }),
];

test('planner: queries of one shape with other values -> one plan', async () => {
  await withEngine(async run => {
    await run({ createIndexes: 'things', indexes: indexes.filter(({ name }) => name !== 'b_partial') });
    await run({
      insert: 'things',
      documents: Array.from({ length: 40 }, (_, i) => ({ a: i % 7, b: i, n: { x: i, y: -i } })),
    });
    const planOf = async (query: Doc): Promise<string> => {
      const { queryPlanner } = await run({ explain: { find: 'things', ...query }, verbosity: 'queryPlanner' });
      return JSON.stringify((queryPlanner as Doc).winningPlan, (name, value: unknown) =>
        name === 'filter' ? undefined : value,
      );
    };
    const values = fc.oneof(
      fc.array(number, { minLength: 4, maxLength: 4 }),
      fc.array(text, { minLength: 4, maxLength: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...shapes), values, values, async (shape, these, those) => {
        const drawn = (list: unknown[]): Doc => {
          const left = [...list];
          return shape(() => left.pop());
        };
        expect(await planOf(drawn(these))).toBe(await planOf(drawn(those)));
      }),
      { numRuns: 200 },
    );
  });
}, 30_000);
