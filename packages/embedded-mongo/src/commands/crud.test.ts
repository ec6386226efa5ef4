import type { Doc } from '@bandeng/mongo-documents/bson';
import { documentsOf, failureOf, withEngine, withServer, type Run } from '../test-support/engine';

async function insert(run: Run, ...documents: Doc[]): Promise<Doc> {
  return run({ insert: 'things', documents });
}

async function update(run: Run, q: Doc, u: unknown, more: Doc = {}): Promise<Doc> {
  return run({ update: 'things', updates: [{ q, u, ...more }] });
}

async function one(run: Run): Promise<Doc | undefined> {
  return documentsOf(await run({ find: 'things' }))[0];
}

async function index(run: Run, key: Doc, options: Doc = {}): Promise<Doc> {
  return run({ createIndexes: 'things', indexes: [{ key, name: Object.keys(key).join('_'), ...options }] });
}

test('insert: second document with the same unique key -> 11000 with keyPattern and keyValue, the first stays', async () => {
  await withEngine(async run => {
    await index(run, { a: 1, b: -1 }, { unique: true });
    const reply = await insert(run, { _id: 1, a: 'x', b: 2 }, { _id: 2, a: 'x', b: 2 }, { _id: 3 });
    expect(reply).toMatchObject({
      n: 1,
      writeErrors: [{ index: 1, code: 11000, keyPattern: { a: 1, b: -1 }, keyValue: { a: 'x', b: 2 } }],
    });
    expect(await run({ count: 'things' })).toMatchObject({ n: 1 });
  });
});

test('insert: unordered with a duplicate in the middle -> the others are stored', async () => {
  await withEngine(async run => {
    const reply = await run({ insert: 'things', documents: [{ _id: 1 }, { _id: 1 }, { _id: 2 }], ordered: false });
    expect(reply).toMatchObject({ n: 2, writeErrors: [{ index: 1, code: 11000, keyPattern: { _id: 1 } }] });
  });
});

test('insert: arrays in two fields of one index -> 171', async () => {
  await withEngine(async run => {
    await index(run, { a: 1, b: 1 });
    expect(await insert(run, { a: [1], b: [2] })).toMatchObject({ writeErrors: [{ code: 171 }] });
    expect(await insert(run, { a: [1], b: 2 })).toMatchObject({ n: 1 });
  });
});

test('unique index: sparse and partial -> documents outside the index may repeat', async () => {
  await withEngine(async run => {
    await index(run, { a: 1 }, { unique: true, sparse: true });
    await index(run, { b: 1 }, { unique: true, partialFilterExpression: { b: { $type: 'string' } } });
    expect(
      await insert(
        run,
        { _id: 1 },
        { _id: 2 },
        { _id: 3, b: 1 },
        { _id: 4, b: 1 },
        { _id: 5, a: null },
        { _id: 6, b: 'x' },
      ),
    ).toMatchObject({ n: 6 });
    expect(await insert(run, { a: null })).toMatchObject({ writeErrors: [{ code: 11000, keyValue: { a: null } }] });
    expect(await insert(run, { b: 'x' })).toMatchObject({ writeErrors: [{ code: 11000, keyValue: { b: 'x' } }] });
  });
});

test('createIndexes: unique over repeated values -> 11000 and no index; same name, other key -> 86; other name, same key -> 85', async () => {
  await withEngine(async run => {
    await insert(run, { a: 1, b: 1 }, { a: 1, b: 2 });
    expect(await index(run, { a: 1 }, { unique: true })).toMatchObject({ ok: 0, code: 11000 });
    expect(documentsOf(await run({ listIndexes: 'things' }))).toHaveLength(1);
    expect(await index(run, { b: 1 })).toMatchObject({ ok: 1, numIndexesBefore: 1, numIndexesAfter: 2 });
    expect(await index(run, { a: 1 }, { name: 'b' })).toMatchObject({ ok: 0, code: 86 });
    expect(await index(run, { b: 1 }, { name: 'other' })).toMatchObject({ ok: 0, code: 85 });
    expect(await run({ dropIndexes: 'things', index: 'nothing' })).toMatchObject({ ok: 0, code: 27 });
  });
});

test('update operators: one of each kind -> the document MongoDB would make', async () => {
  await withEngine(async run => {
    await insert(run, {
      _id: 1,
      n: 1,
      list: [3, 1, 2],
      docs: [
        { k: 'a', v: 1 },
        { k: 'b', v: 2 },
      ],
      gone: true,
      old: 5,
    });
    await update(
      run,
      { 'docs.k': 'b' },
      {
        $inc: { n: 2, 'docs.$.v': 10 },
        $unset: { gone: '' },
        $rename: { old: 'new' },
        $push: { list: { $each: [5, 4], $sort: 1, $slice: -3 } },
      },
    );
    await update(
      run,
      { _id: 1 },
      { $set: { 'docs.$[one].w': true, 'deep.er': 1 }, $addToSet: { set: { $each: [1, 1, 2] } }, $max: { n: 2 } },
      { arrayFilters: [{ 'one.k': 'a' }] },
    );
    expect(await one(run)).toEqual({
      _id: 1,
      n: 3,
      list: [3, 4, 5],
      docs: [
        { k: 'a', v: 1, w: true },
        { k: 'b', v: 12 },
      ],
      new: 5,
      deep: { er: 1 },
      set: [1, 2],
    });
  });
});

test.each([
  ['two operators on one path', { $set: { a: 1 }, $inc: { a: 1 } }, 40],
  ['a path below another one', { $set: { a: 1, 'a.b': 1 } }, 40],
  ['a field inside a number', { $set: { 'n.x': 1 } }, 28],
  ['an increment of a text', { $inc: { text: 1 } }, 14],
  ['a push into a number', { $push: { n: 1 } }, 2],
  ['a change of _id', { $set: { _id: 2 } }, 66],
  ['an unknown operator', { $bang: { a: 1 } }, 9],
])('update: %s -> refused, nothing changed', async (_what, change, code) => {
  await withEngine(async run => {
    await insert(run, { _id: 1, n: 1, text: 'x' });
    expect(await update(run, { _id: 1 }, change)).toMatchObject({ n: 0, writeErrors: [{ code }] });
    expect(await one(run)).toEqual({ _id: 1, n: 1, text: 'x' });
  });
});

test('update: a field is changed -> other numbers keep their BSON type', async () => {
  await withServer(async (_server, client) => {
    const { Double, Long } = (await import('mongoose')).default.mongo.BSON;
    const things = client.db('types').collection<Doc>('things');
    await things.insertOne({ whole: new Double(5), wide: Long.fromNumber(7) });
    await things.updateOne({}, { $set: { a: 1 } });
    expect(await things.findOne({ whole: { $type: 'double' } }, { promoteValues: false })).toBeDefined();
    const raw = (await things.findOne({}, { promoteValues: false })) as Doc;
    expect(raw.whole).toMatchObject({ _bsontype: 'Double' });
    expect(raw.wide).toMatchObject({ _bsontype: 'Long' });
  });
});

test('findAndModify: before, after, sorted, upserted, removed -> answers as MongoDB does', async () => {
  await withEngine(async run => {
    await insert(run, { _id: 1, n: 1 }, { _id: 2, n: 2 });
    const modify = (more: Doc): Promise<Doc> => run({ findAndModify: 'things', ...more });
    expect(await modify({ query: {}, sort: { n: -1 }, update: { $inc: { n: 5 } } })).toMatchObject({
      value: { _id: 2, n: 2 },
      lastErrorObject: { updatedExisting: true, n: 1 },
    });
    expect(
      await modify({ query: { _id: 2 }, update: { $inc: { n: 1 } }, new: true, fields: { _id: 0 } }),
    ).toMatchObject({ value: { n: 8 } });
    expect(
      await modify({ query: { _id: 3 }, update: { $setOnInsert: { n: 9 } }, upsert: true, new: true }),
    ).toMatchObject({ value: { _id: 3, n: 9 }, lastErrorObject: { updatedExisting: false, upserted: 3 } });
    expect(await modify({ query: { _id: 9 }, remove: true })).toMatchObject({ value: null });
    expect(await modify({ query: { _id: 1 }, remove: true })).toMatchObject({ value: { _id: 1 } });
  });
});

test('cursor: batches of three over ten documents -> each once; a killed or unknown cursor -> 43', async () => {
  await withServer(async (_server, client) => {
    const things = client.db('cursors').collection<Doc>('things');
    await things.insertMany(Array.from({ length: 10 }, (_, n) => ({ n })));
    expect((await things.find({}, { batchSize: 3 }).toArray()).map(({ n }) => n)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
    const { cursor } = await client.db('cursors').command({ find: 'things', batchSize: 3 });
    await client.db('cursors').command({ killCursors: 'things', cursors: [cursor.id] });
    expect(await failureOf(client.db('cursors').command({ getMore: cursor.id, collection: 'things' }))).toMatchObject({
      code: 43,
    });
  });
});

test.each<[string, Doc, Doc, Doc[]]>([
  [
    'whole fields',
    {},
    { t: 1, list: true },
    [
      { _id: 1, t: 'a', list: [{ x: 1 }, { x: 2 }] },
      { _id: 2, t: 'b' },
    ],
  ],
  ['without _id', { t: 'b' }, { _id: 0, n: 1 }, [{ n: { deep: 2 } }]],
  ['only _id', { t: 'a' }, { _id: 1 }, [{ _id: 1 }]],
  ['a field of a field', { t: 'b' }, { 'n.deep': 1 }, [{ _id: 2, n: { deep: 2 } }]],
  ['all but one', { t: 'b' }, { n: 0 }, [{ _id: 2, t: 'b' }]],
  ['a filter on what is not shown', { $or: [{ 'n.deep': 2 }, { 'list.x': 7 }] }, { t: 1 }, [{ _id: 2, t: 'b' }]],
  ['a filter on the whole document', { $expr: { $eq: ['$n.deep', 2] } }, { t: 1 }, [{ _id: 2, t: 'b' }]],
])('projection: %s -> as MongoDB gives it', async (_, filter, projection, expected) => {
  await withEngine(async run => {
    await insert(run, { _id: 1, t: 'a', list: [{ x: 1 }, { x: 2 }], n: 5 }, { _id: 2, t: 'b', n: { deep: 2 } });
    expect(documentsOf(await run({ find: 'things', filter, projection }))).toEqual(expected);
  });
});

test('drop and create again -> nothing of the old collection is seen, its space is reclaimed', async () => {
  await withEngine(async (run, engine) => {
    await insert(run, ...Array.from({ length: 50 }, (_, n) => ({ n })));
    const id = engine.catalog.find('test', 'things')?.id as number;
    await run({ drop: 'things' });
    await insert(run, { n: 1 });
    expect(await run({ count: 'things' })).toMatchObject({ n: 1 });
    await engine.reclaim();
    const key = Buffer.alloc(4);
    key.writeUInt32BE(id);
    const after = Buffer.alloc(4);
    after.writeUInt32BE(id + 1);
    expect(engine.store.live.range(key, after, false, 10)).toEqual([]);
  });
});

test('close while the space of a dropped collection is reclaimed -> waits for the piece under way, leaves the rest', async () => {
  let reclaiming: Promise<void> | undefined;
  await withEngine(async (run, engine) => {
    await insert(run, ...Array.from({ length: 12_000 }, (_, n) => ({ n })));
    await run({ drop: 'things' });
    reclaiming = engine.reclaim();
  });
  await expect(reclaiming).resolves.toBeUndefined();
});

test('aggregate: join, group, facets and count over indexed beginnings -> right answers', async () => {
  await withEngine(async run => {
    await insert(run, { _id: 1, kind: 'a', ref: 2 }, { _id: 2, kind: 'b', ref: 1 }, { _id: 3, kind: 'a', ref: 9 });
    const aggregate = async (...pipeline: Doc[]): Promise<Doc[]> =>
      documentsOf(await run({ aggregate: 'things', pipeline, cursor: {} }));
    expect(await aggregate({ $match: { kind: 'a' } }, { $group: { _id: 1, n: { $sum: 1 } } })).toEqual([
      { _id: 1, n: 2 },
    ]);
    const joined = await aggregate(
      { $sort: { _id: 1 } },
      { $lookup: { from: 'things', localField: 'ref', foreignField: '_id', as: 'other' } },
    );
    expect(joined.map(({ other }) => (other as Doc[]).map(({ _id }) => _id))).toEqual([[2], [1], []]);
    const chain = { from: 'things', startWith: '$ref', connectFromField: 'ref', connectToField: '_id', as: 'all' };
    const [followed] = await aggregate({ $match: { _id: 1 } }, { $graphLookup: { ...chain, depthField: 'depth' } });
    expect((followed?.all as Doc[]).map(({ _id, depth }) => [_id, depth])).toEqual([
      [2, 0],
      [1, 1],
    ]);
    expect(await aggregate({ $facet: { kinds: [{ $sortByCount: '$kind' }], all: [{ $count: 'n' }] } })).toEqual([
      {
        kinds: [
          { _id: 'a', count: 2 },
          { _id: 'b', count: 1 },
        ],
        all: [{ n: 3 }],
      },
    ]);
  });
});

test.each<[string, Doc]>([
  ['a query operator', { find: 'things', filter: { $text: { $search: 'x' } } }],
  ['a geo operator', { find: 'things', filter: { a: { $geoIntersects: {} } } }],
  ['a stage', { aggregate: 'things', pipeline: [{ $changeStream: {} }], cursor: {} }],
  ['an index type', { createIndexes: 'things', indexes: [{ key: { a: 'text' }, name: 'a' }] }],
  ['a collation', { find: 'things', collation: { locale: 'fr' } }],
  ['a collation of an index', { createIndexes: 'things', indexes: [{ key: { a: 1 }, collation: { locale: 'zh' } }] }],
  [
    'grouping by a collation',
    { aggregate: 'things', pipeline: [{ $group: { _id: '$a' } }], cursor: {}, collation: { locale: 'zh' } },
  ],
  ['a collection option', { create: 'other', capped: true, size: 1000 }],
])('%s that is not supported -> refused by name', async (_what, command) => {
  await withEngine(async run => {
    const reply = await run(command);
    expect(reply).toMatchObject({ ok: 0, code: 238 });
    expect(String(reply.errmsg)).toContain('is not supported by the embedded engine');
  });
});

test('unknown command, operator and stage -> 59, 2 and 40324', async () => {
  await withEngine(async run => {
    expect(await run({ fly: 1 })).toMatchObject({ ok: 0, code: 59, codeName: 'CommandNotFound' });
    expect(await run({ find: 'things', filter: { a: { $foo: 1 } } })).toMatchObject({ ok: 0, code: 2 });
    expect(await run({ aggregate: 'things', pipeline: [{ $foo: 1 }], cursor: {} })).toMatchObject({
      ok: 0,
      code: 40324,
    });
  });
});
