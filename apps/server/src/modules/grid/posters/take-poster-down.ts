import type { GridRecord } from '@bandeng/contracts/types';
import type { GridDeps } from '../deps';
import { liesIn } from '../grid.policy';
import type { Answer, Arrival } from '../sync-records';

type PosterDown = Extract<GridRecord, { kind: 'poster_down' }>;

/** Takes in that a poster came down; whoever walks there now may do it, and two who did are one. */
export async function takePosterDown(
  deps: GridDeps,
  { areaIds }: { areaIds: readonly string[] },
  { down, arrival }: { down: PosterDown; arrival: Arrival },
): Promise<Answer> {
  const { id, posterId } = down;
  const poster = await deps.posters.find(posterId);
  if (!poster || !liesIn(poster.lineage, areaIds))
    return { id, result: 'rejected', reason: '这张海报没有记录，可能贴的那一条还没收下。先看那一条，再试一次。' };
  if (poster.downId === id) return { id, result: 'known' };
  await deps.transaction(tx => deps.posters.takeDown(posterId, { downId: id, downOn: arrival.on }, tx));
  return { id, result: 'accepted', isLate: arrival.isLate };
}
