import { documentLimits } from '../document-limits';
import { readFormats, shown, type Formats } from './cell-formats';
import type { OfficePackage } from './office-package';
import { Refusal } from './refusal';
import { allText, childOf, elementsOf, findAll, NO_ELEMENT, type XmlElement } from './xml';

export interface WorkbookSheet {
  name: string;
  part: string;
  isHidden: boolean;
  /** Words of the cells as they are shown; rows and columns count from 0. */
  rows: string[][];
  hiddenRows: ReadonlySet<number>;
  hiddenColumns: ReadonlySet<number>;
  /** Ranges of merged cells: top, left, bottom, right. */
  merges: [number, number, number, number][];
  /** What is printed around the page. */
  margins: string;
}

export interface WorkbookText {
  sheets: WorkbookSheet[];
  /** Shared texts that no cell refers to. */
  unusedTexts: string[];
  /** The parts that this was read from. */
  parts: ReadonlySet<string>;
}

const LAST_COLUMN = 16_384;

/** All sheets of an xlsx with what is hidden in them. */
export function readWorkbook(file: OfficePackage): WorkbookText {
  const relations = file.relations(file.mainPart);
  const main = file.xml(file.mainPart)!;
  const sharedPart = relations.find(relation => relation.kind === 'sharedStrings')?.target;
  const shared = ((sharedPart && file.xml(sharedPart)) as XmlElement | undefined)?.children ?? [];
  const texts = shared.flatMap(node => (typeof node === 'string' ? [] : [stringOf(node)]));
  const formats = readFormats(
    relations.flatMap(({ kind, target }) => (kind === 'styles' ? [file.xml(target)] : []))[0],
  );
  const used = new Set<number>();
  const parts = new Set(sharedPart === undefined ? [file.mainPart] : [file.mainPart, sharedPart]);
  const budget = { cells: documentLimits.cells };
  const sheets = elementsOf(childOf(main, 'sheets') ?? main).flatMap(({ name, attributes }) => {
    const part = relations.find(relation => relation.id === attributes.id)?.target;
    const sheet = name === 'sheet' && part !== undefined ? file.xml(part) : undefined;
    if (!sheet || part === undefined) return [];
    parts.add(part);
    const isHidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
    return [{ name: attributes.name ?? '', part, isHidden, ...readSheet(sheet, { texts, used, formats, budget }) }];
  });
  return { sheets, unusedTexts: texts.filter((text, index) => text !== '' && !used.has(index)), parts };
}

/** A shared or inline text: its runs, without the readings above the letters (拼音). */
function stringOf(element: XmlElement): string {
  return elementsOf(element)
    .map(child => {
      if (child.name === 't') return allText(child);
      return child.name === 'r' ? allText(childOf(child, 't') ?? NO_ELEMENT) : '';
    })
    .join('');
}

interface Context {
  texts: readonly string[];
  used: Set<number>;
  formats: Formats;
  budget: { cells: number };
}

function readSheet(sheet: XmlElement, context: Context): Omit<WorkbookSheet, 'name' | 'part' | 'isHidden'> {
  const rows: string[][] = [];
  const hiddenRows = new Set<number>();
  let next = 0;
  for (const row of elementsOf(childOf(sheet, 'sheetData') ?? NO_ELEMENT)) {
    const at = row.attributes.r === undefined ? next : Number(row.attributes.r) - 1;
    if (!Number.isInteger(at) || at < next || at > 1_048_575) throw new Refusal('document.broken');
    next = at + 1;
    if (isOn(row.attributes.hidden) || row.attributes.ht === '0') hiddenRows.add(at);
    const cells = readRow(row, context);
    if (cells.length === 0) continue;
    while (rows.length < at) rows.push([]);
    rows.push(cells);
    if ((context.budget.cells -= cells.length) < 0) throw new Refusal('document.too_complex');
  }
  const margins = findAll(sheet, 'headerFooter').map(allText).join(' ');
  return { rows, hiddenRows, hiddenColumns: hiddenColumnsOf(sheet), merges: mergesOf(sheet), margins };
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

function readRow(row: XmlElement, { texts, used, formats }: Context): string[] {
  const cells: string[] = [];
  for (const cell of elementsOf(row)) {
    const column = cell.attributes.r === undefined ? cells.length : columnOf(cell.attributes.r);
    if (column >= LAST_COLUMN || column < cells.length) throw new Refusal('document.broken');
    const value = allText(childOf(cell, 'v') ?? NO_ELEMENT);
    const { t: type, s: style } = cell.attributes;
    let text = value;
    if (type === 's') {
      used.add(Number(value));
      text = texts[Number(value)] ?? '';
    } else if (type === 'inlineStr') text = stringOf(childOf(cell, 'is') ?? NO_ELEMENT);
    else if (type === 'b') text = value === '1' ? '是' : '否';
    else if (type === undefined || type === 'n') text = shown(value, formats, Number(style ?? 0));
    if (text === '') continue;
    while (cells.length < column) cells.push('');
    cells.push(text);
  }
  return cells;
}

function hiddenColumnsOf(sheet: XmlElement): Set<number> {
  const hidden = new Set<number>();
  for (const { attributes } of elementsOf(childOf(sheet, 'cols') ?? NO_ELEMENT))
    if (isOn(attributes.hidden) || attributes.width === '0')
      for (let at = Number(attributes.min); at <= Math.min(Number(attributes.max), LAST_COLUMN); at += 1)
        hidden.add(at - 1);
  return hidden;
}

const mergesOf = (sheet: XmlElement): [number, number, number, number][] =>
  findAll(sheet, 'mergeCell').flatMap(({ attributes }) => {
    const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(attributes.ref ?? '');
    if (!match) return [];
    const [, left = '', top = '', right = '', bottom = ''] = match;
    return [[Number(top) - 1, columnOf(left), Number(bottom) - 1, columnOf(right)]];
  });

/** B7 -> 1 */
export const columnOf = (reference: string): number =>
  [...reference.replace(/\d+$/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** 1 -> B */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
