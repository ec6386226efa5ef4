import type { FoundRecord } from '@bandeng/contracts/types';
import { unitsOf, type OfficeActor } from '../../../http/actor';
import type { DraftsDeps } from './deps';
import { DRAFT_READERS, listDrafts, summarizeDrafts } from './read-drafts';
import { pairsOf, plainTitle } from './title-pairs';

/** One sign has no pair: the newest ones are looked through. */
const LOOKED_THROUGH = 100;

/** Notices not yet public, by words of their title, of the units this member writes, reviews or checks for. */
export async function findNoticeDrafts(
  deps: DraftsDeps,
  actor: OfficeActor,
  { words, limit }: { words: string; limit: number },
): Promise<FoundRecord[]> {
  const unitIds = unitsOf(actor, ...DRAFT_READERS);
  if (unitIds.length === 0) return [];
  const pairs = pairsOf(words);
  const found =
    pairs.length > 0
      ? await summarizeDrafts(deps, await deps.drafts.listByPairs({ unitIds, pairs }, LOOKED_THROUGH))
      : (await listDrafts(deps, actor, { limit: LOOKED_THROUGH })).items;
  return found
    .filter(({ title }) => plainTitle(title).includes(plainTitle(words)))
    .slice(0, limit)
    .map(({ id, title, unit }) => ({ kind: 'draft', id, title, note: unit.name }));
}
