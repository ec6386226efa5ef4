/** Figures of fewer doors than this are not shown to who has nothing to do with the area: nobody is to be known by them. */
export const SMALL_CELL_DOORS = 5;

export interface CoverageCell {
  doors: number;
  reached: number;
}

/**
 * A cell as it may be shown: one with fewer than five doors shows nothing but that.
 * @param isOwnArea whether the reader works in that very area
 */
export function shownCell({ doors, reached }: CoverageCell, isOwnArea: boolean): CoverageCell | '<5' {
  return !isOwnArea && doors < SMALL_CELL_DOORS ? '<5' : { doors, reached };
}

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
