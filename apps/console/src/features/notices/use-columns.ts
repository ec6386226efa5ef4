import { useQuery } from '@tanstack/react-query';
import { api } from '../../lib/http';
import { listAll } from '../../lib/list-all';

/** The columns of the site, to choose from, each with the one it belongs to. */
export function useColumns(): { value: string; label: string }[] {
  const { data = [] } = useQuery({
    queryKey: ['columns'],
    staleTime: 600_000,
    queryFn: () => listAll(cursor => api.call('columns.list', { query: { limit: 100, cursor } })),
  });
  const names = new Map(data.map(({ id, name }) => [id, name]));
  return data.map(({ id, name, parentId }) => ({
    value: id,
    label: parentId === null ? name : `${names.get(parentId) ?? ''} · ${name}`,
  }));
}
