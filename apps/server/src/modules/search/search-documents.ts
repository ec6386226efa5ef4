import type { RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import { looksLikeNumber } from '@bandeng/rules';
import { sha256 } from '../../platform/crypto';
import { normalize, queryWords } from '../../platform/words';
import type { SearchDeps } from './deps';
import { findCarriers, type Carrier } from './find-carriers';
import { kindTerm } from './index-documents';
import { presentHits } from './present-hits';
import { rankCarriers } from './rank-carriers';
import { rarestFirst, resolveTerms } from './resolve-terms';
import type { TermList } from './term-list';

/** So many of the newest candidates are ranked; `cut` says when there were more. */
const MAX_CANDIDATES = 2_000;

export async function searchDocuments(
  deps: SearchDeps,
  query: RouteInput<'search.query'>['query'],
): Promise<RouteAnswer<'search.query'>> {
  const list = `search:${sha256(`${query.kind ?? ''}\n${normalize(query.q)}`).slice(0, 16)}`;
  const place = query.cursor === undefined ? [] : deps.cursors.decode(list, query.cursor);
  const [offset = 0, asOf, lastNumber] = place as Partial<[number, Date, number]>;
  const now = asOf ?? deps.clock.now();
  const words = looksLikeNumber(query.q) ? [normalize(query.q)] : queryWords(query.q);
  const found = await findCandidates(deps, query, { now, lastNumber });
  if (!found) return { items: [], nextCursor: null, total: 0, cut: false, words };

  const candidates = found.carriers.slice(0, MAX_CANDIDATES);
  const ranked = rankCarriers(candidates, { lists: found.lists, phrase: normalize(query.q), now });
  const next = offset + query.limit;
  const page = ranked.slice(offset, next).map(carrier => carrier.number);
  return {
    items: await presentHits(deps, page, words),
    nextCursor:
      next < ranked.length ? deps.cursors.encode(list, [next, now, lastNumber ?? lastNumberOf(candidates)]) : null,
    total: candidates.length,
    cut: found.isCut || found.carriers.length > MAX_CANDIDATES,
    words,
  };
}

interface Found {
  lists: TermList[];
  carriers: Carrier[];
  isCut: boolean;
}

/** In one transaction: lists and their blocks are of one moment, whoever changes them meanwhile. */
function findCandidates(
  deps: SearchDeps,
  { q, kind }: RouteInput<'search.query'>['query'],
  { now, lastNumber }: { now: Date; lastNumber: number | undefined },
): Promise<Found | null> {
  return deps.transaction(async tx => {
    const lists = await resolveTerms(deps, q, tx);
    if (!lists) return null;
    const ofKind = kind ? [...(await deps.documents.readLists([kindTerm(kind)], tx)).values()] : [];
    const groups = rarestFirst([...lists, ...ofKind].map(list => [list]));
    const filter = { groups, until: now, withUndated: kind !== 'notice', lastNumber };
    const { carriers, isCut } = await findCarriers(deps, filter, MAX_CANDIDATES + 1, tx);
    // Marks come in the order of the groups; that of the kind says nothing.
    const order = lists.map(list => groups.findIndex(([first]) => first === list));
    const ordered = carriers.map(carrier => ({ ...carrier, marks: order.map(index => carrier.marks[index]!) }));
    return { lists, carriers: ordered, isCut };
  });
}

/** The greatest number that the first page knew. */
const lastNumberOf = (candidates: readonly Carrier[]): number =>
  candidates.reduce((last, { number }) => Math.max(last, number), 0);
