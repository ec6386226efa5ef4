/** A whole list, page after page; at most so many of it. For choices that are short by nature. */
export async function listAll<T>(
  read: (cursor: string | undefined) => Promise<{ items: T[]; nextCursor: string | null }>,
  most = Number.POSITIVE_INFINITY,
): Promise<T[]> {
  const found: T[] = [];
  for (let cursor: string | undefined; found.length < most;) {
    const page = await read(cursor);
    found.push(...page.items);
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  return found;
}
