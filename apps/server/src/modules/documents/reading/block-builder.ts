import type { Block } from '@bandeng/contracts/schemas';

export type Inline = Extract<Block, { type: 'paragraph' }>['children'][number];

/** Lengths of the contract (schemas/common, Block). */
const MAX = {
  heading: 500,
  item: 2_000,
  items: 500,
  cell: 2_000,
  head: 200,
  columns: 30,
  rows: 2_000,
  text: 20_000,
  runs: 200,
};

/** Gathers blocks within the lengths of the contract; what does not fit is told, never dropped in silence. */
export function createBlockBuilder() {
  const blocks: Block[] = [];
  const warnings = new Set<string>();

  function paragraph(children: readonly Inline[]): void {
    const whole = trimmed(children);
    if (whole.length === 0) return;
    const runs = whole.length > MAX.runs ? [{ text: whole.map(run => run.text).join('') }] : whole;
    const pieces = runs.flatMap(run =>
      run.text.length <= MAX.text ? [run] : inPieces(run.text, MAX.text).map(text => ({ ...run, text })),
    );
    blocks.push({ type: 'paragraph', children: pieces });
  }

  return {
    blocks,
    warnings,
    warn: (sentence: string) => void warnings.add(sentence),
    paragraph,
    heading(level: number, children: readonly Inline[]): void {
      const text = children
        .map(run => run.text)
        .join('')
        .trim();
      if (text === '') return;
      if (text.length > MAX.heading) paragraph(children);
      else blocks.push({ type: 'heading', level: level <= 1 ? 2 : 3, text });
    },
    item(ordered: boolean, children: readonly Inline[], isFirst: boolean): void {
      const text = children
        .map(run => run.text)
        .join('')
        .trim();
      const last = blocks.at(-1);
      if (text.length > MAX.item) paragraph([{ text: '· ' }, ...children]);
      else if (last?.type === 'list' && last.ordered === ordered && !isFirst && last.items.length < MAX.items)
        last.items.push(text);
      else blocks.push({ type: 'list', ordered, items: [text] });
    },
    table(rows: readonly (readonly string[])[]): void {
      const width = Math.max(0, ...rows.map(row => row.length));
      const filled = rows
        .map(row => Array.from({ length: width }, (_, column) => (row[column] ?? '').trim()))
        .filter(row => row.some(cell => cell !== ''));
      if (filled.length === 0) return;
      if (width > MAX.columns) {
        warnings.add(`有一个表超过 ${MAX.columns} 列，手机上看不了，没有带进来：请把原文件当附件。`);
        return;
      }
      // A table of one cell is a frame around a text.
      if (width === 1 && filled.length === 1) {
        for (const line of filled[0]![0]!.split('\n')) paragraph([{ text: line }]);
        return;
      }
      const cut = filled.map(row => row.map(cell => (cell.length > MAX.cell ? tooLong(cell) : cell)));
      const hasHead = cut[0]!.every(cell => cell.length <= MAX.head);
      const [head, body] = hasHead ? [cut[0]!, cut.slice(1)] : [[], cut];
      for (let at = 0; at === 0 || at < body.length; at += MAX.rows)
        blocks.push({ type: 'table', head, rows: body.slice(at, at + MAX.rows) });
    },
    image: (fileId: string, alt: string) => void blocks.push({ type: 'image', fileId, alt: alt.trim().slice(0, 300) }),
  };

  function tooLong(cell: string): string {
    warnings.add(`有的单元格超过 ${MAX.cell} 字，后面的没有带进来，请核对。`);
    return `${cell.slice(0, MAX.cell - 1)}…`;
  }
}

function inPieces(text: string, length: number): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += length) pieces.push(text.slice(at, at + length));
  return pieces;
}

/** Without space at either end; neighbours of one kind become one. */
function trimmed(children: readonly Inline[]): Inline[] {
  const runs: Inline[] = [];
  for (const run of children) {
    const last = runs.at(-1);
    if (run.text === '') continue;
    if (last && last.href === run.href && last.strong === run.strong) last.text += run.text;
    else runs.push({ ...run });
  }
  if (runs.length > 0) runs[0]!.text = runs[0]!.text.trimStart();
  if (runs.length > 0) runs.at(-1)!.text = runs.at(-1)!.text.trimEnd();
  return runs.filter(run => run.text !== '');
}
