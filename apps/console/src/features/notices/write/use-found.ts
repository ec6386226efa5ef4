import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';

export interface Found {
  value: string;
  label: string;
  detail: string;
}

/** Choices that the server finds by what is typed. */
export function useFound(key: string, find: (q: string | undefined) => Promise<Found[]>) {
  const [typed, type] = useState('');
  const q = useDeferredValue(typed.trim().slice(0, 60));
  const { data = [], isFetching } = useQuery({
    queryKey: [key, 'found', q],
    queryFn: () => find(q || undefined),
    placeholderData: before => before,
  });
  return { found: data, isFetching, typed, type };
}
