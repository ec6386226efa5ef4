import { matchClauses } from '@bandeng/rules';
import type { Clause } from './split-clauses';

/** A clause people are asked about, with how much they have said. */
export interface AskedClause extends Clause {
  commentCount: number;
}

export interface EffectRow {
  label: string;
  change: 'new' | 'changed' | 'removed';
  commentCount: number;
}

/** A text pasted anew with the ids of what it continues, and with what is in force beside it. */
export function continueClauses(asked: readonly Clause[], pasted: readonly Clause[]): Clause[] {
  const ids = matchClauses(asked, pasted, []);
  const known = new Map(asked.map(clause => [clause.id, clause]));
  return pasted.map(({ label, text }, at) => {
    const id = ids[at]!;
    const before = known.get(id)?.before;
    return { id, label, text, ...(before !== undefined && { before }) };
  });
}

/** What a new draft does to the one people are asked about: which comments stay, and which will be marked. */
export function effectOf(asked: readonly AskedClause[], next: readonly Clause[]): EffectRow[] {
  const ids = matchClauses(asked, next, []);
  const known = new Map(asked.map(clause => [clause.id, clause]));
  const rows = next.flatMap(({ label, text }, at): EffectRow[] => {
    const before = known.get(ids[at]!);
    if (!before) return [{ label, change: 'new', commentCount: 0 }];
    return before.text === text ? [] : [{ label, change: 'changed', commentCount: before.commentCount }];
  });
  const gone = asked.filter(({ id }) => !ids.includes(id));
  return [...rows, ...gone.map(({ label, commentCount }): EffectRow => ({ label, change: 'removed', commentCount }))];
}
