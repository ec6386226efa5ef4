import { posix } from 'node:path';
import type { OfficePackage } from './office-package';
import { otherTexts, unreadableParts } from './scan-parts';
import type { ScannableText, ScanUnit } from './scan-unit';
import { isIn, wordsOf, type Reading } from './word-text';
import { elementsOf, holds, type XmlElement } from './xml';

const PARTS: [pattern: RegExp, name: string][] = [
  [/^header\d*\.xml$/, '页眉'],
  [/^footer\d*\.xml$/, '页脚'],
  [/^footnotes\.xml$/, '脚注'],
  [/^endnotes\.xml$/, '尾注'],
  [/^comments\w*\.xml$/, '批注'],
];
const CHANGES = ['ins', 'del', 'moveFrom', 'moveTo'];

/** Everything in a docx that can be read: also what is deleted but tracked, hidden, in comments, text boxes and properties. */
export function scanDocx(file: OfficePackage): ScannableText {
  const units: ScanUnit[] = [];
  const read = new Set<string>();
  for (const name of file.names) {
    const base = posix.basename(name);
    const label = name === file.mainPart ? '正文' : PARTS.find(([pattern]) => pattern.test(base))?.[1];
    if (label === undefined || posix.dirname(name) !== posix.dirname(file.mainPart)) continue;
    const part = file.xml(name)!;
    read.add(name);
    const shown = unitsOf(part, label, 'shown');
    units.push(...shown);
    if (!holds(part, ...CHANGES, 'instrText')) continue;
    const known = new Set(shown.map(contentOf));
    const before = unitsOf(part, `${label}（修订前或域代码）`, 'before');
    units.push(...before.filter(unit => !known.has(contentOf(unit))).map(unit => ({ ...unit, isAgain: true })));
  }
  return { units: [...units, ...otherTexts(file, read)], unreadable: unreadableParts(file) };
}

const contentOf = ({ text, table }: ScanUnit): string => text ?? JSON.stringify(table?.rows);

function unitsOf(part: XmlElement, label: string, reading: Reading): ScanUnit[] {
  const units: ScanUnit[] = [];
  const counts = { paragraph: 0, table: 0 };
  // What stands over a table says what it is about.
  let last = '';
  const walk = (element: XmlElement, isInCell: boolean): void => {
    for (const child of elementsOf(element)) {
      if (!isIn(child, reading)) continue;
      if (child.name === 'p') {
        const text = wordsOf(child, reading);
        if (text.trim() !== '' && !isInCell) {
          units.push({ place: `${label}第 ${(counts.paragraph += 1)} 段`, text });
          last = text;
        }
        // Text boxes lie within a paragraph, and are no part of a cell's own words.
        walk(child, isInCell);
      } else if (child.name === 'txbxContent') walk(child, false);
      else if (child.name === 'tbl') {
        const table = (counts.table += 1);
        const placeOf = (row: number, column: number) => `${label}第 ${table} 个表第 ${row + 1} 行第 ${column + 1} 列`;
        units.push({
          place: `${label}第 ${table} 个表`,
          table: { rows: rowsOf(child, reading), caption: last, placeOf },
        });
        walk(child, true);
      } else walk(child, isInCell);
    }
  };
  walk(part, false);
  return units;
}

/** Words of each cell; tables within are read for themselves. */
function rowsOf(table: XmlElement, reading: Reading): string[][] {
  return below(table, 'tr', reading).map(row =>
    below(row, 'tc', reading).map(cell =>
      below(cell, 'p', reading)
        .map(paragraph => wordsOf(paragraph, reading))
        .join('\n'),
    ),
  );
}

/** The nearest of this name, through content controls and tracked changes, not into a table within. */
export function below(element: XmlElement, name: string, reading: Reading): XmlElement[] {
  return elementsOf(element).flatMap(child => {
    if (!isIn(child, reading)) return [];
    if (child.name === name) return [child];
    return ['sdt', 'sdtContent', 'ins', 'del', 'moveFrom', 'moveTo', 'customXml', 'smartTag'].includes(child.name)
      ? below(child, name, reading)
      : [];
  });
}
