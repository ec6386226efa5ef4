import type { Node as DocNode } from '@tiptap/pm/model';
import { NodeSelection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';

/**
 * Puts a block after the one the cursor is in, or in place of an empty paragraph; after the last block stands a paragraph to go on in.
 * @returns the transaction and where the block stands
 */
export function insertBlock(state: EditorState, block: DocNode): { tr: Transaction; pos: number } {
  const { $to } = state.selection;
  const index = $to.index(0);
  const node = state.doc.maybeChild(index);
  const start = $to.depth === 0 ? $to.pos : $to.before(1);
  const isEmpty = $to.depth > 0 && node?.type.name === 'paragraph' && node.content.size === 0;
  const pos = isEmpty || $to.depth === 0 ? start : start + (node?.nodeSize ?? 0);
  const tr = isEmpty ? state.tr.replaceWith(start, start + node.nodeSize, block) : state.tr.insert(pos, block);
  const end = pos + block.nodeSize;
  if (end >= tr.doc.content.size) tr.insert(end, state.schema.nodes['paragraph']!.create());
  return { tr, pos };
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
