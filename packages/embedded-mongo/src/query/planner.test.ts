import type { Doc } from '@bandeng/mongo-documents/bson';
import { documentsOf, withEngine, type Run } from '../test-support/engine';

async function find(run: Run, query: Doc): Promise<Doc[]> {
  return documentsOf(await run({ find: 'things', batchSize: 1000, ...query }));
}

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

test('planner: list by one facet, newest first -> walks the compound index without sorting and reads one page, not what it skips', async () => {
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
    const passed = await plan(run, { filter: { facets: 'col:1' }, sort: { at: -1, _id: -1 }, skip: 60, limit: 2 });
    expect(passed).toMatchObject({ nReturned: 2, totalDocsExamined: 2, totalKeysExamined: 62 });
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

test('planner: $in of a thousand values -> reads their keys and nothing between; two such fields of an index -> the second one is left to the filter', async () => {
  await withEngine(async run => {
    await run({ createIndexes: 'things', indexes: [{ key: { a: 1, b: 1 }, name: 'ab' }] });
    const documents = Array.from({ length: 3_000 }, (_, i) => ({ _id: i, a: i, b: i % 100 }));
    await run({ insert: 'things', documents });
    const thirds = Array.from({ length: 1_000 }, (_, i) => i * 3);
    for (const filter of [{ _id: { $in: thirds } }, { a: { $in: thirds } }])
      expect(await plan(run, { filter })).toMatchObject({ nReturned: 1_000, totalKeysExamined: 1_000 });
    const both = await plan(run, { filter: { a: { $in: thirds }, b: { $in: [0, 3, 6] } } });
    expect(both).toMatchObject({ nReturned: 30, totalKeysExamined: 1_000 });
  });
});
