import { Fragment, type Node as DocNode, type Schema } from '@tiptap/pm/model';
import { TextSelection, type Command, type EditorState } from '@tiptap/pm/state';

/** The kinds of text that somebody chooses. */
export type TextKind = 'paragraph' | 'heading2' | 'heading3' | 'quote' | 'bullets' | 'numbers';

/** One line of text with the place where its content begins; a list has one for each item. */
interface Line {
  content: Fragment;
  start: number;
}

const HOLDERS = new Set(['paragraph', 'heading', 'quote', 'list']);

function kindOfNode(node: DocNode): TextKind | undefined {
  if (node.type.name === 'list') return node.attrs['ordered'] ? 'numbers' : 'bullets';
  if (node.type.name === 'heading') return node.attrs['level'] === 3 ? 'heading3' : 'heading2';
  return node.type.name === 'paragraph' || node.type.name === 'quote' ? node.type.name : undefined;
}

/** What the cursor stands in; undefined in a table, on a picture, or over several kinds. */
export function textKindOf({ selection, doc }: EditorState): TextKind | undefined {
  const kinds = new Set<TextKind | undefined>();
  doc.nodesBetween(selection.from, selection.to, (node, _, parent) => {
    if (parent === doc) kinds.add(kindOfNode(node));
    return false;
  });
  return kinds.size === 1 ? [...kinds][0] : undefined;
}

interface Selected {
  /** From before the first node to after the last one that the selection touches. */
  from: number;
  to: number;
  /** Items of a list before and after the chosen ones: they stay what they are. */
  before: Line[];
  lines: Line[];
  after: Line[];
  first: DocNode;
  last: DocNode;
}

function linesOf(node: DocNode, pos: number): Line[] {
  if (node.type.name !== 'list') return [{ content: node.content, start: pos + 1 }];
  const lines: Line[] = [];
  node.forEach((item, offset) => lines.push({ content: item.content, start: pos + offset + 2 }));
  return lines;
}

function selectedLines({ doc, selection }: EditorState): Selected | null {
  const touched: { node: DocNode; pos: number }[] = [];
  doc.forEach((node, pos) => {
    if (pos + node.nodeSize > selection.from && pos < selection.to) touched.push({ node, pos });
    else if (selection.empty && pos < selection.from && selection.from < pos + node.nodeSize)
      touched.push({ node, pos });
  });
  const [first] = touched;
  const last = touched.at(-1);
  if (!first || !last || touched.some(({ node }) => !HOLDERS.has(node.type.name))) return null;
  const all = touched.flatMap(({ node, pos }) => linesOf(node, pos));
  const ends = (line: Line) => line.start + line.content.size;
  return {
    from: first.pos,
    to: last.pos + last.node.nodeSize,
    before: all.filter(line => ends(line) < selection.from),
    lines: all.filter(line => ends(line) >= selection.from && line.start <= selection.to),
    after: all.filter(line => line.start > selection.to),
    first: first.node,
    last: last.node,
  };
}

const plain = (content: Fragment): Fragment => {
  const nodes: DocNode[] = [];
  content.forEach(node => nodes.push(node.mark([])));
  return Fragment.from(nodes);
};

/** The lines as nodes of a kind; a list takes them all. */
function nodesOf(schema: Schema, kind: TextKind, lines: readonly Line[]): DocNode[] {
  const { paragraph, heading, quote, list, listItem } = schema.nodes;
  if (lines.length === 0) return [];
  switch (kind) {
    case 'paragraph':
      return lines.map(({ content }) => paragraph!.create(null, content));
    case 'heading2':
    case 'heading3':
      return lines.map(({ content }) => heading!.create({ level: kind === 'heading3' ? 3 : 2 }, plain(content)));
    case 'quote':
      return lines.map(({ content }) => quote!.create(null, plain(content)));
    case 'bullets':
    case 'numbers':
      return [
        list!.create(
          { ordered: kind === 'numbers' },
          lines.map(({ content }) => listItem!.create(null, plain(content))),
        ),
      ];
  }
}

/**
 * Makes what is selected a kind of text: of a list only the chosen items, of anything else the whole block. The same kind again makes
 * paragraphs. Not in tables and not over pictures.
 */
export const setTextKind =
  (kind: TextKind): Command =>
  (state, dispatch) => {
    const selected = selectedLines(state);
    if (!selected) return false;
    if (!dispatch) return true;
    const { from, to, before, lines, after, first, last } = selected;
    const target = textKindOf(state) === kind ? 'paragraph' : kind;
    const rest = (part: Line[], node: DocNode) => nodesOf(state.schema, kindOfNode(node) ?? 'paragraph', part);
    const nodes = [...rest(before, first), ...nodesOf(state.schema, target, lines), ...rest(after, last)];
    const placed = placesOf(nodes, from);
    const all = [...before, ...lines, ...after];
    const moved = (pos: number) => {
      const at = all.findIndex(line => line.start <= pos && pos <= line.start + line.content.size);
      return at < 0 ? from + 1 : placed[at]! + (pos - all[at]!.start);
    };
    const tr = state.tr.replaceWith(from, to, nodes);
    tr.setSelection(TextSelection.create(tr.doc, moved(state.selection.anchor), moved(state.selection.head)));
    dispatch(tr.scrollIntoView());
    return true;
  };

/** Where the content of each line begins, once the nodes stand from there on. */
function placesOf(nodes: readonly DocNode[], from: number): number[] {
  const places: number[] = [];
  let pos = from;
  for (const node of nodes) {
    places.push(...linesOf(node, pos).map(({ start }) => start));
    pos += node.nodeSize;
  }
  return places;
}
