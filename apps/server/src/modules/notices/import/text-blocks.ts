import type { Block } from '@bandeng/contracts/schemas';

const MAX_TEXT = 20_000;
const paragraph = (text: string): Block => ({ type: 'paragraph', children: [{ text: text.slice(0, MAX_TEXT) }] });
const cellsOf = (line: string): string[] =>
  line
    .replace(/^\s*\||\|\s*$/g, '')
    .split('|')
    .map(cell => cell.trim());
const RULE = /^\s*\|?\s*:?-{2,}/;

/** Plain text or simple Markdown: headings, lists, quotes, tables; every other line is a paragraph. */
export function textToBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  for (const raw of text.replace(/\r\n?/g, '\n').split('\n')) {
    const line = raw.trim();
    if (line !== '') addLine(blocks, line);
  }
  return blocks;
}

function addLine(blocks: Block[], line: string): void {
  const last = blocks.at(-1);
  const heading = /^(#{1,6})\s+(.+)$/.exec(line);
  const item = /^(?:([-*+])|\d{1,3}\.)\s+(.+)$/.exec(line);
  if (heading)
    blocks.push({ type: 'heading', level: heading[1]!.length <= 2 ? 2 : 3, text: heading[2]!.slice(0, 500) });
  else if (item) {
    const ordered = item[1] === undefined;
    if (last?.type === 'list' && last.ordered === ordered) last.items.push(item[2]!);
    else blocks.push({ type: 'list', ordered, items: [item[2]!] });
  } else if (line.startsWith('>')) blocks.push({ type: 'quote', text: line.replace(/^>+\s*/, '') });
  else if (line.startsWith('|') && line.endsWith('|')) {
    if (RULE.test(line)) return;
    if (last?.type === 'table') last.rows.push(cellsOf(line));
    else blocks.push({ type: 'table', head: cellsOf(line), rows: [] });
  } else blocks.push(paragraph(line));
}
