import type { EditionEntry } from '@bandeng/contracts/types';
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { COLUMNS } from './columns';
import { moveOf, type Spot } from './grid-moves';
import { scrollFor } from './grid-scroll';
import type { Direction } from './move-entry';
import type { TreeRow } from './tree';

interface Given {
  rows: readonly TreeRow[];
  atHand: string | null;
  choose: (key: string) => void;
  toggle: (key: string) => void;
  move: (entry: EditionEntry, direction: Direction) => Promise<void>;
  box: RefObject<HTMLElement | null>;
}

/** Which cell is at hand, and whether it is being written. The line is known by its key: rows come and go above it. */
export function useGridKeys({ rows, atHand, choose, toggle, move: moveEntry, box }: Given) {
  const [column, setColumn] = useState(0);
  const [editing, setEditing] = useState<string | null>(null);
  const movesFocus = useRef(false);
  const row = rows.findIndex(({ key }) => key === atHand);
  const isEditing = editing !== null && editing === atHand;
  // Whoever was led to a line finds it in sight.
  const isThere = row >= 0;
  useEffect(() => {
    const { current } = box;
    if (isThere && current) current.scrollTop = scrollFor(row, current);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only when it comes; the keys scroll by themselves
  }, [isThere]);

  function go(to: Spot) {
    const next = rows[to.row];
    if (!next) return;
    movesFocus.current = true;
    setEditing(null);
    setColumn(to.column);
    choose(next.key);
    const { current } = box;
    if (current) current.scrollTop = scrollFor(to.row, current);
  }

  function edit(to: Spot) {
    const next = rows[to.row];
    if (next?.kind !== 'entry' || !next.entry.mayEdit) return;
    go(to);
    setEditing(next.key);
  }

  function take(entry: EditionEntry, direction: Direction) {
    // A line that is drawn elsewhere loses the focus on the way.
    void moveEntry(entry, direction).then(() => {
      movesFocus.current = true;
    });
  }

  function press(event: KeyboardEvent) {
    const move = moveOf(event, { row: Math.max(row, 0), column }, rows, COLUMNS.length);
    if (!move) return;
    event.preventDefault();
    if ('go' in move) go(move.go);
    else if ('toggle' in move) toggle(move.toggle);
    else if ('take' in move) take(move.take, move.direction);
    else edit(move.edit);
  }

  return {
    row,
    column: rows[row]?.kind === 'group' ? 0 : column,
    isEditing,
    movesFocus,
    go: (toRow: number, toColumn: number) => !isEditing && go({ row: toRow, column: toColumn }),
    edit: (toRow: number, toColumn: number) => edit({ row: toRow, column: toColumn }),
    press,
    leaveEditor: (step: -1 | 0 | 1) => {
      const next = column + step;
      if (step !== 0 && next >= 0 && next < COLUMNS.length) return edit({ row, column: next });
      movesFocus.current = true;
      setEditing(null);
    },
  };
}
