import { sha256 } from '../../platform/crypto';
import type { SearchDeps } from './deps';
import { findCarriers } from './find-carriers';
import { facetTerm, kindTerm } from './index-documents';
import type { PostingKey } from './posting';
import { rarestFirst, resolveTerms } from './resolve-terms';
import type { SearchKind } from './search.model';

export interface NewestWanted {
  /** Notices when it is not given. */
  kind?: Extract<SearchKind, 'notice' | 'answer'>;
  q: string;
  /** All of these. */
  facets: readonly string[];
  /** One of these; empty for any. */
  anyOf: readonly string[];
  since?: Date | undefined;
  until: Date;
  limit: number;
  cursor?: string | undefined;
}

/** Ids of things of one kind that carry all words of `q` and all facets, newest first. */
export async function listNewest(
  deps: Pick<SearchDeps, 'documents' | 'cursors' | 'transaction'>,
  { kind = 'notice', q, facets, anyOf, since, until, limit, cursor }: NewestWanted,
): Promise<{ ids: string[]; nextCursor: string | null }> {
  const list = `${kind}s:${sha256(JSON.stringify([q, facets, anyOf])).slice(0, 16)}`;
  const after = cursor === undefined ? undefined : keyOf(deps.cursors.decode(list, cursor) as [Date, number]);
  const carriers = await deps.transaction(async tx => {
    const words = await resolveTerms(deps, q, tx);
    if (!words) return [];
    const needed = [kindTerm(kind), ...facets.map(facetTerm)];
    const choice = anyOf.map(facetTerm);
    const lists = await deps.documents.readLists([...needed, ...choice], tx);
    const groups = [
      ...[...words, ...needed.map(term => lists.get(term)!)].map(one => [one]),
      ...(choice.length > 0 ? [choice.map(term => lists.get(term)!)] : []),
    ];
    const filter = { groups: rarestFirst(groups), since, until, withUndated: false, after };
    return (await findCarriers(deps, filter, limit + 1, tx)).carriers;
  });
  const page = carriers.slice(0, limit);
  const last = page.at(-1);
  const refs = new Map((await deps.documents.findRefs(page.map(({ number }) => number))).map(ref => [ref.number, ref]));
  return {
    ids: page.flatMap(({ number }) => refs.get(number)?.refId ?? []),
    nextCursor: carriers.length > limit && last ? deps.cursors.encode(list, [new Date(last.at), last.number]) : null,
  };
}

const keyOf = ([at, number]: [Date, number]): PostingKey => ({ at: at.getTime(), number });
