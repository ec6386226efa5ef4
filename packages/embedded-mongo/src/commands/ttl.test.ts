import type { Doc } from '@bandeng/mongo-documents/bson';
import { documentsOf, withEngine } from '../test-support/engine';
import { sweepExpired } from './ttl';

test.each<[string, Doc, Doc, number[]]>([
  ['ascending', { at: 1 }, {}, [1, 4]],
  ['descending', { at: -1 }, {}, [1, 4]],
  ['only for the done', { at: 1 }, { partialFilterExpression: { done: true } }, [4]],
  ['hidden', { at: 1 }, { hidden: true }, [1, 4]],
])('TTL index, %s: time has passed for some documents -> a sweep removes those', async (_, key, options, gone) => {
  await withEngine(async (run, engine) => {
    const indexes = [{ key, name: 'expiry', expireAfterSeconds: 60, ...options }];
    await run({ createIndexes: 'things', indexes });
    const ats = [new Date(0), new Date(100_000), 'never', [new Date(100_000), new Date(0)]];
    await run({ insert: 'things', documents: ats.map((at, i) => ({ _id: i + 1, at, done: i === 3 })) });
    expect(await sweepExpired(engine, 100_000)).toBe(gone.length);
    const left = documentsOf(await run({ find: 'things' })).map(({ _id }) => _id);
    expect(left).toEqual([1, 2, 3, 4].filter(id => !gone.includes(id)));
  });
});
