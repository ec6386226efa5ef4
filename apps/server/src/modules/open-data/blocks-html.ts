import type { Block } from '@bandeng/contracts/schemas';
import { escapeHtml } from '../../http/html';

export const fileAddress = (origin: string, id: string): string => `${origin}/api/v1/files/${encodeURIComponent(id)}`;

/** Addresses that a reader of a feed may follow; anything else (javascript:, data:) is shown as its text. */
const SAFE_ADDRESS = /^https?:\/\//i;

/** A body as HTML for feeds: our own elements only, every word escaped. */
export const blocksToHtml = (blocks: readonly Block[], origin: string): string =>
  blocks.map(block => blockToHtml(block, origin)).join('\n');

function blockToHtml(block: Block, origin: string): string {
  switch (block.type) {
    case 'heading':
      return `<h${block.level}>${escapeHtml(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${block.children.map(inlineToHtml).join('')}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map(item => `<li>${escapeHtml(item)}</li>`).join('')}</${tag}>`;
    }
    case 'table':
      return tableToHtml(block);
    case 'image':
      return `<p><img src="${escapeHtml(fileAddress(origin, block.fileId))}" alt="${escapeHtml(block.alt)}"></p>`;
    case 'quote':
      return `<blockquote><p>${escapeHtml(block.text)}</p></blockquote>`;
    case 'video':
      return `<p>${link(block.url, block.title)}</p>`;
    case 'file':
      return `<p>${link(fileAddress(origin, block.fileId), block.name)}</p>`;
  }
}

type Inline = Extract<Block, { type: 'paragraph' }>['children'][number];

function inlineToHtml({ text, href, strong }: Inline): string {
  const words = href === undefined ? escapeHtml(text) : link(href, text);
  return strong ? `<strong>${words}</strong>` : words;
}

const link = (address: string, text: string): string =>
  SAFE_ADDRESS.test(address) ? `<a href="${escapeHtml(address)}">${escapeHtml(text)}</a>` : escapeHtml(text);

function tableToHtml({ caption, head, rows }: Extract<Block, { type: 'table' }>): string {
  const row = (cells: readonly string[], tag: 'th' | 'td') =>
    `<tr>${cells.map(cell => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
  const title = caption === undefined ? '' : `<caption>${escapeHtml(caption)}</caption>`;
  return `<table>${title}${row(head, 'th')}${rows.map(cells => row(cells, 'td')).join('')}</table>`;
}
