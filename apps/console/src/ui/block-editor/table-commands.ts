import { Fragment, type Node as DocNode, type Schema } from '@tiptap/pm/model';
import { TextSelection, type Command } from '@tiptap/pm/state';
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
  selectedRect,
  toggleHeaderRow,
} from '@tiptap/pm/tables';
import { insertBlock } from './insert';

const ROWS = 3;
const COLUMNS = 3;

function emptyTable({ nodes }: Schema): DocNode {
  const row = (cell: string) =>
    nodes['tableRow']!.create(
      null,
      Array.from({ length: COLUMNS }, () => nodes[cell]!.createAndFill()!),
    );
  const rows = [row('tableHeader'), ...Array.from({ length: ROWS - 1 }, () => row('tableCell'))];
  return nodes['table']!.create(null, Fragment.from(rows));
}

/** A table of three by three with a row of names; the cursor goes into its first cell. */
export const insertTable: Command = (state, dispatch) => {
  if (isInTable(state)) return false;
  if (dispatch) {
    const { tr, pos } = insertBlock(state, emptyTable(state.schema));
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(pos + 1))).scrollIntoView());
  }
  return true;
};

/** Names stay above: no row goes before a row of names. */
const rowBefore: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  const { top, table } = selectedRect(state);
  const isNames = top === 0 && table.firstChild?.firstChild?.type.name === 'tableHeader';
  return !isNames && addRowBefore(state, dispatch);
};

export const tableCommands: readonly { label: string; command: Command }[] = [
  { label: '上面加一行', command: rowBefore },
  { label: '下面加一行', command: addRowAfter },
  { label: '左边加一列', command: addColumnBefore },
  { label: '右边加一列', command: addColumnAfter },
  { label: '删这一行', command: deleteRow },
  { label: '删这一列', command: deleteColumn },
  { label: '首行是表头', command: toggleHeaderRow },
  { label: '删整个表', command: deleteTable },
];

/** Says what the table at the cursor is of. */
export const setCaption =
  (caption: string): Command =>
  (state, dispatch) => {
    if (!isInTable(state)) return false;
    const { tableStart } = selectedRect(state);
    dispatch?.(state.tr.setNodeAttribute(tableStart - 1, 'caption', caption));
    return true;
  };
export const captionOf: (state: Parameters<Command>[0]) => string = state =>
  isInTable(state) ? String(selectedRect(state).table.attrs['caption']) : '';
