/** One place of two sequences laid side by side. */
export interface SequenceChange<T> {
  change: 'same' | 'changed' | 'new' | 'removed';
  before: T | null;
  after: T | null;
}

/**
 * Lays two sequences side by side: the longest common one is the same, what stands between is changed pair by pair, and what is left
 * over is removed or new.
 * @param keyOf two items are the same when their keys are
 */
export function diffSequence<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): SequenceChange<T>[] {
  const [old, now] = [before.map(keyOf), after.map(keyOf)];
  const lengths = commonLengths(old, now);
  const changes: SequenceChange<T>[] = [];
  let [from, to] = [0, 0];
  let [removed, added]: [T[], T[]] = [[], []];
  const flush = () => {
    for (let at = 0; at < Math.max(removed.length, added.length); at += 1) {
      const [was, is] = [removed[at] ?? null, added[at] ?? null];
      changes.push({ change: was === null ? 'new' : is === null ? 'removed' : 'changed', before: was, after: is });
    }
    [removed, added] = [[], []];
  };
  while (from < old.length || to < now.length) {
    if (from < old.length && to < now.length && old[from] === now[to]) {
      flush();
      changes.push({ change: 'same', before: before[from]!, after: after[to]! });
      [from, to] = [from + 1, to + 1];
    } else if (to === now.length || (from < old.length && lengths[from + 1]![to]! >= lengths[from]![to + 1]!)) {
      removed.push(before[from]!);
      from += 1;
    } else {
      added.push(after[to]!);
      to += 1;
    }
  }
  flush();
  return changes;
}

/** Length of the longest common sequence of every pair of ends. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let from = old.length - 1; from >= 0; from -= 1)
    for (let to = now.length - 1; to >= 0; to -= 1)
      lengths[from]![to] =
        old[from] === now[to]
          ? lengths[from + 1]![to + 1]! + 1
          : Math.max(lengths[from + 1]![to]!, lengths[from]![to + 1]!);
  return lengths;
}
