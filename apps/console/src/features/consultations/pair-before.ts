import type { Clause } from './split-clauses';

/**
 * Puts beside each clause what is in force: the one with the same words wherever it stands now, else the one of the same label. What is
 * left over is `gone`: the draft drops it, or a person has to find its place.
 */
export function pairBefore(
  clauses: readonly Clause[],
  inForce: readonly Clause[],
): { clauses: Clause[]; gone: string[] } {
  const left = new Set(inForce);
  const take = (fits: (other: Clause) => boolean): string | undefined => {
    const found = [...left].find(fits);
    if (found) left.delete(found);
    return found?.text;
  };
  const same = clauses.map(({ text }) => take(other => other.text === text));
  const paired = clauses.map(({ before: _, ...clause }, at) => {
    const before = same[at] ?? take(other => other.label === clause.label);
    return { ...clause, ...(before !== undefined && { before }) };
  });
  return { clauses: paired, gone: [...left].map(({ label }) => label) };
}
