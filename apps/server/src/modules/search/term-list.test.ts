import fc from 'fast-check';
import { encodePosting, toMark, type Posting } from './posting';
import {
  blockIdAt,
  blocksOfChange,
  editList,
  listOf,
  MOST,
  wordsIn,
  type ListChange,
  type TermList,
} from './term-list';

const posting = (at: number, number: number, isWord = true): Posting => ({
  at,
  number,
  isDated: true,
  mark: toMark(isWord, 3),
});
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

/** A list with a store of its blocks. */
function storedList() {
  let list: TermList = listOf('低保', undefined);
  const blocks = new Map<string, Uint8Array>();
  return {
    edit: (change: ListChange) => {
      const needed = new Set(blocksOfChange(list, change));
      const edit = editList(list, change, id => {
        expect(needed).toContain(id);
        return blocks.get(id);
      });
      list = edit.list;
      for (const [id, bytes] of edit.blocks) {
        if (bytes === null) blocks.delete(id);
        else blocks.set(id, bytes);
      }
    },
    list: () => list,
    parts: () => [list.head, ...range(0, list.tops.length / 10).map(segment => blocks.get(blockIdAt(list, segment))!)],
    bytes() {
      return Buffer.concat(this.parts()).toString('hex');
    },
    blocks,
  };
}

const bytesOf = (postings: readonly Posting[]) =>
  Buffer.concat([...postings].sort((a, b) => b.at - a.at || b.number - a.number).map(encodePosting)).toString('hex');

describe('a list of postings', () => {
  it('add: an archive from old to new -> full blocks, the newest in the head', () => {
    const stored = storedList();
    for (const from of range(0, 10))
      stored.edit({ remove: [], add: range(from * 100, from * 100 + 100).map(at => posting(at, at + 1)) });
    expect(stored.parts().map(part => part.length / 12)).toEqual([1_000 - 3 * MOST, MOST, MOST, MOST]);
    expect(stored.bytes()).toBe(bytesOf(range(0, 1_000).map(at => posting(at, at + 1))));
    expect(stored.list()).toMatchObject({ documents: 1_000, words: 1_000 });
  });

  it('remove: all of a block -> the block is no more; the others stay', () => {
    const stored = storedList();
    stored.edit({ remove: [], add: range(0, 1_000).map(at => posting(at, at)) });
    stored.edit({ remove: range(0, 500).map(at => posting(at, at)), add: [] });
    expect(stored.bytes()).toBe(bytesOf(range(500, 1_000).map(at => posting(at, at))));
    expect(stored.blocks.size).toBe(stored.list().tops.length / 10);
    stored.edit({ remove: range(500, 1_000).map(at => posting(at, at)), add: [] });
    expect([stored.bytes(), stored.blocks.size, stored.list().documents]).toEqual(['', 0, 0]);
  });

  it('any changes in any order -> the same as sorting all that is there; counts with it', () => {
    const at = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -(2 ** 40), max: 2 ** 44 }));
    const step = fc.record({
      add: fc.array(fc.tuple(at, fc.boolean()), { maxLength: 400 }),
      drops: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), steps => {
        const stored = storedList();
        let there: Posting[] = [];
        let number = 0;
        for (const { add, drops } of steps) {
          const remove = there.filter(one => drops > 0 && one.number % 10 < drops);
          const moved = remove.filter(one => one.number % 3 === 0).map(one => ({ ...one, at: one.at + 1 }));
          const added = [...add.map(([day, isWord]) => posting(day, (number += 1), isWord)), ...moved];
          stored.edit({ remove, add: added });
          there = [...there.filter(one => !remove.includes(one)), ...added];
          expect(stored.bytes()).toBe(bytesOf(there));
          expect(
            stored.parts().every((part, index) => part.length / 12 <= MOST && (index === 0 || part.length > 0)),
          ).toBe(true);
          expect(stored.list().documents).toBe(there.length);
          expect(stored.list().words).toBe(wordsIn(Buffer.from(stored.bytes(), 'hex')));
        }
      }),
      { numRuns: 60 },
    );
  });
});
