import type { SearchDeps } from './deps';
import { indexThings } from './index-documents';
import { repairLists } from './repair-lists';
import type { SearchKind } from './search.model';

const AT_ONCE = 500;

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
  await repairLists(deps);
  return count;
}

/** An index of the form before the lists is made anew; until that is done, it finds what it has got so far. */
export async function renewFormerIndex(deps: SearchDeps): Promise<void> {
  if (!(await deps.documents.isOfFormerForm())) return;
  deps.logger.info('the search index has a former form: it is made anew');
  await deps.documents.dropFormerIndex();
  const documents = await rebuildIndex(deps);
  deps.logger.info({ documents }, 'the search index was made anew');
}
