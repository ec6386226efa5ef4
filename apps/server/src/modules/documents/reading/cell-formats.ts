import { childOf, elementsOf, NO_ELEMENT, type XmlElement } from './xml';

/** Code of the number format of each style of a cell. */
export type Formats = readonly string[];

/** Formats that every program knows by number (ECMA-376 §18.8.30); those of China and Japan are dates. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-m-d h:mm',
};
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

export function readFormats(styles: XmlElement | undefined): Formats {
  const own = new Map(
    elementsOf(childOf(styles, 'numFmts') ?? NO_ELEMENT).map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode ?? '',
    ]),
  );
  return elementsOf(childOf(styles, 'cellXfs') ?? NO_ELEMENT).map(({ attributes }) => {
    const id = Number(attributes.numFmtId ?? 0);
    return own.get(id) ?? (isBuiltInDate(id) ? 'yyyy-m-d' : (BUILT_IN[id] ?? ''));
  });
}

/** Day 0 of the calendar that spreadsheets count in, with their leap day that never was. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** A number as its cell shows it: dates, percent, fixed decimals, leading zeros; what is in no such format in full. */
export function shown(value: string, formats: Formats, style: number): string {
  const number = Number(value);
  if (value === '' || !Number.isFinite(number)) return value;
  const code = (formats[style] ?? '').split(';')[0]!.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '');
  if (/[ymdhs年月日]/i.test(code)) return dateText(number, code);
  const decimals = /0\.(0+)/.exec(code)?.[1]?.length;
  if (code.includes('%')) return `${(number * 100).toFixed(decimals ?? 0)}%`;
  if (decimals !== undefined) return number.toFixed(decimals);
  if (/^0+$/.test(code)) return number.toFixed(0).padStart(code.length, '0');
  // In full: 1.99E10 is a number that somebody may call.
  return Number.isInteger(number) && Math.abs(number) < 1e21
    ? BigInt(number).toString()
    : String(Number(number.toPrecision(15)));
}

function dateText(days: number, code: string): string {
  const instant = new Date(DAY_ZERO + Math.round(days * DAY_MS));
  if (Number.isNaN(instant.getTime())) return String(days);
  const [date = '', time = ''] = instant.toISOString().split('T');
  const parts = [/[yd]|年|日/i.test(code) ? date : '', /[hs]/i.test(code) ? time.slice(0, 5) : ''].filter(Boolean);
  return parts.join(' ');
}
