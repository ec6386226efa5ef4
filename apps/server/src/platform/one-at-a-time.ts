/**
 * Runs works one after the other, in the order they came. For what would only collide in the database, such as a running number:
 * several servers still meet there, but no longer all their callers at once.
 */
export function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return work => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}
