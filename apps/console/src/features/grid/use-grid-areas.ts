import type { GridArea } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../lib/http';

const NONE: readonly GridArea[] = [];

/** The areas one answers for, down to the grids, to choose from. */
export function useGridAreas() {
  const { data } = useQuery({
    queryKey: ['grid-areas'],
    staleTime: 600_000,
    queryFn: async () => (await api.call('staff.grid.areas.list', {})).items,
  });
  const areas = data ?? NONE;
  const names = new Map(areas.map(({ id, name }) => [id, name]));
  // A grid has its community in its name.
  const optionOf = ({ id, name, level, parentId }: GridArea) => {
    const above = level === 'grid' ? undefined : names.get(parentId ?? '');
    return { value: id, label: above === undefined ? name : `${above} · ${name}` };
  };
  return {
    options: areas.map(optionOf),
    grids: areas.filter(({ level }) => level === 'grid').map(optionOf),
  };
}
