import fc from 'fast-check';
import { hiddenPlaces, SMALL_CELL_DOORS, type PlacedDoors } from './coverage';

/** Trees of three levels under a root, with small cells more often than a district has them. */
const trees: fc.Arbitrary<PlacedDoors[]> = fc
  .array(
    fc.array(fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 5, max: 40 })), { maxLength: 4 }), {
      maxLength: 4,
    }),
    { maxLength: 4 },
  )
  .map(communities =>
    communities.flatMap((grids, community) =>
      grids.flatMap((buildings, grid) =>
        buildings.map((doors, building) => ({
          path: ['root', `c${community}`, `c${community}g${grid}`, `c${community}g${grid}b${building}`],
          doors,
        })),
      ),
    ),
  );

/** Which leaves a place is the sum of. */
function vectorsOf(leaves: readonly PlacedDoors[]): Map<string, number[]> {
  const ids = [...new Set(leaves.flatMap(({ path }) => path))];
  return new Map(ids.map(id => [id, leaves.map(({ path }) => (path.includes(id) ? 1 : 0))]));
}

const PRIME = 65_521;
const inverse = (of: number): number => {
  let [result, base, left] = [1, of, PRIME - 2];
  for (; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
};

/** Whether somebody with pencil and paper gets `wanted` by adding and taking away what is `known` (over a large prime field). */
function canBeWorkedOut(wanted: readonly number[], known: readonly (readonly number[])[]): boolean {
  const basis: { at: number; row: number[] }[] = [];
  const reduce = (given: readonly number[]) => {
    let row = [...given];
    for (const { at, row: by } of basis) {
      const factor = row[at]!;
      if (factor !== 0) row = row.map((value, column) => (value + (PRIME - factor) * by[column]!) % PRIME);
    }
    return row;
  };
  for (const vector of known) {
    const row = reduce(vector);
    const at = row.findIndex(value => value !== 0);
    if (at < 0) continue;
    const scale = inverse(row[at]!);
    basis.push({ at, row: row.map(value => (value * scale) % PRIME) });
  }
  return reduce(wanted).every(value => value === 0);
}

describe('what is not shown of a tree of places', () => {
  it('whatever the tree, by adding and taking away all that is shown -> no place of fewer than five doors comes out', () => {
    fc.assert(
      fc.property(trees, leaves => {
        const hidden = hiddenPlaces(leaves);
        const vectors = vectorsOf(leaves);
        // Where no doors are there is nothing to find out.
        const empty = leaves.flatMap((leaf, at) =>
          leaf.doors === 0 ? [leaves.map((_, other) => Number(other === at))] : [],
        );
        const shown = [...vectors].filter(([id]) => !hidden.has(id)).map(([, vector]) => vector);
        for (const [, vector] of vectors) {
          const doors = vector.reduce((sum, isIn, at) => sum + isIn * leaves[at]!.doors, 0);
          if (doors > 0 && doors < SMALL_CELL_DOORS) expect(canBeWorkedOut(vector, [...shown, ...empty])).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('no small place anywhere -> everything is shown', () => {
    const leaf = (...path: string[]) => ({ path, doors: 5 });
    expect(hiddenPlaces([leaf('root', 'a', 'a1'), leaf('root', 'a', 'a2'), leaf('root', 'b', 'b1')]).size).toBe(0);
  });

  it('a place hidden because a small one stands beside it -> its parts are hidden too, or they would add up to it', () => {
    const hidden = hiddenPlaces([
      { path: ['root', 'small', 's1'], doors: 3 },
      { path: ['root', 'next', 'n1'], doors: 9 },
      { path: ['root', 'next', 'n2'], doors: 8 },
      { path: ['root', 'far', 'f1'], doors: 60 },
    ]);
    expect(Object.fromEntries(hidden)).toEqual({ small: 'few', s1: 'few', next: 'beside', n1: 'beside', n2: 'beside' });
  });
});
