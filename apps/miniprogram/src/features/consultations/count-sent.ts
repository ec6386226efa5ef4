import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { CommentTarget } from '@/lib/place';

/** What was read here and carries numbers of comments. */
const counting: readonly unknown[] = ['consultations.list', 'consultations.get', 'consultations.draft'];

/** The least that a place has: what was seen there before, and what was sent since. */
type Least = Map<string, number>;
const leastOf = new WeakMap<QueryClient, Least>();

type ChangeCount = (place: string, count: number) => number;

/** A copy in which every number of comments went through `change`; a place is a consultation, an item of its draft, or a column of that. */
function changeCounts(value: unknown, place: string, change: ChangeCount): unknown {
  if (Array.isArray(value)) return value.map(item => changeCounts(item, place, change));
  if (typeof value !== 'object' || value === null) return value;
  const { id, field } = value as { id?: unknown; field?: unknown };
  const here = [place, id ?? field].filter(Boolean).join('/');
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      key === 'commentCount' && typeof part === 'number' ? change(here, part) : changeCounts(part, here, change),
    ]),
  );
}

/** An item of a draft does not say whose draft it is; what was asked does. */
const outerPlace = (key: QueryKey): string =>
  key[0] === 'consultations.draft' ? ((key.at(-1) as { params: { id: string } }).params.id ?? '') : '';

function raise(client: QueryClient, key: QueryKey, least: Least): void {
  let isShort = false;
  const raised = changeCounts(client.getQueryData(key), outerPlace(key), (place, count) => {
    const wanted = least.get(place) ?? 0;
    isShort ||= count < wanted;
    return Math.max(count, wanted);
  });
  if (isShort) client.setQueryData(key, raised);
}

/** Whatever is read from now on is not below what is known to be there. */
function watch(client: QueryClient): Least {
  const least: Least = new Map();
  leastOf.set(client, least);
  client.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'updated' && query.state.status === 'success' && counting.includes(query.queryKey[0]))
      raise(client, query.queryKey, least);
  });
  return least;
}

/**
 * Counts a comment that was just taken: the server adds it to its numbers some moments later, and until then nothing that is read here
 * may say less than before plus one.
 */
export function countSent(client: QueryClient, consultationId: string, target: CommentTarget): void {
  const least = leastOf.get(client) ?? watch(client);
  const places = [consultationId];
  if ('id' in target) places.push(`${consultationId}/${target.id}`);
  if ('field' in target && target.field) places.push(`${consultationId}/${target.id}/${target.field}`);
  const queries = client.getQueryCache().findAll({ predicate: ({ queryKey }) => counting.includes(queryKey[0]) });
  const seen: Least = new Map();
  for (const { queryKey } of queries)
    changeCounts(client.getQueryData(queryKey), outerPlace(queryKey), (place, count) => {
      seen.set(place, Math.max(seen.get(place) ?? 0, count));
      return count;
    });
  for (const place of places) {
    const before = seen.get(place);
    if (before !== undefined) least.set(place, before + 1);
  }
  for (const { queryKey } of queries) raise(client, queryKey, least);
}
