/** A catalog of 26 domains has 800 rows; what goes beyond these is no catalog and no list of notices. */
export const workbookLimits = {
  bytes: 20 * 1_048_576,
  sheets: 80,
  rows: 5_000,
  columns: 80,
  cellText: 10_000,
  /** Of the thread that reads one file: rows times columns above, some 400,000 cells, fit into it. */
  memoryMb: 384,
  milliseconds: 60_000,
};
