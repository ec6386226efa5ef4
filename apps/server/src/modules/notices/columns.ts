import columnData from '../../../../../config/columns.json';

export interface ColumnData {
  id: string;
  name: string;
  parentId: string | null;
}

/** The tree of columns (栏目), as config/columns.json has it. */
export interface Columns {
  list(parentId?: string): ColumnData[];
  find(id: string): ColumnData | null;
  /** The column and its ancestors, itself first. */
  path(id: string): string[];
}

export function createColumns(data: readonly ColumnData[] = columnData): Columns {
  const byId = new Map(data.map(column => [column.id, column]));
  const path = (id: string): string[] => {
    const column = byId.get(id);
    return column ? [id, ...(column.parentId ? path(column.parentId) : [])] : [];
  };
  return {
    list: parentId => data.filter(column => parentId === undefined || column.parentId === parentId),
    find: id => byId.get(id) ?? null,
    path,
  };
}
