import { neighbourRow, numberRows } from '@bandeng/rules';
import type { EditionEntry, RouteInput } from '@bandeng/contracts/types';

export type Step = RouteInput<'staff.editions.moveEntry'>['body'];
export type Direction = Step['direction'];

/** The entry that another one goes past, one place up or down among those below the same; undefined at the end of them. */
export const neighbourOf = (
  entries: readonly EditionEntry[],
  entry: EditionEntry,
  direction: Direction,
): EditionEntry | undefined =>
  neighbourRow(entries, entry, direction, ({ domain, path }) => [domain.id, ...path].join('\u0000'));

/** The entries of an edition after one of them went past another: as the server has put them, with their 序号. */
export function afterStep(
  entries: readonly EditionEntry[],
  moved: EditionEntry,
  { direction, pastId }: Step,
): EditionEntry[] {
  const others = entries.filter(({ id }) => id !== moved.id);
  const at = others.findIndex(({ id }) => id === pastId) + (direction === 'up' ? 0 : 1);
  const ordered = [...others.slice(0, at), moved, ...others.slice(at)];
  const numbers = numberRows(ordered.map(({ domain }) => domain.id));
  return ordered.map((entry, row) => (entry.number === numbers[row] ? entry : { ...entry, number: numbers[row]! }));
}
