/** Entries of one domain -> a sheet in the national layout, with a column for every variant that the entries use. */
import type { EntryFieldName } from '@bandeng/contracts/schemas';
import { FIELD_LABELS, LEVEL_LABELS, MODE_LABELS, type EntryFields, type Level, type Mode } from '../entry-fields';
import { fieldText } from '../field-texts';
import type { MergedRange } from './sheet';
import type { SheetToWrite } from './xlsx';

interface LayoutColumn {
  /** Header of the first row; equal neighbours are merged. */
  group: string;
  /** Header of the second row; the same as `group` where there is only one. */
  label: string;
  width: number;
  text(entry: EntryFields): string;
}

const LEVELS: readonly Level[] = ['city', 'county', 'town', 'village'];
const MODES: readonly Mode[] = ['active', 'on_request'];
const DIGITS = '一二三四五六';
const CHANNELS_HEADER = `${FIELD_LABELS.channels}（“■”表示必选项，“□”表示可选项）`;
const TICK = '√';

const tick = (isTicked: boolean) => (isTicked ? TICK : '');
const plain = (field: EntryFieldName, width: number, header = FIELD_LABELS[field]): LayoutColumn => ({
  group: header,
  label: header,
  width,
  text: entry => fieldText(entry, field),
});

/** @param name of the domain: in the title and on the tab */
export function layoutDomain(name: string, entries: readonly EntryFields[]): SheetToWrite {
  const depth = Math.max(2, ...entries.map(({ path }) => path.length + 1));
  const columns = columnsFor(entries, depth);
  const firstItem = columns.findIndex(({ group }) => group === FIELD_LABELS.name);
  const rows: (string | number)[][] = [
    columns.map((_, at) => (at === 0 ? `${name}领域基层政务公开标准目录` : '')),
    columns.map(({ group }) => group),
    columns.map(({ label }) => label),
    ...entries.map(entry => columns.map(({ text }, at) => (at === 0 ? numberCell(text(entry)) : text(entry)))),
  ];
  const merges = [
    { top: 0, left: 0, bottom: 0, right: columns.length - 1 },
    ...headerMerges(columns),
    ...itemMerges(entries, { firstItem, depth }),
  ];
  return {
    name: sheetName(name),
    rows,
    merges,
    widths: columns.map(({ width }) => width),
    titleRow: 0,
    headerRows: [1, 2],
  };
}

function columnsFor(entries: readonly EntryFields[], depth: number): LayoutColumn[] {
  const uses = (field: EntryFieldName) => entries.some(entry => fieldText(entry, field) !== '');
  const optional = (field: EntryFieldName, width: number) => (uses(field) ? [plain(field, width)] : []);
  const usedLevels = LEVELS.filter(level => level === 'county' || entries.some(entry => entry.level.includes(level)));
  const items = Array.from({ length: depth }, (_, at): LayoutColumn => ({
    group: FIELD_LABELS.name,
    label: `${DIGITS[at] ?? at + 1}级事项`,
    width: at === depth - 1 ? 22 : 14,
    text: ({ path, name }) => [...path, name][at] ?? '',
  }));
  return [
    { group: '序号', label: '序号', width: 6, text: ({ number }) => number },
    ...optional('stage', 8),
    ...optional('category', 12),
    ...items,
    plain('content', 36),
    plain('basis', 32),
    plain('timeLimits', 22),
    plain('publisher', 18),
    ...optional('office', 14),
    plain('channels', 32, CHANNELS_HEADER),
    {
      group: FIELD_LABELS.audience,
      label: '全社会',
      width: 8,
      text: ({ audience }) => tick(audience.kind === 'everyone'),
    },
    { group: FIELD_LABELS.audience, label: '特定群体', width: 12, text: groupCell },
    ...MODES.map(mode => ({
      group: FIELD_LABELS.mode,
      label: MODE_LABELS[mode],
      width: 8,
      text: (entry: EntryFields) => tick(entry.mode.includes(mode)),
    })),
    ...(entries.some(saysAttribute) ? [plain('attribute', 12)] : []),
    // A row of ticks must tick something: where an entry has no level, all say it in words.
    ...(uses('level') && entries.some(({ level }) => level.length === 0) ? [plain('level', 14)] : []),
    ...(entries.every(({ level }) => level.length > 0)
      ? usedLevels.map(level => ({
          group: FIELD_LABELS.level,
          label: LEVEL_LABELS[level],
          width: 8,
          text: (entry: EntryFields) => tick(entry.level.includes(level)),
        }))
      : []),
    ...optional('siteColumn', 20),
    ...optional('phone', 16),
    ...optional('supervisionPhone', 16),
    ...optional('ground', 24),
  ];
}

const groupCell = ({ audience }: EntryFields): string => (audience.kind === 'everyone' ? '' : (audience.group ?? TICK));

/** True when 公开属性 does not follow from 公开方式. */
const saysAttribute = ({ attribute, mode }: EntryFields): boolean =>
  attribute !== (mode.length > 0 && !mode.includes('active') ? 'on_request' : 'active');

const numberCell = (text: string): string | number => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : text);

function headerMerges(columns: readonly LayoutColumn[]): MergedRange[] {
  const merges: MergedRange[] = [];
  for (let left = 0; left < columns.length;) {
    const { group, label } = columns[left]!;
    let right = left;
    while (columns[right + 1]?.group === group && group !== label) right += 1;
    if (group === label) merges.push({ top: 1, left, bottom: 2, right: left });
    else if (right > left) merges.push({ top: 1, left, bottom: 1, right });
    left = right + 1;
  }
  return merges;
}

/** The same 一级事项 in neighbouring rows is one cell; an entry without deeper levels covers their columns. */
function itemMerges(
  entries: readonly EntryFields[],
  { firstItem, depth }: { firstItem: number; depth: number },
): MergedRange[] {
  const merges: MergedRange[] = [];
  for (let level = 0; level < depth; level += 1) {
    const placeOf = (entry: EntryFields | undefined) =>
      entry && entry.path.length > level ? entry.path.slice(0, level + 1).join('\u0000') : null;
    for (let top = 0; top < entries.length;) {
      let bottom = top;
      const place = placeOf(entries[top]);
      while (place !== null && placeOf(entries[bottom + 1]) === place) bottom += 1;
      if (bottom > top)
        merges.push({ top: top + 3, left: firstItem + level, bottom: bottom + 3, right: firstItem + level });
      top = bottom + 1;
    }
  }
  entries.forEach(({ path }, at) => {
    if (path.length + 1 < depth)
      merges.push({ top: at + 3, left: firstItem + path.length, bottom: at + 3, right: firstItem + depth - 1 });
  });
  return merges;
}

/** What a tab may be called: no \ / * ? : [ ], 31 characters. */
const sheetName = (name: string): string => name.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31);
