import type { Block } from '@bandeng/contracts/schemas';
import { Editor } from '@tiptap/core';
import { useEffect, useReducer, useRef, useState } from 'react';
import { blocksOf, documentOf, placedBlocksOf, type DocumentNode } from '../../lib/blocks/document';
import { cleanHtml } from '../../lib/paste/clean-html';
import { addressOfFile } from '../../lib/upload';
import { Annotated } from './annotations';
import { Keys } from './keys';
import { mediaNodes } from './media-nodes';
import { textNodes } from './nodes';
import { Worded } from './wording';

interface Options {
  /** What it begins with; later changes of it are not taken over. */
  blocks: readonly Block[];
  label: string;
  describedBy: string;
  change: (blocks: Block[]) => void;
  /** Pictures of a paste whose bytes were not on the clipboard. */
  lostPictures: (count: number) => void;
  /** Files that were pasted or dropped. */
  files: (files: File[]) => void;
}

/** One editor in an element for as long as it is shown. */
export function useEditor(options: Options) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const [editor, setEditor] = useState<Editor>();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const { blocks, label, describedBy } = latest.current;
    const made = new Editor({
      element: place.current,
      injectCSS: false,
      extensions: [...textNodes, ...mediaNodes({ addressOf: addressOfFile }), Keys, Annotated, Worded],
      content: documentOf(blocks),
      enableInputRules: false,
      enablePasteRules: false,
      editorProps: {
        attributes: {
          class: 'block-editor-text',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          'aria-describedby': describedBy,
        },
        transformPastedHTML: html => {
          const cleaned = cleanHtml(html);
          if (cleaned.pictures > 0) latest.current.lostPictures(cleaned.pictures);
          return cleaned.html;
        },
        handlePaste: (_, { clipboardData }) => takeFiles(clipboardData, latest.current.files),
        handleDrop: (_, { dataTransfer }, __, moved) => !moved && takeFiles(dataTransfer, latest.current.files),
      },
      onUpdate: ({ editor: { state } }) => latest.current.change(blocksOf(state.doc.toJSON() as DocumentNode)),
      onTransaction: redraw,
    });
    setEditor(made);
    return () => made.destroy();
  }, []);
  return { place, editor };
}

/** A spreadsheet gives its cells as a picture too: where there are words, they are what was meant. */
function takeFiles(data: DataTransfer | null, take: (files: File[]) => void): boolean {
  const files = [...(data?.files ?? [])];
  if (files.length === 0 || data?.types.includes('text/html')) return false;
  take(files);
  return true;
}

/** The number of the node that a block came from. */
export const nodeOfBlock = (editor: Editor, block: number): number | undefined =>
  placedBlocksOf(editor.state.doc.toJSON() as DocumentNode)[block]?.node;
