import type { RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import { AppError } from '../../../platform/errors';
import { placeCounter } from '../consultation.presenter';
import type { ConsultationsDeps } from '../deps';
import { getPublic } from '../read-consultations';

/** The drafts that people were asked about, the newest first; the last one is the draft it began with. */
export async function listVersions(
  deps: ConsultationsDeps,
  id: string,
  query: RouteInput<'consultations.versions'>['query'],
): Promise<RouteAnswer<'consultations.versions'>> {
  const { opensAt } = await getPublic(deps, id);
  const { items, nextCursor } = await deps.versions.list(id, query);
  const none = { new: 0, changed: 0, removed: 0 };
  const later = items.map(({ version, reason, publishedAt, counts }) => ({
    ...{ id: String(version), version, reason, counts, publishedAt: publishedAt.toISOString() },
  }));
  const first = { id: '1', version: 1, reason: null, counts: none, publishedAt: opensAt.toISOString() };
  return { items: nextCursor === null ? [...later, first] : later, nextCursor };
}

/** What one draft changed of the one before it; how much was said of what is gone stays with it. */
export async function listChanges(
  deps: ConsultationsDeps,
  { id, version }: RouteInput<'consultations.changes'>['params'],
  query: RouteInput<'consultations.changes'>['query'],
): Promise<RouteAnswer<'consultations.changes'>> {
  const { draftVersion = 1 } = await getPublic(deps, id);
  if (version > draftVersion) throw new AppError('consultation.version_not_found');
  const { items, nextCursor } = await deps.versions.listChanges(id, version, query);
  const counters = await deps.comments.findCounters(items.map(({ itemId }) => placeCounter(id, itemId)));
  return {
    items: items.map(({ itemId, change, labelBefore, label, before, after, fields }) => ({
      ...{ id: itemId, change, labelBefore, label, before, after, fields },
      commentCount: counters.get(placeCounter(id, itemId))?.received ?? 0,
    })),
    nextCursor,
  };
}
