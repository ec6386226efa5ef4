import fc from 'fast-check';
import { diffSequence } from './diff-sequence';

const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 14 });
const same = (letter: string) => letter;

describe('diff of two sequences', () => {
  test('any two: read on one side -> the old one, on the other -> the new one; the same only where they are', () => {
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const changes = diffSequence(before, after, same);
        expect(changes.flatMap(change => change.before ?? [])).toEqual(before);
        expect(changes.flatMap(change => change.after ?? [])).toEqual(after);
        for (const { change, before: was, after: is } of changes) {
          expect(was === is).toBe(change === 'same');
          expect([was === null, is === null]).toEqual([change === 'new', change === 'removed']);
        }
      }),
    );
  });

  test('one changed in the middle, one added at the end -> told so, the others stay', () => {
    const changes = diffSequence(['a', 'b', 'c'], ['a', 'x', 'c', 'd'], same);
    expect(changes.map(({ change }) => change)).toEqual(['same', 'changed', 'same', 'new']);
    expect(diffSequence(['a', 'b'], ['b'], same).map(({ change }) => change)).toEqual(['removed', 'same']);
  });
});
