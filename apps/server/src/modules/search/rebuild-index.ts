import type { SearchDeps } from './deps';
import { indexThings } from './index-documents';
import type { SearchKind } from './search.model';

const AT_ONCE = 500;
/** Terms counted in one transaction. */
const TERMS_AT_ONCE = 50;

/**
 * Brings the whole index in line with what is public now, in place: every public thing can be found all the while, and changes that come
 * meanwhile are indexed as always. Returns how many documents there are.
 */
export async function rebuildIndex(deps: SearchDeps): Promise<number> {
  const seen = new Set<string>();
  let count = 0;
  for (const kind of Object.keys(deps.sources) as SearchKind[]) {
    for await (const ids of deps.sources[kind].listIds()) {
      count += await indexThings(deps, kind, ids);
      ids.forEach(id => seen.add(`${kind}:${id}`));
    }
  }
  // What no source named is looked at once more: it leaves, or it came while this ran.
  for await (const page of deps.documents.listAll(AT_ONCE)) {
    for (const { _id, kind, refId } of page) if (!seen.has(_id)) count += await indexThings(deps, kind, [refId]);
  }
  await recountTerms(deps);
  return count;
}

/** Only those whose number is not that of the documents are counted anew, each in a transaction. */
async function recountTerms({ documents, transaction }: SearchDeps): Promise<void> {
  const actual = new Map<string, number>();
  for await (const page of documents.listAll(AT_ONCE))
    for (const { terms } of page) for (const term of terms) actual.set(term, (actual.get(term) ?? 0) + 1);
  const wrong: string[] = [];
  for await (const page of documents.listAllTerms(AT_ONCE)) {
    for (const { _id, documents: kept } of page) {
      if (actual.get(_id) !== kept) wrong.push(_id);
      actual.delete(_id);
    }
  }
  wrong.push(...actual.keys());
  for (let at = 0; at < wrong.length; at += TERMS_AT_ONCE) {
    const some = wrong.slice(at, at + TERMS_AT_ONCE);
    await transaction(tx => documents.recount(some, tx));
  }
}
