/**
 * The rows that stand in another order among the others: the fewest without which both orders are the same. Rows of one side only
 * came or went, they did not move.
 * @param before ids in their former order, each once
 * @param after ids in their order now, each once
 */
export function movedRows(before: readonly string[], after: readonly string[]): Set<string> {
  const places = new Map(before.map((id, at) => [id, at]));
  const common = after.filter(id => places.has(id));
  const stays = longestRise(common.map(id => places.get(id)!));
  return new Set(common.filter((_, at) => !stays.has(at)));
}

/** Indexes of a longest rising part of numbers that are all different. */
function longestRise(numbers: readonly number[]): Set<number> {
  /** Of the rises of each length: the index at which the lowest one ends. */
  const ends: number[] = [];
  const previous: number[] = [];
  numbers.forEach((number, at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (numbers[ends[middle]!]! < number) low = middle + 1;
      else high = middle;
    }
    previous.push(ends[low - 1] ?? -1);
    ends[low] = at;
  });
  const rise = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at]!) rise.add(at);
  return rise;
}
