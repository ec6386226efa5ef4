import { shareNext } from './share-next';

/**
 * Looks records up by id so that those who ask at the same time share one query. As with a query of their own, what each gets was read
 * after it asked.
 * @param findAll the records of these ids by id; unknown ones are left out
 */
export function findTogether<T>(
  findAll: (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>,
): (id: string) => Promise<T | null> {
  let wanted = new Set<string>();
  const findWanted = shareNext(() => {
    const ids = [...wanted];
    wanted = new Set();
    return findAll(ids);
  });
  return async id => {
    wanted.add(id);
    return (await findWanted()).get(id) ?? null;
  };
}
