import type { Block } from '@bandeng/contracts/schemas';

export type Inline = Extract<Block, { type: 'paragraph' }>['children'][number];

/** Of marks that no reader sees: zero width, byte order, controls. Line feeds are the source's own layout. */
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g;
/** Word breaks the lines of its source anywhere; between two characters of Chinese that is no space. */
const BREAK_IN_CHINESE =
  /(?<=[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef])[ \t]*[\r\n]+[ \t]*(?=[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef])/g;
const SPACES = /[ \t\r\n\f\u00a0\u2000-\u200a\u202f]+/g;

/** Words as a browser shows them: layout of the source is one space or nothing. Full-width spaces are words' own. */
export const shownText = (text: string): string =>
  text
    .replace(/[\r\n]+/g, '\n')
    .replace(UNSEEN, '')
    .replace(BREAK_IN_CHINESE, '')
    .replace(SPACES, ' ');

const LEADING = /^[\s\u3000]+/;
const TRAILING = /[\s\u3000]+$/;

/** The parts of one paragraph: no space twice over a border, none at its ends (Word indents by spaces), neighbours alike joined. */
export function paragraphOf(parts: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    const isAfterSpace = last === undefined || last.text.endsWith(' ');
    const text =
      last === undefined ? part.text.replace(LEADING, '') : isAfterSpace ? part.text.replace(/^ +/, '') : part.text;
    if (text === '') continue;
    if (last && last.href === part.href && last.strong === part.strong) last.text += text;
    else result.push({ ...part, text });
  }
  for (let last = result.at(-1); last; last = result.at(-1)) {
    last.text = last.text.replace(TRAILING, '');
    if (last.text !== '') break;
    result.pop();
  }
  return result;
}

export const wordsOf = (parts: readonly Inline[]): string => parts.map(({ text }) => text).join('');
