import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/**
 * A list page after page, by the server's cursor.
 * @param most pages that are held: after an act all of them are read again
 */
export function useList<T>(
  key: readonly unknown[],
  read: (cursor: string | undefined) => Promise<Page<T>>,
  most = Number.POSITIVE_INFINITY,
) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page, pages) => (pages.length < most ? (page.nextCursor ?? undefined) : undefined),
  });
  const { hasNextPage, isFetching, fetchNextPage } = query;
  const pages = query.data?.pages ?? [];
  // A filter that little fits may end a page before it found anything: one looks on, not a person.
  const goesOn = hasNextPage && !isFetching && !query.error && pages.at(-1)?.items.length === 0;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);
  return {
    items: pages.flatMap(page => page.items),
    /** There is more than is held. */
    isCut: pages.length >= most && Boolean(pages.at(-1)?.nextCursor),
    isLoading: query.isLoading || goesOn,
    error: query.error,
    retry: () => void query.refetch(),
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    isLoadingMore: query.isFetchingNextPage,
  };
}
export type List<T> = Omit<ReturnType<typeof useList<T>>, 'isCut'> & { isCut?: boolean };
