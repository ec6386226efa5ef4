import type { RouteName } from '@bandeng/contracts/routes';
import type { RouteAnswer, RouteCall } from '@bandeng/contracts/types';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from './api';
import { byCursor, everyRow } from './paging';
import type { PageOf } from './paging';
import { isWrongAddress, lacksId, wrongAddressError, type Asked } from './wrong-address';

/**
 * Reads as react-query options. The key is the route's name, then what was asked: to read a kind of thing anew after a
 * write, invalidate `[routeName]`.
 */
type Names<A> = { [N in RouteName]: RouteAnswer<N> extends A ? N : never }[RouteName];
export type ListRoute = Names<{ items: unknown[]; nextCursor: string | null }>;
export type RowOf<N extends ListRoute> = RouteAnswer<N> extends { items: (infer T)[] } ? T : never;

/** The client's input is optional where nothing is needed; here it is always given. */
async function callWith<N extends RouteName>(name: N, input: RouteCall<N>): Promise<RouteAnswer<N>> {
  const asked = input as Asked;
  if (lacksId(asked)) throw wrongAddressError();
  try {
    return await (api.call as unknown as (name: N, input: RouteCall<N>) => Promise<RouteAnswer<N>>)(name, input);
  } catch (error) {
    throw isWrongAddress(error, asked) ? wrongAddressError() : error;
  }
}

/** What an office does with things of one's own is told at once: they are read anew whenever they are opened. */
const freshness = (name: RouteName) => (/^(me|informationRequests|enquiries)\./.test(name) ? { staleTime: 0 } : {});

/** One thing. */
export const reading = <N extends RouteName>(name: N, input: RouteCall<N>) =>
  queryOptions({ queryKey: [name, input] as const, queryFn: () => callWith(name, input), ...freshness(name) });

/** An endless list, page by page. */
export const readingList = <N extends ListRoute>(name: N, input: RouteCall<N>) =>
  infiniteQueryOptions({
    queryKey: [name, 'pages', input] as const,
    queryFn: ({ pageParam }) => callWith(name, withCursor(input, pageParam)) as unknown as Promise<PageOf<RowOf<N>>>,
    ...byCursor,
    ...freshness(name),
  });

/** A short list, to its end: domains, streets, columns. Kept fresh for long. */
export const readingAll = <N extends ListRoute>(name: N, input: RouteCall<N>) =>
  queryOptions({
    queryKey: [name, 'all', input] as const,
    queryFn: () =>
      everyRow<RowOf<N>>(
        cursor => callWith(name, withCursor(input, cursor, 100)) as unknown as Promise<PageOf<RowOf<N>>>,
      ),
    staleTime: 300_000,
  });

function withCursor<I>(input: I, cursor: string | undefined, limit?: number): I {
  const { query = {}, ...rest } = input as { query?: Record<string, unknown> };
  return { ...rest, query: { ...query, cursor, limit } } as I;
}
