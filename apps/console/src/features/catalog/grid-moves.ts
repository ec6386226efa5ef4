import type { EditionEntry } from '@bandeng/contracts/types';
import type { Direction } from './move-entry';
import type { TreeRow } from './tree';

export interface Spot {
  row: number;
  column: number;
}
/** What a key does: go somewhere, open or close a group, write in a cell, take an entry one place further. */
export type Move =
  { go: Spot } | { toggle: string } | { edit: Spot } | { take: EditionEntry; direction: Direction } | null;

const PAGE_ROWS = 10;

/** What a key means in the table, after the pattern of a treegrid (ARIA Authoring Practices). */
export function moveOf(
  { key, ctrlKey, altKey }: { key: string; ctrlKey: boolean; altKey: boolean },
  { row, column }: Spot,
  rows: readonly TreeRow[],
  columnCount: number,
): Move {
  const at = rows[row];
  if (!at) return null;
  if (altKey) return takeOf(key, at);
  const last = rows.length - 1;
  const toRow = (next: number): Move => ({ go: { row: Math.min(Math.max(next, 0), last), column } });
  switch (key) {
    case 'ArrowDown':
      return toRow(row + 1);
    case 'ArrowUp':
      return toRow(row - 1);
    case 'PageDown':
      return toRow(row + PAGE_ROWS);
    case 'PageUp':
      return toRow(row - PAGE_ROWS);
    case 'Home':
      return ctrlKey ? { go: { row: 0, column } } : { go: { row, column: 0 } };
    case 'End':
      return ctrlKey ? { go: { row: last, column } } : { go: { row, column: columnCount - 1 } };
    case 'ArrowRight':
      if (at.kind === 'group') return at.isOpen ? toRow(row + 1) : { toggle: at.key };
      return { go: { row, column: Math.min(column + 1, columnCount - 1) } };
    case 'ArrowLeft':
      if (at.kind === 'group' && at.isOpen) return { toggle: at.key };
      if (at.kind === 'entry' && column > 0) return { go: { row, column: column - 1 } };
      return { go: { row: parentOf(rows, row), column: 0 } };
    case 'Enter':
    case 'F2':
      if (at.kind === 'group') return { toggle: at.key };
      return at.entry.mayEdit ? { edit: { row, column } } : null;
    default:
      return null;
  }
}

/** With Alt an entry goes along with the arrow; what else Alt does is the browser's. */
function takeOf(key: string, { entry }: TreeRow): Move {
  if (!entry?.mayEdit || (key !== 'ArrowUp' && key !== 'ArrowDown')) return null;
  return { take: entry, direction: key === 'ArrowUp' ? 'up' : 'down' };
}

/** The group a line stands in; the line itself when it stands in none. */
function parentOf(rows: readonly TreeRow[], row: number): number {
  const level = rows[row]!.level;
  const found = rows.slice(0, row).findLastIndex(other => other.level < level);
  return found < 0 ? row : found;
}
