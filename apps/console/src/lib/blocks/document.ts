import type { Block } from '@bandeng/contracts/schemas';

/** A node of the editor, as its JSON says it. */
export interface DocumentNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: DocumentNode[];
  text?: string;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
}

type Inline = Extract<Block, { type: 'paragraph' }>['children'][number];

const LINE_BREAK: DocumentNode = { type: 'lineBreak' };

/** The text of one line-holding node: line feeds are breaks of their own there. */
function lineOf(text: string, marks: NonNullable<DocumentNode['marks']> = []): DocumentNode[] {
  return text
    .split('\n')
    .flatMap((part, at) => [
      ...(at === 0 ? [] : [marks.length > 0 ? { ...LINE_BREAK, marks } : LINE_BREAK]),
      ...(part === '' ? [] : [{ type: 'text', text: part, ...(marks.length > 0 && { marks }) }]),
    ]);
}

const marksOf = ({ strong, href }: Inline) => [
  ...(href ? [{ type: 'link', attrs: { href } }] : []),
  ...(strong ? [{ type: 'strong' }] : []),
];

const holding = (type: string, text: string, attrs?: Record<string, unknown>): DocumentNode => ({
  type,
  ...(attrs && { attrs }),
  content: lineOf(text),
});

const rowOf = (cells: readonly string[], width: number, cell: 'tableHeader' | 'tableCell'): DocumentNode => ({
  type: 'tableRow',
  content: Array.from({ length: width }, (_, at) => ({
    type: cell,
    attrs: { colspan: 1, rowspan: 1, colwidth: null },
    content: [holding('cellLine', cells[at] ?? '')],
  })),
});

type Table = Extract<Block, { type: 'table' }>;
const widthOf = ({ head, rows }: Table): number => Math.max(head.length, ...rows.map(row => row.length));

function nodeOf(block: Block): DocumentNode {
  switch (block.type) {
    case 'heading':
      return holding('heading', block.text, { level: block.level });
    case 'paragraph':
      return {
        type: 'paragraph',
        content: block.children.flatMap(child => lineOf(child.text, marksOf(child))),
      };
    case 'list':
      return {
        type: 'list',
        attrs: { ordered: block.ordered },
        content: block.items.map(item => holding('listItem', item)),
      };
    case 'table': {
      const width = widthOf(block);
      const head = block.head.length > 0 ? [rowOf(block.head, width, 'tableHeader')] : [];
      return {
        type: 'table',
        attrs: { caption: block.caption ?? '' },
        content: [...head, ...block.rows.map(row => rowOf(row, width, 'tableCell'))],
      };
    }
    case 'quote':
      return holding('quote', block.text);
    case 'image':
      return { type: 'image', attrs: { fileId: block.fileId, alt: block.alt } };
    case 'video':
      return { type: 'video', attrs: { url: block.url, title: block.title } };
    case 'file':
      return { type: 'file', attrs: { fileId: block.fileId, name: block.name } };
  }
}

/** Blocks as the editor's document. A document is never empty: with nothing in it there is one paragraph to write in. */
export function documentOf(blocks: readonly Block[]): DocumentNode {
  const content = normalBlocks(blocks).map(nodeOf);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

const textOf = (node: DocumentNode): string =>
  node.text ?? (node.type === 'lineBreak' ? '\n' : (node.content ?? []).map(textOf).join(''));

function inlineOf(node: DocumentNode): Inline {
  const link = node.marks?.find(({ type }) => type === 'link');
  return {
    text: textOf(node),
    ...(link && { href: String(link.attrs?.['href']) }),
    ...(node.marks?.some(({ type }) => type === 'strong') && { strong: true }),
  };
}

const attr = (node: DocumentNode, name: string): string => String(node.attrs?.[name] ?? '');

function tableOf(node: DocumentNode): Table {
  const rows = node.content ?? [];
  const [first] = rows;
  const hasHead = (first?.content ?? []).every(({ type }) => type === 'tableHeader');
  const cells = rows.map(row => (row.content ?? []).map(textOf));
  return {
    type: 'table',
    ...(attr(node, 'caption') && { caption: attr(node, 'caption') }),
    head: hasHead ? (cells[0] ?? []) : [],
    rows: hasHead ? cells.slice(1) : cells,
  };
}

function blockOf(node: DocumentNode): Block {
  switch (node.type) {
    case 'heading':
      return { type: 'heading', level: node.attrs?.['level'] === 3 ? 3 : 2, text: textOf(node) };
    case 'list':
      return { type: 'list', ordered: node.attrs?.['ordered'] === true, items: (node.content ?? []).map(textOf) };
    case 'table':
      return tableOf(node);
    case 'quote':
      return { type: 'quote', text: textOf(node) };
    case 'image':
      return { type: 'image', fileId: attr(node, 'fileId'), alt: attr(node, 'alt') };
    case 'video':
      return { type: 'video', url: attr(node, 'url'), title: attr(node, 'title') };
    case 'file':
      return { type: 'file', fileId: attr(node, 'fileId'), name: attr(node, 'name') };
    default:
      return { type: 'paragraph', children: (node.content ?? []).map(inlineOf) };
  }
}

/** A block and which node of the document it came from: faults are told by block, and shown at the node. */
export interface PlacedBlock {
  block: Block;
  node: number;
}

/** What is written, block by block; nodes with nothing in them are left out. */
export const placedBlocksOf = ({ content = [] }: DocumentNode): PlacedBlock[] =>
  content.flatMap((node, at) => normalBlocks([blockOf(node)]).map(block => ({ block, node: at })));

/** The editor's document as blocks. */
export const blocksOf = (document: DocumentNode): Block[] => placedBlocksOf(document).map(({ block }) => block);

/**
 * Blocks that say the same, written in one way only: nothing that is empty, neighbours alike are one, every row of a table as long as
 * its longest. What the editor gives is always so; `blocksOf(documentOf(blocks))` is `normalBlocks(blocks)`.
 */
export function normalBlocks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case 'heading':
      case 'quote':
        return block.text === '' ? [] : [block];
      case 'paragraph': {
        const children = joined(block.children);
        return children.length === 0 ? [] : [{ ...block, children }];
      }
      case 'list': {
        const items = block.items.filter(item => item !== '');
        return items.length === 0 ? [] : [{ ...block, items }];
      }
      case 'table':
        return widthOf(block) <= 0 ? [] : [evenTable(block)];
      default:
        return [block];
    }
  });
}

function evenTable(table: Table): Table {
  const width = widthOf(table);
  const even = (row: readonly string[]) => Array.from({ length: width }, (_, at) => row[at] ?? '');
  return {
    type: 'table',
    ...(table.caption && { caption: table.caption }),
    head: table.head.length > 0 ? even(table.head) : [],
    rows: table.rows.map(even),
  };
}

function joined(children: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const { text, href, strong } of children) {
    if (text === '') continue;
    const last = result.at(-1);
    if (last && last.href === href && (last.strong ?? false) === (strong ?? false)) last.text += text;
    else result.push({ text, ...(href && { href }), ...(strong && { strong: true }) });
  }
  return result;
}
