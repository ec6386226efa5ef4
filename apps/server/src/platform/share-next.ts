/** The longest that a run waits for those who may be about to ask. */
const GATHER_MS = 2;

/**
 * Callers share a run that begins after they asked, one run at a time. Under load a run waits a moment until as many have come as shared
 * the last one, so that many callers cost few runs; a caller alone never waits.
 */
export function shareNext<T>(run: () => Promise<T>): () => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;
  let callers = 0;
  let expected = 1;
  let onEnough = (): void => undefined;

  const enough = () =>
    new Promise<void>(resolve => {
      const timer = setTimeout(resolve, GATHER_MS);
      onEnough = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function runNext(): Promise<T> {
    await last;
    if (callers < expected) await enough();
    // Those whose requests lie there already come along.
    await new Promise(resolve => setImmediate(resolve));
    expected = callers;
    callers = 0;
    next = undefined;
    return run();
  }

  return () => {
    callers += 1;
    if (callers === expected) onEnough();
    if (next) return next;
    next = runNext();
    last = next.catch(() => undefined);
    return next;
  };
}
