import type { DemoBlock } from '../types';

/**
 * Blocks from a text as one types it: `## ` and `### ` headings, `- ` and `1. ` lists, `| a | b |` tables (first row is the head,
 * a line `|= caption` before it names it), `> ` quotes; every other line is a paragraph.
 */
export function blocks(source: string): DemoBlock[] {
  const lines = source.split('\n').map(line => line.trim());
  const out: DemoBlock[] = [];
  let caption: string | undefined;
  for (const line of lines) {
    const last = out.at(-1);
    if (line === '') continue;
    if (line.startsWith('## ')) out.push({ type: 'heading', level: 2, text: line.slice(3) });
    else if (line.startsWith('### ')) out.push({ type: 'heading', level: 3, text: line.slice(4) });
    else if (line.startsWith('> ')) out.push({ type: 'quote', text: line.slice(2) });
    else if (line.startsWith('|= ')) caption = line.slice(3);
    else if (line.startsWith('|')) {
      const cells = cellsOf(line);
      if (caption === undefined && last?.type === 'table' && last.head.length === cells.length) last.rows.push(cells);
      else out.push({ type: 'table', ...(caption !== undefined && { caption }), head: cells, rows: [] });
      caption = undefined;
    } else {
      const item = /^(?:(-)|\d+\.) (.+)$/.exec(line);
      if (item) addItem(out, item[1] === undefined, item[2] as string);
      else out.push({ type: 'paragraph', children: [{ text: line }] });
    }
  }
  return out;
}

function addItem(out: DemoBlock[], ordered: boolean, text: string): void {
  const last = out.at(-1);
  if (last?.type === 'list' && last.ordered === ordered) last.items.push(text);
  else out.push({ type: 'list', ordered, items: [text] });
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map(cell => cell.trim());
}

/** Rows of a table as lines of the little language above. */
export const tableLines = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, ...rows].map(row => `| ${row.join(' | ')} |`).join('\n');
