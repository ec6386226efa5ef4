import type { EditionEntry } from '@bandeng/contracts/types';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { api } from '../../lib/http';
import { afterStep, type Step } from './move-entry';

const PAGE = 100;
const keyOf = (id: string) => ['edition-entries', id];

/** Every entry of an edition: the first page is there at once, the others follow by themselves. */
export function useEditionEntries(id: string) {
  const query = useInfiniteQuery({
    queryKey: keyOf(id),
    queryFn: ({ pageParam }) =>
      api.call('staff.editions.entries', { params: { id }, query: { limit: PAGE, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor ?? undefined,
    // A whole edition is read once; what is edited here is written into it, see useEntryCache.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !error) void fetchNextPage();
  }, [hasNextPage, isFetching, error, fetchNextPage, data]);
  const entries = useMemo(() => data?.pages.flatMap(page => page.items) ?? [], [data]);
  return { entries, error, isLoading: data === undefined || hasNextPage, retry: () => void refetch() };
}

type Pages = NonNullable<
  ReturnType<typeof useInfiniteQuery<{ items: EditionEntry[]; nextCursor: string | null }>>['data']
>;

/** Writes what the server answered into the entries that are shown, without reading them all again. */
export function useEntryCache(id: string) {
  const queries = useQueryClient();
  return {
    put: (changed: readonly EditionEntry[]) => {
      const byId = new Map(changed.map(entry => [entry.id, entry]));
      queries.setQueryData<Pages>(
        keyOf(id),
        before =>
          before && {
            ...before,
            pages: before.pages.map(page => ({ ...page, items: page.items.map(item => byId.get(item.id) ?? item) })),
          },
      );
      void queries.invalidateQueries({ queryKey: ['edition', id] });
    },
    /** After an entry went past another one: the pages hold as many as before. */
    step: (moved: EditionEntry, step: Step) => {
      queries.setQueryData<Pages>(keyOf(id), before => {
        if (!before) return before;
        const rest = afterStep(
          before.pages.flatMap(page => page.items),
          moved,
          step,
        );
        return { ...before, pages: before.pages.map(page => ({ ...page, items: rest.splice(0, page.items.length) })) };
      });
      void queries.invalidateQueries({ queryKey: ['edition', id] });
    },
    /** After an entry came, went or was put elsewhere. */
    readAgain: async () => {
      await queries.invalidateQueries({ queryKey: keyOf(id) });
      await queries.invalidateQueries({ queryKey: ['edition', id] });
    },
  };
}
