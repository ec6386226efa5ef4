import { useEffect } from 'react';
import { useFilters } from '../../lib/use-filters';
import type { List } from '../../lib/use-list';

/** The task that the desk led to stands first; while it is not among those read, more are read. */
export function useTaskFirst<T extends { id: string }>(list: List<T>): { list: List<T>; marked: string | undefined } {
  const task = useFilters().get('task');
  const { items, more, isLoadingMore } = list;
  const isMissing = task !== undefined && !items.some(({ id }) => id === task);
  useEffect(() => {
    if (isMissing && !isLoadingMore) more?.();
  }, [isMissing, isLoadingMore, more]);
  const first = items.filter(({ id }) => id === task);
  return { list: { ...list, items: [...first, ...items.filter(({ id }) => id !== task)] }, marked: task };
}
