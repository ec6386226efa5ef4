import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import type { InfiniteData } from '@tanstack/react-query';
import { Fragment, useEffect } from 'react';
import type { ReactNode } from 'react';
import { rowsOf } from '../lib/paging';
import { useRefresh } from '../lib/refresh';
import type { PageOf } from '../lib/paging';
import { Button } from './button';
import { Empty, ErrorState, Skeleton } from './states';

/** What useInfiniteQuery gives, as far as a list needs it. */
export interface EndlessQuery<T> {
  data: InfiniteData<PageOf<T>> | undefined;
  error: unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
}

interface ListProps<T extends { id: string }> {
  query: EndlessQuery<T>;
  label: string;
  empty: { title: string; detail?: string; action?: { text: string; onPress: () => void } };
  className?: string;
  children: (row: T) => ReactNode;
}

/** Rows of the API with everything a list must say: loading, nothing, fault, more, end. */
export function List<T extends { id: string }>({
  query,
  label,
  empty,
  className = 'card tight rows',
  children,
}: ListProps<T>) {
  const more = () => {
    if (query.hasNextPage && !query.isFetchingNextPage) query.fetchNextPage();
  };
  useReachBottom(more);
  // A filter that little fits may end a page before it found anything: one looks on, not a person.
  const pages = query.data?.pages ?? [];
  const isOn = query.hasNextPage && !query.error && pages[pages.length - 1]?.items.length === 0;
  const { fetchNextPage } = query;
  useEffect(() => {
    if (isOn) fetchNextPage();
  }, [isOn, pages.length, fetchNextPage]);
  useRefresh(() => query.refetch());
  if (!query.data) {
    return query.error ? <ErrorState error={query.error} onRetry={() => query.refetch()} /> : <Skeleton lines={9} />;
  }
  const rows = rowsOf(query.data);
  if (rows.length === 0) return isOn ? <Skeleton lines={9} /> : <Empty {...empty} />;
  return (
    <>
      <View className={className} role="list" aria-label={label}>
        {rows.map(row => (
          <View key={row.id} className="row-wrap" role="listitem">
            {children(row)}
          </View>
        ))}
      </View>
      <View className="list-end">
        {query.error ? <ErrorState error={query.error} onRetry={more} /> : <ListEnd query={query} onMore={more} />}
      </View>
    </>
  );
}

function ListEnd<T>({ query, onMore }: { query: EndlessQuery<T>; onMore: () => void }) {
  if (!query.hasNextPage) return <Fragment>到底了</Fragment>;
  return (
    <Button look="plain" busy={query.isFetchingNextPage} onPress={onMore}>
      再看一些
    </Button>
  );
}
