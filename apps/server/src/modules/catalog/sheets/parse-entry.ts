import type { EntryFieldName } from '@bandeng/contracts/schemas';
import { FIELD_LABELS, type Attribute, type EntryFields, type Level, type Mode } from '../entry-fields';
import { emptyEntry } from '../entry-from-texts';
import { fieldsFromText } from '../field-texts';
import { parseGroup, parseTick } from './parse-cells';
import type { RawRow, RowProblem } from './read-rows';

/** Columns read from one cell each; the others can also be tick columns. */
const TEXT_FIELDS = [
  'content',
  'basis',
  'timeLimits',
  'publisher',
  'office',
  'channels',
  'stage',
  'category',
  'siteColumn',
  'phone',
  'supervisionPhone',
  'ground',
] as const satisfies readonly EntryFieldName[];
const EITHER_FIELDS = ['audience', 'mode', 'level', 'attribute'] as const satisfies readonly EntryFieldName[];

/**
 * An entry of one row.
 * @param fallbackNumber what stands for 序号 when the sheet has none
 * @returns the entry, and every problem of the row; with a problem the entry must not be used
 */
export function parseEntry(row: RawRow, fallbackNumber: number): { entry: EntryFields; problems: RowProblem[] } {
  const problems = [...row.problems];
  const entry: EntryFields = {
    ...emptyEntry(),
    mode: [],
    path: row.path,
    name: row.name,
    number: row.texts.number || String(fallbackNumber),
  };
  const write = (field: EntryFieldName, text: string) => {
    const parsed = fieldsFromText(field, text);
    if (parsed.problem === undefined) Object.assign(entry, parsed.value);
    else problems.push({ column: FIELD_LABELS[field], message: parsed.problem });
  };
  for (const field of TEXT_FIELDS) write(field, row.texts[field] ?? '');
  for (const field of EITHER_FIELDS) {
    const text = row.texts[field] ?? '';
    if (text !== '') write(field, text);
  }
  problems.push(...readMarks(row, entry));
  problems.push(...fillIn(row, entry));
  return { entry, problems };
}

function readMarks(row: RawRow, entry: EntryFields): RowProblem[] {
  const problems: RowProblem[] = [];
  const ticked: Record<RawRow['marks'][number]['field'], string[]> = {
    audience: [],
    mode: [],
    level: [],
    attribute: [],
  };
  let group: string | null = null;
  for (const { field, values, label, text } of row.marks) {
    const isGroupName = values.includes('group') && parseTick(text) === null;
    const tick = isGroupName || saysItself(text, label) ? true : parseTick(text);
    if (tick === null) problems.push({ column: label, message: `“${label}”一栏写的是“${text}”，这里只能打√或者留空` });
    if (tick) ticked[field].push(...values);
    if (isGroupName) group = parseGroup(text);
  }
  const has = (field: RawRow['marks'][number]['field']) => row.marks.some(mark => mark.field === field);
  if (has('audience')) {
    if (ticked.audience.length === 0)
      problems.push({ column: '公开对象', message: '“公开对象”没有勾全社会，也没有写特定群体' });
    if (ticked.audience.length > 1)
      problems.push({ column: '公开对象', message: '“公开对象”同时勾了全社会和特定群体，只能选一个' });
    entry.audience = ticked.audience.includes('group') ? { kind: 'group', group } : { kind: 'everyone', group: null };
  }
  if (has('mode')) entry.mode = ticked.mode as Mode[];
  if (has('level')) {
    entry.level = (['city', 'county', 'town', 'village'] as const satisfies readonly Level[]).filter(level =>
      ticked.level.includes(level),
    );
    if (entry.level.length === 0) problems.push({ column: '公开层级', message: '“公开层级”一个也没有勾' });
  }
  if (ticked.attribute.length > 1) problems.push({ column: '公开属性', message: '“公开属性”只能勾一个' });
  if (ticked.attribute[0]) entry.attribute = ticked.attribute[0] as Attribute;
  return problems;
}

/** Some sheets write 县级 into the column 县级 instead of a tick. */
const saysItself = (text: string, label: string) => text !== '' && label.startsWith(text.replace(/公开$/, ''));

/** 公开方式 and 公开属性 follow from each other when a sheet has only one of them. */
function fillIn(row: RawRow, entry: EntryFields): RowProblem[] {
  const saysAttribute =
    (row.texts.attribute ?? '') !== '' || row.marks.some(mark => mark.field === 'attribute' && parseTick(mark.text));
  const saysMode = row.marks.some(mark => mark.field === 'mode');
  if (row.texts.channels === '' && entry.attribute !== 'withheld') {
    return [{ column: FIELD_LABELS.channels, message: '“公开渠道和载体”没有写' }];
  }
  if (!saysAttribute)
    entry.attribute = entry.mode.length > 0 && !entry.mode.includes('active') ? 'on_request' : 'active';
  if (entry.mode.length > 0 || entry.attribute === 'withheld') return [];
  if (saysMode && !saysAttribute) return [{ column: '公开方式', message: '“公开方式”没有勾主动，也没有勾依申请' }];
  entry.mode = [entry.attribute === 'on_request' ? 'on_request' : 'active'];
  return [];
}
