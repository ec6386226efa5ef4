/** A clause that is in the draft now. */
export interface KnownClause {
  id: string;
  label: string;
  text: string;
}
/** A clause of the next draft; `id` is what it is thought to continue. */
export interface NextClause {
  id?: string | undefined;
  label: string;
  text: string;
}

/**
 * Which clause of a new draft continues which of the old one, so that comments stay with the words they were said of: the one with the same
 * text wherever it stands now (of several the one thought of, else of the same label, else the first), then the one it is said to continue. All
 * others are new and get an id that was never used: a comment must not come to stand at other words by chance.
 * @param used every id that a clause ever had here, those of clauses since removed too
 * @returns ids in the order of `next`, each once
 */
export function matchClauses(
  before: readonly KnownClause[],
  next: readonly NextClause[],
  used: Iterable<string>,
): string[] {
  const left = new Map(before.map(clause => [clause.id, clause]));
  const ids: (string | undefined)[] = next.map(() => undefined);
  const assign = (fits: (clause: NextClause, known: KnownClause) => boolean) => {
    for (const [at, clause] of next.entries()) {
      if (ids[at] !== undefined) continue;
      const found = [...left.values()].find(known => fits(clause, known));
      if (!found) continue;
      ids[at] = found.id;
      left.delete(found.id);
    }
  };
  assign((clause, known) => known.text === clause.text && known.id === clause.id);
  assign((clause, known) => known.text === clause.text && known.label === clause.label);
  assign((clause, known) => known.text === clause.text);
  assign((clause, known) => known.id === clause.id);

  const taken = new Set([...used, ...before.map(({ id }) => id)]);
  let number = 0;
  const fresh = (): string => {
    do number += 1;
    while (taken.has(`c${number}`));
    taken.add(`c${number}`);
    return `c${number}`;
  };
  return ids.map(id => id ?? fresh());
}
