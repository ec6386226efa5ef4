import type { Model } from 'mongoose';
import type { Cursors, CursorValue } from './cursor';
import type { Tx } from './transaction';

export interface PageQuery {
  limit: number;
  cursor?: string | undefined;
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  total?: number;
}

/** Field -> direction, ending in `_id`; an index must carry it. */
export type PageSort = Readonly<Record<string, 1 | -1>>;

type Filter = Record<string, unknown>;
type Condition = Record<string, unknown>;

function after(sort: [string, 1 | -1][], values: readonly CursorValue[]): Condition {
  const compare = (direction: 1 | -1) => (direction === 1 ? '$gt' : '$lt');
  const branches = sort.map(([field, direction], at) => ({
    ...Object.fromEntries(sort.slice(0, at).map(([earlier], index) => [earlier, values[index]])),
    [field]: { [compare(direction)]: values[at] },
  }));
  const [first] = sort;
  if (!first || sort.length === 1) return branches[0] ?? {};
  // The range on the first field bounds the index scan; the branches only drop what ties with the cursor.
  return { [first[0]]: { [`${compare(first[1])}e`]: values[0] }, $or: branches };
}

/**
 * One page of a list by keyset, read from an index that carries equality filters then `sort`.
 * `list` names list and sort, so that a cursor of one is refused by another. Sorted fields must never be missing.
 */
export async function readPage<T>(options: {
  cursors: Cursors;
  model: Model<T>;
  list: string;
  filter: Filter;
  sort: PageSort;
  query: PageQuery;
  /** Fields to return; all by default. Must include the sorted ones. */
  select?: readonly string[];
}): Promise<Page<T>> {
  const { cursors, model, list, filter, sort, query, select } = options;
  const order = Object.entries(sort);
  const conditions: Condition[] = [filter];
  if (query.cursor !== undefined) conditions.push(after(order, cursors.decode(list, query.cursor)));

  // Lists are what is read most; filter and sort are our own and of the right types, so the driver is asked without mongoose's casting.
  const rows = (await model.collection
    .find(merge(conditions), {
      sort: { ...sort },
      limit: query.limit + 1,
      ...(select && { projection: Object.fromEntries(select.map(field => [field, 1])) }),
    })
    .toArray()) as T[];

  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  if (rows.length <= query.limit || !last) return { items, nextCursor: null };
  const values = order.map(([field]) => valueAt(last, field));
  return { items, nextCursor: cursors.encode(list, values) };
}

/** More than so many are not counted one by one: a screen says so many and more. */
export const MOST_COUNTED = 999;

/** How many match, up to one more than MOST_COUNTED; an index must carry the filter. */
export const countSome = <T>(model: Model<T>, filter: Filter): Promise<number> =>
  model.collection.countDocuments(filter as never, { limit: MOST_COUNTED + 1 });

/** One of these values; an equality for a single one, which keeps the order of the index behind it. */
export const oneOf = <T>(values: readonly T[]): T | { $in: readonly T[] } =>
  values.length === 1 ? values[0]! : { $in: values };

/** What belongs to one of these units. */
export const ofUnits = (unitIds: readonly string[] | 'all'): Condition =>
  unitIds === 'all' ? {} : { unitId: oneOf(unitIds) };

/** Rows of one answer of the database when everything is read. */
export const ROWS_AT_ONCE = 1_000;

/**
 * Everything that matches, for what must be complete (an export, a ledger, an edition): read in pages from the index that `readPage`
 * would use, so that no answer of the database grows with what there is. Sorted fields must never be missing, and no two rows alike in them.
 */
export async function readAll<T>(options: {
  model: Model<T>;
  filter: Filter;
  sort: PageSort;
  /** Fields to return; all by default. Must include the sorted ones. */
  select?: readonly string[];
  tx?: Tx | undefined;
}): Promise<T[]> {
  const { model, filter, sort, select = [], tx } = options;
  const order = Object.entries(sort);
  const all: T[] = [];
  for (let last: T | undefined; ;) {
    const values = last && order.map(([field]) => valueAt(last, field));
    const rows = await model
      .find(merge(values ? [filter, after(order, values)] : [filter]) as never, null, { session: tx ?? null })
      .sort({ ...sort })
      .limit(ROWS_AT_ONCE)
      .select(select.join(' '))
      .lean<T[]>();
    all.push(...rows);
    last = rows.at(-1);
    if (rows.length < ROWS_AT_ONCE || last === undefined) return all;
  }
}

/** Side by side when no key is said twice (a planner reads that best), else under $and. */
function merge(conditions: Condition[]): Condition {
  const keys = conditions.flatMap(condition => Object.keys(condition));
  return new Set(keys).size === keys.length ? (Object.assign({}, ...conditions) as Condition) : { $and: conditions };
}

function valueAt(row: unknown, path: string): CursorValue {
  const value = path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], row);
  return (value ?? null) as CursorValue;
}
