import type { Node as DocNode } from '@tiptap/pm/model';
import { NodeSelection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';

/** Where a new block goes: after the one the cursor is in, or in place of an empty paragraph. */
function placeFor(state: EditorState): { from: number; to: number } {
  const { $to } = state.selection;
  const node = state.doc.maybeChild($to.index(0));
  if ($to.depth === 0) return { from: $to.pos, to: $to.pos };
  const start = $to.before(1);
  const end = start + (node?.nodeSize ?? 0);
  const isEmpty = node?.type.name === 'paragraph' && node.content.size === 0;
  return { from: isEmpty ? start : end, to: end };
}

/** Writes blocks over a range; after the last block of a text stands a paragraph to go on in. */
function putBlocks(state: EditorState, { from, to }: { from: number; to: number }, blocks: readonly DocNode[]) {
  const tr = state.tr.replaceWith(from, to, blocks);
  const end = from + blocks.reduce((size, block) => size + block.nodeSize, 0);
  if (end >= tr.doc.content.size) tr.insert(end, state.schema.nodes['paragraph']!.create());
  return { tr, pos: from, end };
}

/** Puts a block where a new one goes. @returns the transaction and where the block stands */
export const insertBlock = (state: EditorState, block: DocNode): { tr: Transaction; pos: number } =>
  putBlocks(state, placeFor(state), [block]);

/** Many blocks at once, where a new one goes or in place of everything; the cursor goes on behind them. */
export function insertAll(state: EditorState, blocks: readonly DocNode[], isReplacing: boolean): Transaction {
  const { tr, end } = putBlocks(state, isReplacing ? { from: 0, to: state.doc.content.size } : placeFor(state), blocks);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(end), 1)).scrollIntoView();
}

/** As insertBlock; the cursor goes on behind it. */
export function insertAndGoOn(state: EditorState, block: DocNode): Transaction {
  const { tr, pos } = insertBlock(state, block);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(pos + block.nodeSize), 1)).scrollIntoView();
}

/** The picture, file or video that is chosen as a whole. */
export function chosenMedia({ selection }: EditorState): { node: DocNode; pos: number } | undefined {
  const isMedia = selection instanceof NodeSelection && selection.node.isAtom;
  return isMedia ? { node: (selection as NodeSelection).node, pos: selection.from } : undefined;
}
