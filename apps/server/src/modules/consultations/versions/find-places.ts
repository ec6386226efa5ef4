import { placeOf } from '../comment-keys';
import type { CommentRecord } from '../comment.repository';
import type { ConsultationOutline } from '../consultation.repository';
import type { ConsultationsDeps } from '../deps';
import { placeNow, type PlaceNow } from './place-now';

/** What these comments speak of now, by their ids: of those whose draft has been changed since it was opened; all others stand where they did. */
export async function findPlaces(
  { consultations, versions }: Pick<ConsultationsDeps, 'consultations' | 'versions'>,
  comments: readonly CommentRecord[],
  of: ReadonlyMap<string, ConsultationOutline>,
): Promise<Map<string, PlaceNow>> {
  const places = new Map<string, PlaceNow>();
  for (const [id, { draftVersion: currentVersion = 1 }] of of) {
    const spoken = currentVersion === 1 ? [] : comments.filter(({ consultationId }) => consultationId === id);
    if (spoken.length === 0) continue;
    const itemIds = [...new Set(spoken.map(({ target }) => placeOf(target)))];
    const [items, changes, written] = await Promise.all([
      consultations.findItems(id, itemIds),
      versions.allChangesOf(id, itemIds),
      versions.allChangesFrom(
        id,
        spoken.map(({ _id }) => _id),
      ),
    ]);
    for (const comment of spoken) {
      const itemId = placeOf(comment.target);
      places.set(comment._id, {
        ...placeNow(comment, {
          currentVersion,
          changes: changes.filter(change => change.itemId === itemId),
          item: items.get(itemId),
        }),
        carriedIn: written.findLast(({ commentIds = [] }) => commentIds.includes(comment._id))?.version ?? null,
      });
    }
  }
  return places;
}
