import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ColumnSettings, type ColumnSetting } from '@bandeng/contracts/schemas';
import { isCalendarDuty } from '@bandeng/rules';

/** 初审 复审 终审: what the law's readers call three reviews; a column asks for fewer where config/columns.json says so. */
const USUAL_REVIEW_STEPS = 3;
/** Whether words are read as a calendar does not depend on the day. */
const ANY_DAY = '2026-01-01';

/** The tree of columns (栏目), as config/columns.json has it. */
export interface Columns {
  list(parentId?: string): ColumnSetting[];
  find(id: string): ColumnSetting | null;
  /** The column and its ancestors, itself first. */
  path(id: string): string[];
  /** Review steps of what stands in these columns: the most that one of them asks for. */
  reviewSteps(ids: readonly string[]): number;
}

/** Throws at start, with the places that are wrong, when the file is no tree of columns. */
export function readColumns(root: string, file = 'config/columns.json'): Columns {
  const parsed = ColumnSettings.safeParse(JSON.parse(readFileSync(join(root, file), 'utf8')));
  const faults = parsed.success
    ? parsed.data.filter(hasUnreadSchedule).map(({ id }) => `${id}: 多久更新一次看不懂，要写成“每季度结束后20日内”这样`)
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  if (!parsed.success || faults.length > 0)
    throw new Error(`${file} is not right:\n${faults.map(fault => `  - ${fault}`).join('\n')}`);
  return columnsOf(parsed.data);
}

const hasUnreadSchedule = ({ rhythm }: ColumnSetting): boolean =>
  rhythm !== undefined && 'schedule' in rhythm && !isCalendarDuty(rhythm.schedule, ANY_DAY);

function columnsOf(data: readonly ColumnSetting[]): Columns {
  const byId = new Map(data.map(column => [column.id, column]));
  const path = (id: string): string[] => {
    const column = byId.get(id);
    return column ? [id, ...(column.parentId ? path(column.parentId) : [])] : [];
  };
  const stepsOf = (id: string): number =>
    path(id).flatMap(at => byId.get(at)?.reviewSteps ?? [])[0] ?? USUAL_REVIEW_STEPS;
  return {
    reviewSteps: ids => (ids.length === 0 ? USUAL_REVIEW_STEPS : Math.max(...ids.map(stepsOf))),
    list: parentId => data.filter(column => parentId === undefined || column.parentId === parentId),
    find: id => byId.get(id) ?? null,
    path,
  };
}
