import { articleNumber } from './article-number';

export type SplitMode = 'articles' | 'headings' | 'paragraphs';
export interface Clause {
  /** Stays with the clause whatever is done around it: comments hang on it. */
  id: string;
  label: string;
  text: string;
  /** What is in force now; absent: it is new. */
  before?: string;
}
type Part = Omit<Clause, 'id'>;

const DIGITS = '[一二三四五六七八九十百千零〇两\\d]+';
const ARTICLE = new RegExp(`^(第${DIGITS}条(?:之${DIGITS})?)([\\s:：]*)(.*)$`);
const CHAPTER = new RegExp(`^(第${DIGITS}[编章节])[\\s:：]*(.*)$`);
/** The outermost way of numbering that is there is the one that divides. */
const HEADINGS = [
  new RegExp(`^(?:第${DIGITS}(?:编|章|节|部分)|${DIGITS}、)`),
  new RegExp(`^[（(]${DIGITS}[）)]`),
  /^\d{1,3}[.．](?!\d)/,
];
/** A line that names what follows; longer ones, and those that end a sentence, say it themselves. */
const isTitle = (line: string): boolean => line.length <= 40 && !/[。；;！？]$/.test(line);

/** Lines as they were meant: Word's line breaks and wide digits made plain, signs nobody sees taken out, empty lines gone. */
const linesOf = (text: string): string[] =>
  text
    .replace(/[\u000B\u2028\u2029]|\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000C\u000E-\u001F\u007F\u200B\uFEFF]/g, '')
    .replace(/[０-９]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');

/** The way that fits a text: by its articles, else its headings, else its paragraphs. */
export function modeFor(text: string): SplitMode {
  if (byArticles(linesOf(text)).filter(({ label }) => ARTICLE.test(label)).length >= 2) return 'articles';
  return headingOf(linesOf(text)) ? 'headings' : 'paragraphs';
}

/** A text as clauses, in order and with every word of it; a person corrects what came out wrong. */
export function splitClauses(text: string, mode: SplitMode): Clause[] {
  const lines = linesOf(text);
  const split = { articles: byArticles, headings: byHeadings, paragraphs: byParagraphs }[mode];
  return split(lines).map((part, at) => ({ id: `c${at + 1}`, ...part }));
}

/** By 第…条. What stands before the first is the preamble; a chapter's name is an item of its own. */
function byArticles(lines: readonly string[]): Part[] {
  const parts: Part[] = [];
  let last = 0;
  for (const line of lines) {
    const [, label = '', gap = '', rest = ''] = ARTICLE.exec(line) ?? [];
    // 第三条规定的… at the start of a line speaks of an article: one that begins has a gap after it, or is the next in turn.
    if (label !== '' && (gap !== '' || rest === '' || articleNumber(label) === last + 1)) {
      parts.push({ label, text: rest });
      last = articleNumber(label);
      continue;
    }
    const [, chapter = '', name = ''] = CHAPTER.exec(line) ?? [];
    if (chapter !== '' && isTitle(line)) parts.push({ label: chapter, text: name });
    else addLine(parts, line, '前言');
  }
  return parts;
}

function byHeadings(lines: readonly string[]): Part[] {
  const heading = headingOf(lines);
  const parts: Part[] = [];
  for (const line of lines) {
    const number = heading?.exec(line)?.[0];
    if (number === undefined) addLine(parts, line, '前言');
    else if (isTitle(line)) parts.push({ label: line, text: '' });
    else parts.push({ label: number.replace(/[、.．]$/, ''), text: line.slice(number.length).trim() });
  }
  // A heading with nothing under it says itself.
  return parts.map(part => (part.text === '' ? { ...part, text: part.label } : part));
}

const byParagraphs = (lines: readonly string[]): Part[] =>
  lines.map((text, at) => ({ label: `第 ${at + 1} 段`, text }));

const headingOf = (lines: readonly string[]): RegExp | undefined =>
  HEADINGS.find(heading => lines.filter(line => heading.test(line)).length >= 2);

function addLine(parts: Part[], line: string, first: string): void {
  const last = parts.at(-1);
  if (!last) parts.push({ label: first, text: line });
  else last.text = last.text === '' ? line : `${last.text}\n${line}`;
}
