import columnData from '../../../../../config/columns.json';

export interface ColumnData {
  id: string;
  name: string;
  parentId: string | null;
  /** How many people look at what goes out under it before it is public; from the column above when left out. */
  reviewSteps?: number;
}

/** 初审 复审 终审: what the law's readers call three reviews; a column asks for fewer where config/columns.json says so. */
const USUAL_REVIEW_STEPS = 3;

/** The tree of columns (栏目), as config/columns.json has it. */
export interface Columns {
  list(parentId?: string): ColumnData[];
  find(id: string): ColumnData | null;
  /** The column and its ancestors, itself first. */
  path(id: string): string[];
  /** Review steps of what stands in these columns: the most that one of them asks for. */
  reviewSteps(ids: readonly string[]): number;
}

export function createColumns(data: readonly ColumnData[] = columnData): Columns {
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
