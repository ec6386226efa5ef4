import { useQuery } from '@tanstack/react-query';
import { api } from './http';
import { listAll } from './list-all';

/** They change a few times a year. */
const staleTime = 600_000;
const NOBODY: readonly { value: string; label: string }[] = [];

/** The units of the district, to choose from; and the name of one. */
export function useUnits() {
  const { data } = useQuery({
    queryKey: ['units'],
    staleTime,
    queryFn: async () =>
      (await listAll(cursor => api.call('units.list', { query: { limit: 100, cursor } }))).map(({ id, shortName }) => ({
        value: id,
        label: shortName,
      })),
  });
  return choicesOf(data);
}

/** The areas down to the community, each by its way from the street down. */
export function useAreas() {
  const { data } = useQuery({
    queryKey: ['areas'],
    staleTime,
    queryFn: async () =>
      (await listAll(cursor => api.call('areas.list', { query: { limit: 100, cursor } }))).map(
        ({ id, name, path }) => ({
          value: id,
          label: path.slice(1).join(' · ') || name,
        }),
      ),
  });
  return choicesOf(data);
}

const choicesOf = (options = NOBODY) => ({
  options: [...options],
  nameOf: (id: string): string => options.find(({ value }) => value === id)?.label ?? id,
});
