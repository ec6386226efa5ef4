import { elementsOf, type XmlElement } from './xml';

/** A document with tracked changes is two: as it would be with all of them accepted, and as it was before. */
export type Reading = 'shown' | 'before';

const LEFT_OUT: Record<Reading, ReadonlySet<string>> = {
  shown: new Set(['del', 'moveFrom']),
  before: new Set(['ins', 'moveTo']),
};
/** They hold paragraphs of their own, or the same content once more for older programs. */
const APART = new Set(['txbxContent', 'Fallback', 'tbl']);
const SIGNS: Readonly<Record<string, string>> = { tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };
const TEXTS = new Set(['t', 'delText', 'instrText', 'delInstrText']);

/** Whether these changes belong to this reading. */
export const isIn = ({ name }: XmlElement, reading: Reading): boolean => !LEFT_OUT[reading].has(name);

/** The words of a paragraph, a run or a cell. Codes of fields count in the reading `before` only: they are never shown. */
export function wordsOf(element: XmlElement, reading: Reading): string {
  let words = '';
  for (const child of elementsOf(element)) {
    if (APART.has(child.name) || !isIn(child, reading)) continue;
    if (TEXTS.has(child.name)) {
      if (child.name === 't' || reading === 'before')
        words += child.children.filter(node => typeof node === 'string').join('');
    } else if (child.name === 'tabs') continue;
    else words += SIGNS[child.name] ?? wordsOf(child, reading);
  }
  return words;
}
