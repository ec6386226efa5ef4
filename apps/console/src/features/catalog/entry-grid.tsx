import type { EditionEntry } from '@bandeng/contracts/types';
import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons';
import { useEffect, useRef, type CSSProperties } from 'react';
import { CellEditor } from './cell-editor';
import { COLUMNS } from './columns';
import { ROW_HEIGHT } from './grid-scroll';
import type { Direction } from './move-entry';
import type { TreeRow } from './tree';
import { useGridKeys } from './use-grid-keys';
import { useWindow } from './use-window';

const TEMPLATE = COLUMNS.map(({ width }) => `${width}px`).join(' ');
const TOTAL_WIDTH = COLUMNS.reduce((sum, { width }) => sum + width, 0);

interface Props {
  rows: readonly TreeRow[];
  /** The line at hand, by its key. */
  atHand: string | null;
  choose: (key: string) => void;
  toggle: (key: string) => void;
  /** Takes an entry one place up or down. */
  move: (entry: EditionEntry, direction: Direction) => Promise<void>;
  /** Writes one column; resolves to what was refused, or null. */
  save: (entry: EditionEntry, field: EditionField, text: string) => Promise<string | null>;
}
type EditionField = keyof EditionEntry['texts'];

/** Tree and table in one: the lines that are seen are drawn, however many there are. */
export function EntryGrid({ rows, atHand, choose, toggle, move, save }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { first, end } = useWindow(box, rows.length, ROW_HEIGHT);
  const keys = useGridKeys({ rows, atHand, choose, toggle, move, box });
  const { row: activeRow, column: activeColumn, isEditing } = keys;

  // Focus follows the keys; a click has set it already.
  useEffect(() => {
    if (!keys.movesFocus.current || isEditing) return;
    keys.movesFocus.current = false;
    const cell = box.current?.querySelector<HTMLElement>('[data-active]');
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  // The line at hand stays drawn, so that a Tab from elsewhere finds it.
  const drawn = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
  if (activeRow >= 0 && activeRow < rows.length && (activeRow < first || activeRow >= end)) drawn.push(activeRow);
  const current = activeRow < 0 ? 0 : activeRow;

  return (
    <div
      ref={box}
      className="entry-grid"
      role="treegrid"
      aria-label="事项"
      aria-rowcount={rows.length + 1}
      aria-colcount={COLUMNS.length}
      onKeyDown={keys.press}
    >
      <div role="rowgroup" className="entry-grid-head" style={{ width: TOTAL_WIDTH }}>
        <div role="row" aria-rowindex={1} className="entry-row" style={{ gridTemplateColumns: TEMPLATE }}>
          {COLUMNS.map(({ field, label, isRequired }) => (
            <div key={field} role="columnheader" className="entry-cell">
              {label}
              {isRequired && <span className="quiet">（必填）</span>}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" style={{ position: 'relative', height: rows.length * ROW_HEIGHT, width: TOTAL_WIDTH }}>
        {drawn.map(at => {
          const row = rows[at]!;
          const style: CSSProperties = { top: at * ROW_HEIGHT, height: ROW_HEIGHT, gridTemplateColumns: TEMPLATE };
          const place = { row: at, isCurrent: at === current, activeColumn, isEditing };
          return (
            <div
              key={row.key}
              role="row"
              aria-rowindex={at + 2}
              aria-level={row.level}
              {...(row.kind === 'group' && { 'aria-expanded': row.isOpen })}
              aria-selected={row.key === atHand}
              className={`entry-row body ${row.kind} ${row.key === atHand ? 'at-hand' : ''}`}
              style={style}
            >
              {row.kind === 'group' ? (
                <GroupCell row={row} place={place} keys={keys} toggle={toggle} />
              ) : (
                COLUMNS.map((column, columnAt) => (
                  <div
                    key={column.field}
                    role={columnAt === 0 ? 'rowheader' : 'gridcell'}
                    aria-readonly={!row.entry.mayEdit}
                    {...activeProps(place, columnAt)}
                    className="entry-cell"
                    style={columnAt === 0 ? { paddingInlineStart: 12 + (row.level - 1) * 18 } : undefined}
                    onClick={() => keys.go(at, columnAt)}
                    onDoubleClick={() => keys.edit(at, columnAt)}
                  >
                    <span className="two-lines">
                      {columnAt === 0 && <span className="quiet">{row.entry.number} </span>}
                      {row.entry.texts[column.field]}
                    </span>
                    {columnAt === 0 && row.entry.commentIds.length > 0 && (
                      <span className="quiet"> 采纳 {row.entry.commentIds.length} 条意见</span>
                    )}
                    {place.isCurrent && isEditing && activeColumn === columnAt && (
                      <CellEditor
                        key={`${row.key}:${column.field}`}
                        entry={row.entry}
                        column={column}
                        save={text => save(row.entry, column.field, text)}
                        leave={keys.leaveEditor}
                      />
                    )}
                  </div>
                ))
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface CellPlace {
  row: number;
  isCurrent: boolean;
  activeColumn: number;
}

/** One cell of the whole table takes the Tab key; the arrows go on from there. */
const activeProps = ({ isCurrent, activeColumn }: CellPlace, column: number) =>
  isCurrent && activeColumn === column ? { tabIndex: 0, 'data-active': true } : { tabIndex: -1 };

interface GroupProps {
  row: Extract<TreeRow, { kind: 'group' }>;
  place: CellPlace;
  keys: Pick<ReturnType<typeof useGridKeys>, 'go'>;
  toggle: (key: string) => void;
}

function GroupCell({ row, place, keys, toggle }: GroupProps) {
  const { key, level, name, count, isOpen } = row;
  return (
    <div
      role="rowheader"
      aria-colspan={COLUMNS.length}
      {...(place.isCurrent ? { tabIndex: 0, 'data-active': true } : { tabIndex: -1 })}
      className="entry-cell"
      style={{ paddingInlineStart: 12 + (level - 1) * 18, gridColumn: '1 / -1' }}
      onClick={() => {
        keys.go(place.row, 0);
        toggle(key);
      }}
    >
      <span className="entry-group">
        {isOpen ? <CaretDownOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />} {name}{' '}
        <span className="quiet">{count} 项</span>
      </span>
    </div>
  );
}
