import type { FoundRecord } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../../http/actor';
import type { DraftsDeps } from './deps';
import { listDrafts } from './read-drafts';

/** The newest ones are looked through: older drafts have become notices. */
const LOOKED_THROUGH = 100;

/** Notices not yet public, by title, of the units this member writes, reviews or checks for. */
export async function findNoticeDrafts(
  deps: DraftsDeps,
  actor: OfficeActor,
  { words, limit }: { words: string; limit: number },
): Promise<FoundRecord[]> {
  const { items } = await listDrafts(deps, actor, { limit: LOOKED_THROUGH });
  return items
    .filter(({ title }) => title.includes(words))
    .slice(0, limit)
    .map(({ id, title, unit }) => ({ kind: 'draft', id, title, note: unit.name }));
}
