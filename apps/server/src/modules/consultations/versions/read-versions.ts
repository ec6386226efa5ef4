import type { RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import type { Actor } from '../../../http/actor';
import { AppError } from '../../../platform/errors';
import { visibilityOf } from '../comment-keys';
import { presentPublicComment, presentStaffComment } from '../comment.presenter';
import { runsConsultations, stateOf } from '../consultation.policy';
import { placeCounter } from '../consultation.presenter';
import type { ConsultationOutline } from '../consultation.repository';
import type { ConsultationsDeps } from '../deps';
import { describeComments } from '../read-comments';
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
  actor: Actor,
  { params: { id, version }, query }: Pick<RouteInput<'consultations.changes'>, 'params' | 'query'>,
): Promise<RouteAnswer<'consultations.changes'>> {
  const consultation = await getPublic(deps, id);
  if (version > (consultation.draftVersion ?? 1)) throw new AppError('consultation.version_not_found');
  const { items, nextCursor } = await deps.versions.listChanges(id, version, query);
  const counters = await deps.comments.findCounters(items.map(({ itemId }) => placeCounter(id, itemId)));
  const sources = await describeSources(
    deps,
    actor,
    consultation,
    items.flatMap(({ commentIds = [] }) => commentIds),
  );
  return {
    items: items.map(({ itemId, change, labelBefore, label, before, after, fields, commentIds = [] }) => ({
      ...{ id: itemId, change, labelBefore, label, before, after, fields },
      commentCount: counters.get(placeCounter(id, itemId))?.received ?? 0,
      adopted: commentIds.flatMap(commentId => sources.get(commentId) ?? []),
    })),
    nextCursor,
  };
}

type Source = RouteAnswer<'consultations.changes'>['items'][number]['adopted'][number];

/** The comments that a draft was written from, by id: the office sees all of them, everybody else what is public by now. */
async function describeSources(
  deps: ConsultationsDeps,
  actor: Actor,
  consultation: ConsultationOutline,
  commentIds: readonly string[],
): Promise<Map<string, Source>> {
  const all = [...(await deps.comments.findMany(commentIds)).values()];
  const consultations = new Map([[consultation._id, consultation]]);
  const runs = runsConsultations(actor, consultation.unitId);
  const phase = stateOf(consultation, deps.clock.now()) === 'answered' ? 'end' : 'now';
  const comments = runs ? all : all.filter(comment => visibilityOf(comment, consultation.display)[phase]);
  const shown = await describeComments<Source>(
    deps,
    actor,
    { comments, consultations },
    runs ? presentStaffComment : presentPublicComment,
  );
  return new Map(shown.map(({ id, author, body, proposedText }) => [id, { id, author, body, proposedText }]));
}
