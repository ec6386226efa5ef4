/**
 * The row beside another one among those of its group; rows of other groups between them do not count.
 * @param row one of `rows`
 * @returns undefined at the end of the group
 */
export function neighbourRow<Row>(
  rows: readonly Row[],
  row: Row,
  direction: 'up' | 'down',
  groupOf: (row: Row) => string,
): Row | undefined {
  const group = groupOf(row);
  const siblings = rows.filter(one => groupOf(one) === group);
  const at = siblings.indexOf(row);
  return siblings[direction === 'up' ? at - 1 : at + 1];
}
