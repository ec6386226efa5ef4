import type { Block } from '@bandeng/contracts/schemas';
import { readHtml } from './read-html';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, sign => escapes[sign]!);
const line = (text: string): string => text.split('\n').map(escaped).join('<br>');

function htmlOf(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `<h${block.level}>${line(block.text)}</h${block.level}>`;
    case 'quote':
      return `<blockquote>${line(block.text)}</blockquote>`;
    case 'paragraph':
      return `<p>${block.children
        .map(({ text, href, strong }) => {
          const words = strong ? `<strong>${line(text)}</strong>` : line(text);
          return href ? `<a href="${escaped(href)}">${words}</a>` : words;
        })
        .join('')}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map(item => `<li>${line(item)}</li>`).join('')}</${tag}>`;
    }
    case 'table': {
      const row = (cells: readonly string[], tag: string) =>
        `<tr>${cells.map(cell => `<${tag}><p>${line(cell)}</p></${tag}>`).join('')}</tr>`;
      const head = block.head.length > 0 ? row(block.head, 'th') : '';
      const caption = block.caption ? ` data-caption="${escaped(block.caption)}"` : '';
      return `<table${caption}><tbody>${head}${block.rows.map(cells => row(cells, 'td')).join('')}</tbody></table>`;
    }
    default:
      return '';
  }
}

/** What the editor itself put on the clipboard. */
const isOurs = (html: string): boolean => html.includes('data-pm-slice');

/** HTML of the clipboard as the editor's own, and how many pictures could not come along. */
export function cleanHtml(html: string): { html: string; pictures: number } {
  if (isOurs(html)) return { html, pictures: 0 };
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const { blocks, pictures } = readHtml(body);
  return { html: blocks.map(htmlOf).join(''), pictures };
}
