import type { Outcome } from '@bandeng/contracts/types';

type Block = Outcome['summary'][number];

/** The words of a text, for who works with it; residents read it laid out. */
export function PlainBlocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block, at) => (
        <p key={at} className="prose">
          {wordsOf(block)}
        </p>
      ))}
    </>
  );
}

function wordsOf(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return block.children.map(({ text }) => text).join('');
    case 'heading':
    case 'quote':
      return block.text;
    case 'list':
      return block.items.map((item, at) => `${block.ordered ? `${at + 1}. ` : '· '}${item}`).join('\n');
    case 'table':
      return [block.head, ...block.rows].map(row => row.join('　')).join('\n');
    case 'image':
      return `［图：${block.alt}］`;
    case 'video':
      return `［视频：${block.title}］`;
    case 'file':
      return `［文件：${block.name}］`;
  }
}

/** What was typed, one paragraph a line. */
export const blocksOf = (text: string): Block[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => ({ type: 'paragraph', children: [{ text: line }] }));
