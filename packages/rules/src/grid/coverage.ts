/** Figures of fewer doors than this are not shown to who has nothing to do with the area: nobody is to be known by them. */
export const SMALL_CELL_DOORS = 5;

export interface CoverageCell {
  doors: number;
  reached: number;
}

export type HiddenCell = 'few' | 'beside' | null;

/**
 * What is not shown of the cells of one sum to who does not work there: those with fewer than five doors, and, because a single one could
 * be worked out of the sum, the next smallest beside them until five doors or more are missing.
 */
export function hiddenCells(cells: readonly Pick<CoverageCell, 'doors'>[]): HiddenCell[] {
  const hidden: HiddenCell[] = cells.map(({ doors }) => (doors < SMALL_CELL_DOORS ? 'few' : null));
  const missing = cells.reduce((sum, { doors }) => (doors < SMALL_CELL_DOORS ? sum + doors : sum), 0);
  if (missing === 0 || missing >= SMALL_CELL_DOORS) return hidden;
  const others = cells.map(({ doors }, at) => ({ doors, at })).filter(({ at }) => hidden[at] === null);
  const [smallest] = others.sort((one, other) => one.doors - other.doors || one.at - other.at);
  if (smallest) hidden[smallest.at] = 'beside';
  return hidden;
}

/** A leaf of the tree of places (a building), with its way from the root down to itself. */
export interface PlacedDoors {
  path: readonly string[];
  doors: number;
}

/**
 * What is not shown of a whole tree of places, so that it is the same wherever one looks from: at each level the cells that
 * {@link hiddenCells} names, and everything within a cell that is not shown, for its parts would add up to it.
 */
export function hiddenPlaces(leaves: readonly PlacedDoors[]): ReadonlyMap<string, 'few' | 'beside'> {
  const hidden = new Map<string, 'few' | 'beside'>();
  const look = (members: readonly PlacedDoors[], depth: number, isWithinHidden: boolean): void => {
    const within = new Map<string, PlacedDoors[]>();
    for (const leaf of members) {
      const id = leaf.path[depth];
      if (id === undefined) continue;
      const beside = within.get(id);
      if (beside) beside.push(leaf);
      else within.set(id, [leaf]);
    }
    const places = [...within];
    const states = hiddenCells(places.map(([, parts]) => ({ doors: sumOfDoors(parts) })));
    places.forEach(([id, parts], at) => {
      const state = states[at] ?? (isWithinHidden ? 'beside' : null);
      if (state) hidden.set(id, state);
      look(parts, depth + 1, state !== null);
    });
  };
  look(leaves, 0, false);
  return hidden;
}

const sumOfDoors = (leaves: readonly PlacedDoors[]) => leaves.reduce((sum, { doors }) => sum + doors, 0);

/** Share in per cent with one decimal, rounded down: 94.96 % is not 95. Null where there are no doors. */
export const coveragePercent = ({ doors, reached }: CoverageCell): number | null =>
  doors === 0 ? null : Math.floor((reached / doors) * 1_000) / 10;

/** A step of the score sheet: from this share on, so many points. */
export interface ScoreStep {
  atLeast: number;
  points: number;
}

/** Points for a share by steps in any order; 0 below the lowest (FACTS §9: ≥95 % 10, 90–94 8, 85–89 6, below 0). */
export function scoreOf(percent: number | null, steps: readonly ScoreStep[]): number {
  if (percent === null) return 0;
  return Math.max(0, ...steps.filter(({ atLeast }) => percent >= atLeast).map(({ points }) => points));
}
