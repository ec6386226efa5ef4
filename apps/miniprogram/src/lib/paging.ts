import type { InfiniteData } from '@tanstack/react-query';

/** A page of any list of the API. */
export interface PageOf<T> {
  items: T[];
  nextCursor: string | null;
  total?: number;
}

/** What every endless list needs beside its key and its call. */
export const byCursor = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last: { nextCursor: string | null }): string | undefined => last.nextCursor ?? undefined,
};

/** All rows read so far. A row that moved while reading may come twice; it is shown once (API.md, Lists). */
export function rowsOf<T extends { id: string }>(data: InfiniteData<PageOf<T>> | undefined): T[] {
  const seen = new Map<string, T>();
  for (const page of data?.pages ?? []) for (const item of page.items) if (!seen.has(item.id)) seen.set(item.id, item);
  return [...seen.values()];
}

/** Reads a short list to its end: domains, streets, columns. */
export async function everyRow<T>(readPage: (cursor: string | undefined) => Promise<PageOf<T>>): Promise<T[]> {
  const rows: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await readPage(cursor);
    rows.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return rows;
}
