import type { StaffComment } from '@bandeng/contracts/types';
import { matchClauses } from '@bandeng/rules';
import type { Clause } from './split-clauses';

/** Which clauses of the draft at hand were written from which comments. */
export type Sources = Readonly<Record<string, readonly string[]>>;
export interface Writing {
  clauses: readonly Clause[];
  sources: Sources;
}
type Adopted = Pick<StaffComment, 'id' | 'target' | 'proposedText'>;

const clauseOf = (clauses: readonly Clause[], { target }: Adopted): Clause | undefined =>
  target.kind === 'clause' ? clauses.find(({ id }) => id === target.id) : undefined;

/** A comment into its clause: with the words it proposes, or only its name where the office finds the words. */
export function carry({ clauses, sources }: Writing, comment: Adopted): Writing {
  const clause = clauseOf(clauses, comment);
  if (!clause) return { clauses, sources };
  const { proposedText } = comment;
  const known = sources[clause.id] ?? [];
  return {
    clauses: clauses.map(one => (one === clause && proposedText !== null ? { ...one, text: proposedText } : one)),
    sources: { ...sources, [clause.id]: [...known.filter(id => id !== comment.id), comment.id] },
  };
}

/** Takes it off its clause; the words are left to the hand. */
export const dropComment = (sources: Sources, commentId: string): Sources =>
  Object.fromEntries(Object.entries(sources).map(([id, ids]) => [id, ids.filter(one => one !== commentId)]));

/** All that propose words, one of each clause: of two wordings the other is left to be looked at. */
export function carryAll(writing: Writing, adopted: readonly Adopted[]): Writing {
  return adopted.reduce((next, comment) => {
    const clause = comment.proposedText === null ? undefined : clauseOf(next.clauses, comment);
    return clause && (next.sources[clause.id] ?? []).length === 0 ? carry(next, comment) : next;
  }, writing);
}

/** As the server takes them: of clauses that are other words now. */
export function sourcesOf(asked: readonly Clause[], { clauses, sources }: Writing) {
  const ids = matchClauses(asked, clauses, []);
  const before = new Map(asked.map(({ id, text }) => [id, text]));
  return clauses.flatMap(({ id, text }, at) => {
    const commentIds = [...(sources[id] ?? [])];
    return commentIds.length === 0 || before.get(ids[at]!) === text ? [] : [{ clauseId: id, commentIds }];
  });
}
