import type { Block } from '@bandeng/contracts/schemas';
import type { WordingFinder } from '@bandeng/rules';
import { TextSelection } from '@tiptap/pm/state';
import { App } from 'antd';
import { forwardRef, useEffect, useId, useImperativeHandle, useMemo, useState, type KeyboardEvent } from 'react';
import { documentOf } from '../../lib/blocks/document';
import { isDocument } from '../../lib/document-file';
import { findsOf, maskFind, maskInCell, maskInName, withFaults } from './annotations';
import { Dialogs } from './dialogs';
import { chosenMedia, insertAll } from './insert';
import { Toolbar, type Asked } from './toolbar';
import { nodeOfBlock, useEditor } from './use-editor';
import { putWord, withWording, wordIn } from './wording';
import './block-editor.css';

export interface BlockEditorHandle {
  /** Goes to a block, by its number in what is saved. */
  goTo: (block: number) => void;
  /** Masks what says too much of a person in a block. */
  mask: (block: number, find: { text: string; masked: string }) => void;
  /** Puts many blocks in at once: where the cursor is, or in place of everything. */
  insert: (blocks: readonly Block[], isReplacing: boolean) => void;
  /** Puts the right word in place of one of the dictionary. */
  putWord: (block: number, text: string) => void;
}

interface Props {
  /** What it begins with; give another `key` to begin again. */
  blocks: readonly Block[];
  label: string;
  change: (blocks: Block[]) => void;
  /** What is wrong, by the number of the block. */
  faults: ReadonlyMap<number, readonly string[]>;
  /** A Word, Excel or PDF file was dropped or pasted; without it such a file is attached. */
  takeDocument?: (file: File) => void;
  /** Finds words of the dictionary; kept by who gives it. */
  wording?: WordingFinder;
}

/** Writes the blocks of the contract, and nothing else. */
export const BlockEditor = forwardRef<BlockEditorHandle, Props>(function BlockEditor(
  { blocks, label, change, faults, wording, takeDocument },
  ref,
) {
  const { message } = App.useApp();
  const help = useId();
  const [asked, setAsked] = useState<{ what: Asked; given?: File[] }>();
  const { place, editor } = useEditor({
    blocks,
    label,
    describedBy: help,
    change,
    lostPictures: count => void message.info(`有 ${count} 张图没有跟过来，请用“插入图片”一张一张放`, 6),
    files: given => {
      const [first] = given;
      if (takeDocument && first && isDocument(first)) takeDocument(first);
      else setAsked({ what: first?.type.startsWith('image/') ? 'image' : 'file', given });
    },
  });

  const said = useMemo(() => JSON.stringify([...faults]), [faults]);
  useEffect(() => {
    if (!editor) return;
    const byNode = new Map<number, readonly string[]>();
    for (const [block, messages] of JSON.parse(said) as [number, string[]][]) {
      const node = nodeOfBlock(editor, block);
      if (node !== undefined) byNode.set(node, messages);
    }
    editor.view.dispatch(withFaults(editor.state, byNode));
  }, [editor, said]);

  useEffect(() => {
    if (editor && wording) editor.view.dispatch(withWording(editor.state, wording));
  }, [editor, wording]);

  useImperativeHandle(
    ref,
    () => ({
      goTo: block => {
        if (!editor) return;
        const { doc, tr } = editor.state;
        const node = nodeOfBlock(editor, block) ?? 0;
        let pos = 0;
        for (let at = 0; at < node; at += 1) pos += doc.child(at).nodeSize;
        editor.view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(pos + 1))).scrollIntoView());
        editor.view.focus();
      },
      mask: (block, find) => {
        const node = editor && nodeOfBlock(editor, block);
        if (!editor || node === undefined) return;
        const placed = findsOf(editor.state.doc).find(one => one.node === node && one.text === find.text);
        const masking = placed
          ? maskFind(editor.state, placed)
          : (maskInCell(editor.state, node, find) ?? maskInName(editor.state, node, find));
        if (masking) editor.view.dispatch(masking);
      },
      insert: (inserted, isReplacing) => {
        if (!editor || inserted.length === 0) return;
        const { content = [] } = documentOf(inserted);
        const nodes = content.map(node => editor.schema.nodeFromJSON(node));
        editor.view.dispatch(insertAll(editor.state, nodes, isReplacing));
        editor.view.focus();
      },
      putWord: (block, text) => {
        const node = editor && nodeOfBlock(editor, block);
        const word = node === undefined || !editor ? undefined : wordIn(editor.state, node, text);
        if (editor && word) editor.view.dispatch(putWord(editor.state, word));
      },
    }),
    [editor],
  );

  /** The picture, file or video that is chosen; false when none is. */
  const changeChosen = (): boolean => {
    const chosen = editor && chosenMedia(editor.state);
    if (chosen) setAsked({ what: chosen.node.type.name as Asked });
    return chosen !== undefined;
  };
  const press = (event: KeyboardEvent) => {
    if (!editor) return;
    const isLink = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    if (isLink) setAsked({ what: 'link' });
    else if (event.altKey && event.key === 'F10')
      event.currentTarget.querySelector<HTMLElement>('.block-editor-bar button:not(:disabled)')?.focus();
    else if (!(event.key === 'Enter' && editor.isFocused && changeChosen())) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="block-editor" onKeyDownCapture={press}>
      {editor && <Toolbar editor={editor} ask={what => setAsked({ what })} />}
      <div ref={place} onDoubleClick={changeChosen} />
      <p id={help} className="quiet block-editor-help">
        Alt+F10 到排版按钮；表格里 Tab 到下一格、Ctrl+Enter 加一行；图片和附件选中后按回车可以改。
      </p>
      {editor && asked && (
        <Dialogs editor={editor} what={asked.what} given={asked.given} close={() => setAsked(undefined)} />
      )}
    </div>
  );
});
