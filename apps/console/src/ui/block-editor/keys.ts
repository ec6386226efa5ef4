import { Extension } from '@tiptap/core';
import { baseKeymap, chainCommands } from '@tiptap/pm/commands';
import { gapCursor } from '@tiptap/pm/gapcursor';
import { history, redo, undo } from '@tiptap/pm/history';
import { keymap } from '@tiptap/pm/keymap';
import type { Command, EditorState } from '@tiptap/pm/state';
import { addRowAfter, goToNextCell, isInTable, tableEditing } from '@tiptap/pm/tables';
import { setTextKind, textKindOf } from './text-kind';

const isAtStart = ({ selection }: EditorState): boolean => selection.empty && selection.$from.parentOffset === 0;
const holder = ({ selection }: EditorState): string => selection.$from.parent.type.name;

const breakLine: Command = (state, dispatch) => {
  if (!state.selection.$from.parent.inlineContent) return false;
  dispatch?.(state.tr.replaceSelectionWith(state.schema.nodes['lineBreak']!.create(), true).scrollIntoView());
  return true;
};
const onlyIn =
  (name: string, command: Command): Command =>
  (state, dispatch, view) =>
    holder(state) === name && command(state, dispatch, view);

/** An empty item ends the list. */
const leaveList: Command = (state, dispatch) =>
  state.selection.$from.parent.content.size === 0 && setTextKind('paragraph')(state, dispatch);

/** At its beginning, a heading, a quote or an item becomes a paragraph before it joins what stands above. */
const makePlain: Command = (state, dispatch) =>
  isAtStart(state) && textKindOf(state) !== undefined && holder(state) !== 'paragraph'
    ? setTextKind('paragraph')(state, dispatch)
    : false;

const addRow: Command = (state, dispatch) => isInTable(state) && addRowAfter(state, dispatch);

/**
 * Keys while writing. Tab goes from cell to cell and, after the last one, out of the editor as everywhere else: nobody is caught in it
 * (WCAG 2.1.2).
 */
const keys: Record<string, Command> = {
  Enter: chainCommands(onlyIn('cellLine', breakLine), onlyIn('listItem', leaveList)),
  'Shift-Enter': breakLine,
  'Mod-Enter': addRow,
  Backspace: makePlain,
  Tab: goToNextCell(1),
  'Shift-Tab': goToNextCell(-1),
  'Mod-z': undo,
  'Mod-Shift-z': redo,
  'Mod-y': redo,
  'Mod-Alt-0': setTextKind('paragraph'),
  'Mod-Alt-2': setTextKind('heading2'),
  'Mod-Alt-3': setTextKind('heading3'),
  'Mod-Shift-7': setTextKind('numbers'),
  'Mod-Shift-8': setTextKind('bullets'),
  'Mod-Shift-9': setTextKind('quote'),
};

export const Keys = Extension.create({
  name: 'keys',
  priority: 500,
  addProseMirrorPlugins: () => [keymap(keys), keymap(baseKeymap), history(), gapCursor(), tableEditing()],
});
