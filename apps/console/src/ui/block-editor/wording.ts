import { Extension } from '@tiptap/core';
import { sayWording, type WordingFind, type WordingFinder } from '@bandeng/rules';
import type { Node as DocNode } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';

interface Looked {
  find: WordingFinder;
  finds: readonly PlacedWord[];
  shown: DecorationSet;
}
/** A word of the dictionary, where it stands in the document. */
export interface PlacedWord extends Omit<WordingFind, 'start' | 'end'> {
  /** The number of the node in the document. */
  node: number;
  from: number;
  to: number;
}

const key = new PluginKey<Looked>('wording');
const NOTHING: WordingFinder = () => [];

function findsOf(doc: DocNode, find: WordingFinder): PlacedWord[] {
  const placed: PlacedWord[] = [];
  doc.forEach((top, offset, node) => {
    const look = (line: DocNode, start: number) => {
      if (!line.isTextblock) return;
      const words = line.textBetween(0, line.content.size, undefined, '\n');
      for (const { start: from, end: to, ...found } of find(words))
        placed.push({ ...found, node, from: start + from, to: start + to });
    };
    look(top, offset + 1);
    top.descendants((line, pos) => look(line, offset + pos + 2));
  });
  return placed;
}

/** The dictionary's word in place of the one that stands there; its marks stay. */
export const putWord = (state: EditorState, { from, to, right }: PlacedWord): Transaction =>
  right === null ? state.tr : state.tr.insertText(right, from, to);

/** The first of these words in a node of the document. */
export const wordIn = (state: EditorState, node: number, text: string): PlacedWord | undefined =>
  key.getState(state)?.finds.find(one => one.node === node && one.text === text && one.right !== null);

function putButton(find: PlacedWord) {
  return (view: EditorView, getPos: () => number | undefined): HTMLElement => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'word-here';
    button.textContent = `改成“${find.right}”`;
    button.setAttribute('aria-label', sayWording(find));
    button.addEventListener('click', () => {
      const at = getPos();
      const there = key.getState(view.state)?.finds.find(({ to }) => to === at);
      if (there) view.dispatch(putWord(view.state, there));
      view.focus();
    });
    return button;
  };
}

const decorationsOf = (doc: DocNode, finds: readonly PlacedWord[]): DecorationSet =>
  DecorationSet.create(
    doc,
    finds.flatMap(find => [
      Decoration.inline(find.from, find.to, { class: 'unfit-word', title: sayWording(find) }),
      ...(find.right === null
        ? []
        : [
            Decoration.widget(find.to, putButton(find), {
              side: 1,
              key: `word ${find.text} ${find.right}`,
              ignoreSelection: true,
              // Keys on the button are its own.
              stopEvent: () => true,
            }),
          ]),
    ]),
  );

const looked = (doc: DocNode, find: WordingFinder): Looked => {
  const finds = findsOf(doc, find);
  return { find, finds, shown: decorationsOf(doc, finds) };
};

/** Shows, at their place, words of the district's dictionary, with a way to put the right one. */
export const Worded = Extension.create({
  name: 'worded',
  addProseMirrorPlugins: () => [
    new Plugin<Looked>({
      key,
      state: {
        init: (_, { doc }) => looked(doc, NOTHING),
        apply(tr, before, _, { doc }) {
          const find = tr.getMeta(key) as WordingFinder | undefined;
          return find || tr.docChanged ? looked(doc, find ?? before.find) : before;
        },
      },
      props: { decorations: state => key.getState(state)?.shown },
    }),
  ],
});

export const withWording = (state: EditorState, find: WordingFinder): Transaction =>
  state.tr.setMeta(key, find).setMeta('addToHistory', false);
