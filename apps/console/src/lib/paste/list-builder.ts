import type { Block } from '@bandeng/contracts/schemas';
import { markOf } from './marks-of-word';

export interface MarkedLine {
  marker: string;
  text: string;
  /** From 1. */
  level: number;
}

const paragraph = (text: string): Block => ({ type: 'paragraph', children: [{ text }] });
/** Between a mark and its words; Chinese marks end in a sign that has its own room. */
const marked = ({ marker, text }: MarkedLine): string => (/[、）：。．]$/.test(marker) ? marker : `${marker} `) + text;

/**
 * Marked lines in a row, as blocks. A list of the contract counts 1, 2, 3 and is one level deep: what counts otherwise keeps its marks
 * as words, what lies deeper stands as lines under its item, with its marks.
 */
export function listsOf(lines: readonly MarkedLine[]): Block[] {
  const blocks: Block[] = [];
  const top = Math.min(...lines.map(({ level }) => level));
  let list: Extract<Block, { type: 'list' }> | undefined;
  for (const line of lines) {
    if (line.level > top && list) {
      list.items.push(`${list.items.pop()}\n${marked(line)}`);
      continue;
    }
    const mark = markOf(line.marker);
    const ordered = mark.kind === 'number';
    const isNext = !ordered || mark.number === (list?.ordered ? list.items.length + 1 : 1);
    if (mark.kind === 'words' || !isNext) {
      list = undefined;
      blocks.push(paragraph(marked(line)));
    } else if (list?.ordered === ordered) list.items.push(line.text);
    else blocks.push((list = { type: 'list', ordered, items: [line.text] }));
  }
  return blocks;
}
