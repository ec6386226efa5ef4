import fc from 'fast-check';
import { movedRows } from './moved-rows';

const moved = (before: string, after: string) => [...movedRows([...before], [...after])].join('');

describe('rows that moved', () => {
  test.each([
    ['abc', 'abc', ''],
    ['', 'abc', ''],
    ['abc', '', ''],
    ['abcd', 'acd', ''],
    ['acd', 'abcd', ''],
    ['abcd', 'bcda', 'a'],
    ['abcd', 'dabc', 'd'],
    ['abcde', 'acdbe', 'b'],
    ['abcd', 'xbdc', 'd'],
  ])('%s, then %s -> %j', (before, after, ids) => {
    expect(moved(before, after)).toBe(ids);
  });

  test('any two orders of the same rows: without those that moved -> the same order; none moved -> it was the same', () => {
    const rows = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 });
    const orders = rows.chain(before =>
      fc.tuple(fc.constant(before), fc.shuffledSubarray(before, { minLength: before.length })),
    );
    fc.assert(
      fc.property(orders, ([before, after]) => {
        const gone = movedRows(before, after);
        const stays = (id: string) => !gone.has(id);
        expect(after.filter(stays)).toEqual(before.filter(stays));
        expect(gone.size === 0).toBe(before.join('') === after.join(''));
      }),
    );
  });
});
