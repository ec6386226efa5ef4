import { looksLikeNumber } from '@bandeng/rules';
import type { Tx } from '../../platform/transaction';
import { piecesOf, queryWords } from '../../platform/words';
import type { SearchDeps } from './deps';
import { numberTerm } from './index-documents';
import type { TermList } from './term-list';

/** The lists of terms that all must be there, rarest first; null when one is nowhere in the index. */
export async function resolveTerms(
  { documents }: Pick<SearchDeps, 'documents'>,
  q: string,
  tx: Tx,
): Promise<TermList[] | null> {
  if (looksLikeNumber(q)) {
    const term = numberTerm(q);
    const list = (await documents.readLists([term], tx)).get(term)!;
    if (list.documents > 0) return [list];
  }
  const words = queryWords(q);
  if (words.length === 0) return null;
  const pieces = new Map(words.map(word => [word, piecesOf(word)]));
  const lists = await documents.readLists([...new Set([...words, ...[...pieces.values()].flat()])], tx);
  const isKnown = (term: string) => lists.get(term)!.documents > 0;
  const terms = [...new Set(words.flatMap(word => (isKnown(word) ? [word] : (pieces.get(word) ?? []))))];
  if (terms.length === 0 || !terms.every(isKnown)) return null;
  return terms.map(term => lists.get(term)!).sort((a, b) => a.documents - b.documents);
}

/** Lists of which one document must carry one of each group: the rarest first, for it is the one that is walked. */
export const rarestFirst = (groups: readonly (readonly TermList[])[]): (readonly TermList[])[] =>
  [...groups].sort((a, b) => weightOf(a) - weightOf(b));

/** A choice of several never leads. */
const weightOf = (group: readonly TermList[]): number => (group.length === 1 ? group[0]!.documents : Infinity);
