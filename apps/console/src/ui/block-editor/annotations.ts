import { Extension } from '@tiptap/core';
import { scanTable, scanText, type ScanFind } from '@bandeng/rules';
import type { Node as DocNode } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';

/** What is wrong with a block, by the number of its node in the document. */
export type BlockFaults = ReadonlyMap<number, readonly string[]>;

const key = new PluginKey<Annotations>('annotations');
interface Annotations {
  faults: BlockFaults;
  shown: DecorationSet;
}

interface Part {
  from: number;
  to: number;
  masked: string;
}
/** Something that says too much of a person, where it stands: a number with one digit in a cell has several parts. */
export interface PlacedFind extends Pick<ScanFind, 'kind' | 'text' | 'masked'> {
  /** The number of the node in the document. */
  node: number;
  parts: readonly Part[];
}
type OwnFind = Omit<PlacedFind, 'node'>;

const wordsOf = (node: DocNode): string => node.textBetween(0, node.content.size, undefined, '\n');

function findsInLine(line: DocNode, start: number): OwnFind[] {
  return scanText(wordsOf(line)).map(({ kind, text, masked, start: from, end }) => ({
    ...{ kind, text, masked },
    parts: [{ from: start + from, to: start + end, masked }],
  }));
}

/** As it is said of the whole: a name beside a school counts by its row (rules, scanTable). */
function findsInTable(table: DocNode): OwnFind[] {
  const lines: { words: string; start: number }[][] = [];
  table.forEach((row, rowAt) => {
    const cells: { words: string; start: number }[] = [];
    // Into the table, the row, the cell and its line.
    row.forEach((cell, cellAt) => cells.push({ words: wordsOf(cell.firstChild!), start: rowAt + cellAt + 4 }));
    lines.push(cells);
  });
  const rows = lines.map(cells => cells.map(({ words }) => words));
  return scanTable(rows, String(table.attrs['caption'])).map(find => {
    const { kind, text, masked, row, column, lastColumn } = find;
    const part = (at: number, from: number, to: number, put: string): Part => {
      const { start } = lines[row]![at]!;
      return { from: start + from, to: start + to, masked: put };
    };
    if (column === lastColumn) return { kind, text, masked, parts: [part(column, find.start, find.end, masked)] };
    const cells = rows[row]!.slice(column, lastColumn + 1);
    const parts = cells.map((words, at) => part(column + at, 0, words.length, masked[at] ?? '*'));
    return { kind, text, masked, parts };
  });
}

/** Nodes do not change, they are replaced: each is looked through once. Places are those in the node. */
const known = new WeakMap<DocNode, readonly OwnFind[]>();

function findsInNode(node: DocNode): readonly OwnFind[] {
  const seen = known.get(node);
  if (seen) return seen;
  let finds: OwnFind[] = [];
  if (node.type.name === 'table') finds = findsInTable(node);
  else if (node.isTextblock) finds = findsInLine(node, 1);
  else node.forEach((item, offset) => finds.push(...findsInLine(item, offset + 2)));
  known.set(node, finds);
  return finds;
}

/** Everything in the document that says too much of a person. */
export function findsOf(doc: DocNode): PlacedFind[] {
  const placed: PlacedFind[] = [];
  doc.forEach((node, offset, at) => {
    for (const find of findsInNode(node)) {
      const parts = find.parts.map(({ from, to, masked }) => ({ from: offset + from, to: offset + to, masked }));
      placed.push({ ...find, node: at, parts });
    }
  });
  return placed;
}

/** Masks one find where it stands; its marks stay. */
export const maskFind = (state: EditorState, { parts }: Pick<PlacedFind, 'parts'>): Transaction =>
  parts.toReversed().reduce((tr, { from, to, masked }) => tr.insertText(masked, from, to), state.tr);

const endOf = ({ parts }: PlacedFind): number => parts.at(-1)!.to;

function maskButton({ masked }: PlacedFind) {
  return (view: EditorView, getPos: () => number | undefined): HTMLElement => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'mask-here';
    button.textContent = '遮住';
    button.setAttribute('aria-label', `遮住 ${masked}`);
    button.addEventListener('click', () => {
      const at = getPos();
      const find = findsOf(view.state.doc).find(one => endOf(one) === at);
      if (find) view.dispatch(maskFind(view.state, find));
      view.focus();
    });
    return button;
  };
}

function faultNote(messages: readonly string[]) {
  return (): HTMLElement => {
    const note = document.createElement('p');
    note.className = 'block-fault';
    note.contentEditable = 'false';
    note.textContent = messages.join('；');
    return note;
  };
}

function decorationsOf(doc: DocNode, faults: BlockFaults): DecorationSet {
  const made = findsOf(doc).flatMap(find => [
    ...find.parts.map(({ from, to }) => Decoration.inline(from, to, { class: 'personal-data' })),
    Decoration.widget(endOf(find), maskButton(find), {
      side: 1,
      key: `mask ${find.masked}`,
      ignoreSelection: true,
      // Keys on the button are its own: Enter presses it and breaks no line.
      stopEvent: () => true,
    }),
  ]);
  doc.forEach((node, offset, at) => {
    const messages = faults.get(at);
    if (!messages) return;
    const end = offset + node.nodeSize;
    made.push(
      Decoration.node(offset, end, { class: 'faulty' }),
      Decoration.widget(end, faultNote(messages), { side: -1, key: `fault ${messages.join()}` }),
    );
  });
  return DecorationSet.create(doc, made);
}

/** Shows, at their place, numbers of persons with a way to mask them, and what a check found wrong with a block. */
export const Annotated = Extension.create({
  name: 'annotated',
  addProseMirrorPlugins: () => [
    new Plugin<Annotations>({
      key,
      state: {
        init: (_, { doc }) => ({ faults: new Map(), shown: decorationsOf(doc, new Map()) }),
        apply(tr, before, _, { doc }) {
          const given = tr.getMeta(key) as BlockFaults | undefined;
          if (!given && !tr.docChanged) return before;
          const faults = given ?? before.faults;
          return { faults, shown: decorationsOf(doc, faults) };
        },
      },
      props: { decorations: state => key.getState(state)?.shown },
    }),
  ],
});

export const withFaults = (state: EditorState, faults: BlockFaults): Transaction =>
  state.tr.setMeta(key, faults).setMeta('addToHistory', false);

/**
 * Masks a find in what is not text of the document: what a picture, a file or a video is called, and the name of a table. Null when it
 * is nowhere there.
 */
export function maskInName(state: EditorState, at: number, find: { text: string; masked: string }): Transaction | null {
  const node = state.doc.maybeChild(at);
  let pos = 0;
  for (let before = 0; before < at; before += 1) pos += state.doc.child(before).nodeSize;
  const name = Object.keys(node?.attrs ?? {}).find(key => String(node!.attrs[key]).includes(find.text));
  return node && name
    ? state.tr.setNodeAttribute(pos, name, String(node.attrs[name]).replace(find.text, find.masked))
    : null;
}

/** Masks the first cell of a table that holds just these words: a name is found by its column, not by itself. Null when there is none. */
export function maskInCell(state: EditorState, at: number, find: { text: string; masked: string }): Transaction | null {
  let place: { from: number; to: number } | undefined;
  state.doc.forEach((node, offset, index) => {
    if (index !== at || node.type.name !== 'table') return;
    node.descendants((line, pos) => {
      if (place || !line.isTextblock) return !place;
      const words = wordsOf(line);
      const start = offset + pos + 2 + words.indexOf(find.text);
      if (words.trim() === find.text) place = { from: start, to: start + find.text.length };
      return false;
    });
  });
  return place ? state.tr.insertText(find.masked, place.from, place.to) : null;
}
