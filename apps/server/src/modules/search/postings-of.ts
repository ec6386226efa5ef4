import { encodePosting, type Posting } from './posting';
import type { SearchDocument } from './search.model';
import type { ListChange } from './term-list';

/** What a document must say to know its postings. One of an earlier form has no number, and no postings. */
export type Indexed = Pick<SearchDocument, 'number' | 'at' | 'isDated' | 'terms' | 'marks'>;

export function postingsOf(document: Indexed | undefined): Map<string, Posting> {
  if (!document || typeof document.number !== 'number') return new Map();
  const { number, isDated, terms, marks } = document;
  const at = document.at.getTime();
  return new Map(terms.map((term, index) => [term, { at, number, isDated, mark: marks[index] ?? 0 }]));
}

export const isSamePosting = (a: Posting | undefined, b: Posting | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && encodePosting(a).equals(encodePosting(b)));

/** What has to change in the list of each term when documents take the place of others. */
export function changesOf(pairs: Iterable<{ before: Indexed | undefined; after: Indexed | undefined }>) {
  const changes = new Map<string, ListChange>();
  const changeOf = (term: string): ListChange => {
    const change = changes.get(term) ?? { remove: [], add: [] };
    changes.set(term, change);
    return change;
  };
  for (const { before, after } of pairs) {
    const old = postingsOf(before);
    for (const [term, posting] of postingsOf(after)) {
      const was = old.get(term);
      old.delete(term);
      if (isSamePosting(was, posting)) continue;
      if (was) changeOf(term).remove.push(was);
      changeOf(term).add.push(posting);
    }
    for (const [term, posting] of old) changeOf(term).remove.push(posting);
  }
  return changes;
}
