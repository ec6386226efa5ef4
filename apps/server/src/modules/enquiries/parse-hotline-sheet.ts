import type { RouteAnswer } from '@bandeng/contracts/types';
import type { Sheet } from '../catalog';

type Imported = RouteAnswer<'staff.hotline.import'>;
type Month = Imported['months'][number];
type Problem = Imported['problems'][number];
type Rate = 'onTime' | 'result' | 'process';

const HEADINGS: Readonly<Record<'month' | 'unit' | Rate, RegExp>> = {
  month: /月份|统计月|通报月/,
  unit: /单位|区县|县区/,
  onTime: /按[期时]办结率/,
  result: /结果满意[率度]/,
  process: /过程满意[率度]/,
};
const RATES: readonly { name: Rate; label: string }[] = [
  { name: 'onTime', label: '按期办结率' },
  { name: 'result', label: '结果满意率' },
  { name: 'process', label: '过程满意率' },
];
const MONTH = /^(20\d\d)\s*(?:[-/.]|年)\s*(0?[1-9]|1[0-2])(?:\s*月(?:份)?|[-/.]\d{1,2})?$/;
const FIGURE = /^(\d+(?:[.．]\d+)?)\s*([%％]?)$/;
const HUNDRED = 10_000;

type Columns = Partial<Record<keyof typeof HEADINGS, number>>;

/**
 * Months out of the sheets of the city's report: a heading row with the month and the three rates, then a row a month; where units are
 * named, the rows of this district. A fraction (0.9999, as a cell formatted in percent has it) is read as one, up to 1.
 * @param thisMonth 2026-11: nothing later is believed
 */
export function parseHotlineSheets(
  sheets: readonly Sheet[],
  { district, thisMonth }: { district: string; thisMonth: string },
): { months: Omit<Month, 'replaces'>[]; problems: Problem[] } {
  const months: Omit<Month, 'replaces'>[] = [];
  const problems: Problem[] = [];
  let hasHeading = false;
  for (const { name, rows, isHidden } of sheets) {
    if (isHidden) continue;
    const top = rows.findIndex(isHeading);
    if (top < 0) continue;
    hasHeading = true;
    const columns = columnsOf(rows[top]!);
    for (const [at, cells] of rows.entries()) {
      if (at <= top || !isOurs(cells, columns, district)) continue;
      const row = at + 1;
      const fault = (message: string) => problems.push({ sheet: name, row, message });
      const read = readRow(cells, columns, thisMonth);
      if ('faults' in read) read.faults.forEach(fault);
      else if (months.some(({ id }) => id === read.id)) fault(`${read.id} 前面已经有一行了`);
      else months.push({ ...read, row });
    }
  }
  if (!hasHeading)
    problems.push({ sheet: '', row: 0, message: '没有找到表头：要有月份、按期办结率、结果满意率、过程满意率四列' });
  return { months, problems };
}

const columnsOf = (cells: readonly string[]): Columns =>
  Object.fromEntries(
    Object.entries(HEADINGS).flatMap(([name, pattern]) => {
      const at = cells.findIndex(cell => pattern.test(cell));
      return at < 0 ? [] : [[name, at]];
    }),
  );
const isHeading = (cells: readonly string[]): boolean => {
  const { unit: _unit, ...needed } = columnsOf(cells);
  return Object.keys(needed).length === RATES.length + 1;
};
/** An empty row is none; a row of another district is not ours. */
function isOurs(cells: readonly string[], { unit }: Columns, district: string): boolean {
  if (cells.every(cell => cell === '')) return false;
  return unit === undefined || (cells[unit] ?? '').includes(district);
}

function readRow(
  cells: readonly string[],
  columns: Columns,
  thisMonth: string,
): ({ id: string } & Record<Rate, number>) | { faults: string[] } {
  const faults: string[] = [];
  const cell = (name: keyof Columns) => cells[columns[name] ?? -1]?.trim() ?? '';
  const month = MONTH.exec(cell('month'));
  const id = month ? `${month[1]}-${month[2]!.padStart(2, '0')}` : '';
  if (!month) faults.push(`月份“${cell('month')}”读不出来，要写成 2026-11`);
  else if (id > thisMonth) faults.push(`${id} 还没有到`);
  const rates = RATES.map(({ name, label }) => {
    const value = inHundredths(cell(name));
    if (value === null) faults.push(`${label}“${cell(name)}”读不出来，要写成 99.99%`);
    else if (value > HUNDRED) faults.push(`${label}“${cell(name)}”超过 100%`);
    return [name, value ?? 0] as const;
  });
  return faults.length > 0 ? { faults } : { id, ...(Object.fromEntries(rates) as Record<Rate, number>) };
}

function inHundredths(text: string): number | null {
  const found = FIGURE.exec(text);
  if (!found) return null;
  const figure = Number(found[1]!.replace('．', '.'));
  const isFraction = found[2] === '' && figure <= 1;
  return Math.round(figure * (isFraction ? HUNDRED : HUNDRED / 100));
}
