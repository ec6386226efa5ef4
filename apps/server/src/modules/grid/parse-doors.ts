import type { Sheet } from '../catalog';

/** A row of a workbook of doors: nothing in it says who lives there. */
export interface DoorRow {
  sheet: string;
  row: number;
  grid: string;
  compound: string;
  building: string;
  unit: string;
  floor: number | null;
  number: string;
  visitEveryDays: number | null;
}
interface Problem {
  sheet: string;
  row: number;
  message: string;
}

const HEADINGS = {
  grid: /网格/,
  compound: /小区|^院/,
  building: /楼栋|^楼$|楼号|^栋/,
  unit: /单元/,
  floor: /楼层|^层/,
  number: /门牌|房号|^户号/,
  visitEveryDays: /走访间隔|多少天/,
} as const;
const NEEDED = ['grid', 'building', 'number'] as const;
/** Columns that would lead to a person: a workbook with one is refused before anything of it is read. */
const PERSONAL = /户主|姓名|身份证|证件|电话|手机|出生/;
const MOST_DAYS = 366;
const LONGEST = 40;

type Columns = Partial<Record<keyof typeof HEADINGS, number>>;

/** Reads rows of doors out of every sheet that has the heading; what is wrong is named by its row. */
export function parseDoors(sheets: readonly Sheet[]): { rows: DoorRow[]; problems: Problem[] } {
  const rows: DoorRow[] = [];
  const problems: Problem[] = [];
  let hasHeading = false;
  for (const sheet of sheets) {
    if (sheet.isHidden) continue;
    const top = sheet.rows.findIndex(cells => NEEDED.every(name => columnsOf(cells)[name] !== undefined));
    if (top < 0) continue;
    hasHeading = true;
    const personal = sheet.rows[top]!.find(cell => PERSONAL.test(cell));
    if (personal !== undefined) {
      problems.push({
        sheet: sheet.name,
        row: top + 1,
        message: `有“${personal}”这一列：门的表里不放跟人有关的内容，请删掉这一列`,
      });
      continue;
    }
    readRows(sheet, top, { rows, problems });
  }
  if (!hasHeading) problems.push({ sheet: '', row: 0, message: '没有找到表头：要有网格、楼栋、门牌三列' });
  return { rows, problems };
}

const columnsOf = (cells: readonly string[]): Columns =>
  Object.fromEntries(
    Object.entries(HEADINGS).flatMap(([name, pattern]) => {
      const at = cells.findIndex(cell => pattern.test(cell));
      return at < 0 ? [] : [[name, at]];
    }),
  );

function readRows(sheet: Sheet, top: number, { rows, problems }: { rows: DoorRow[]; problems: Problem[] }): void {
  const columns = columnsOf(sheet.rows[top]!);
  sheet.rows.forEach((cells, at) => {
    if (at <= top || cells.every(cell => cell === '')) return;
    const textOf = (name: keyof Columns) => cells[columns[name] ?? -1] ?? '';
    const [floor, every] = [wholeNumber(textOf('floor')), wholeNumber(textOf('visitEveryDays'))];
    const place = { sheet: sheet.name, row: at + 1 };
    const message = faultOf({ textOf, floor, every });
    if (message) return void problems.push({ ...place, message });
    const [grid, compound, building] = [textOf('grid'), textOf('compound'), textOf('building')];
    const door = {
      unit: textOf('unit'),
      floor: floor ?? null,
      number: textOf('number'),
      visitEveryDays: every ?? null,
    };
    rows.push({ ...place, grid, compound, building, ...door });
  });
}

function faultOf({
  textOf,
  floor,
  every,
}: {
  textOf(name: keyof Columns): string;
  floor: number | null | undefined;
  every: number | null | undefined;
}): string | null {
  if (textOf('grid') === '') return '没写网格';
  if (textOf('building') === '') return '没写楼栋';
  if (textOf('number') === '') return '没写门牌';
  if ((Object.keys(HEADINGS) as (keyof Columns)[]).some(name => textOf(name).length > LONGEST))
    return `一格最多 ${LONGEST} 字`;
  if (floor === undefined || (floor !== null && (floor < -5 || floor > 200))) return '楼层要写成 -5 到 200 的整数';
  if (every === undefined || (every !== null && (every < 1 || every > MOST_DAYS)))
    return `走访间隔要写成 1 到 ${MOST_DAYS} 的天数`;
  return null;
}

/** Null for an empty cell, undefined for what is no whole number. */
function wholeNumber(text: string): number | null | undefined {
  if (text === '') return null;
  return /^-?\d{1,4}$/.test(text) ? Number(text) : undefined;
}
