import type { Doc } from '@bandeng/mongo-documents/bson';
import { documentsOf, withEngine, type Run } from '../test-support/engine';

const english = { locale: 'en', strength: 2 };

async function withWords(work: (run: Run) => Promise<void>): Promise<void> {
  await withEngine(async run => {
    await run({ createIndexes: 'words', indexes: [{ key: { w: 1 }, name: 'w' }] });
    const words = ['ping', 'PING', 'pang', 'Pàng', 7];
    await run({ insert: 'words', documents: words.map((w, _id) => ({ _id, w })) });
    await work(run);
  });
}

async function ids(run: Run, query: Doc): Promise<unknown[]> {
  return documentsOf(await run({ find: 'words', ...query })).map(({ _id }) => _id);
}

test('collation: equality, range and list by the second level -> letters of either case, in spite of the index', async () => {
  await withWords(async run => {
    expect(await ids(run, { filter: { w: 'Ping' }, collation: english })).toEqual([0, 1]);
    expect(await ids(run, { filter: { w: { $in: ['PANG'] } }, collation: english })).toEqual([2]);
    expect(await ids(run, { filter: { w: { $gte: 'PANH' } }, collation: english })).toEqual([0, 1]);
    expect(await ids(run, { filter: { w: { $ne: 'ping' } }, collation: english })).toEqual([2, 3, 4]);
    expect(await ids(run, { filter: { w: 'PANG' }, collation: { locale: 'en', strength: 1 } })).toEqual([2, 3]);
    expect(await ids(run, { filter: { w: 'Ping' } })).toEqual([]);
    expect(await run({ count: 'words', query: { w: 'Ping' }, collation: english })).toMatchObject({ n: 2 });
    const pipeline = [{ $match: { w: 'Ping' } }, { $group: { _id: 1, n: { $sum: 1 } } }];
    const counted = await run({ aggregate: 'words', pipeline, cursor: {}, collation: english });
    expect(documentsOf(counted)).toEqual([{ _id: 1, n: 2 }]);
  });
});

test('collation: numbers in the filter -> the index is used all the same', async () => {
  await withWords(async run => {
    const reply = await run({ explain: { find: 'words', filter: { w: 7 }, collation: english } });
    expect(JSON.stringify(reply)).toContain('IXSCAN');
    expect(await ids(run, { filter: { w: 7 }, collation: english })).toEqual([4]);
  });
});

test('collation: sort, distinct, update and delete -> by the collation', async () => {
  await withWords(async run => {
    expect(await ids(run, { sort: { w: 1, _id: 1 }, collation: { locale: 'en' } })).toEqual([4, 2, 3, 0, 1]);
    expect(await run({ distinct: 'words', key: 'w', collation: english })).toMatchObject({
      values: [7, 'pang', 'Pàng', 'ping'],
    });
    const updates = [{ q: { w: 'pinG' }, u: { $set: { seen: true } }, multi: true, collation: english }];
    expect(await run({ update: 'words', updates })).toMatchObject({ nModified: 2 });
    const deletes = [{ q: { w: 'pinG' }, limit: 0, collation: english }];
    expect(await run({ delete: 'words', deletes })).toMatchObject({ n: 2 });
  });
});

test('collation: Chinese -> by pinyin, or by strokes', async () => {
  await withEngine(async run => {
    await run({ insert: 'words', documents: ['重', '一', '阿'].map(_id => ({ _id })) });
    expect(await ids(run, { sort: { _id: 1 }, collation: { locale: 'zh' } })).toEqual(['阿', '一', '重']);
    expect(await ids(run, { sort: { _id: 1 } })).toEqual(['一', '重', '阿']);
  });
});

test('collation: an operator that compares with what is stored -> refused by name', async () => {
  await withWords(async run => {
    const updates = [{ q: { _id: 1 }, u: { $pull: { list: 'x' } }, collation: english }];
    expect(await run({ update: 'words', updates })).toMatchObject({ writeErrors: [{ code: 238 }] });
    expect(await run({ find: 'words', filter: { $expr: true }, collation: english })).toMatchObject({ code: 238 });
    expect(await run({ find: 'words', collation: { locale: 'en', backwards: true } })).toMatchObject({ code: 238 });
    expect(await run({ find: 'words', filter: { w: { of: 'a' } }, collation: english })).toMatchObject({ code: 238 });
  });
});
