import type { RouteInput } from '@bandeng/contracts/types';
import type { Actor } from '../../http/actor';
import type { Page } from '../../platform/paging';
import { deskPlaceKey, groupKey, publicKeys, queueKey } from './comment-keys';
import type { CommentContext } from './comment.presenter';
import type { CommentRecord } from './comment.repository';
import { stateOf } from './consultation.policy';
import type { ConsultationOutline } from './consultation.repository';
import type { ConsultationsDeps } from './deps';
import { findWords } from './find-words';
import { findPlaces } from './versions/find-places';

type Present<T> = (comment: CommentRecord, context: CommentContext) => T;

/** Shows comments of one or several consultations to an actor: everything they need is read at once, not one by one. */
export async function describeComments<T>(
  deps: ConsultationsDeps,
  actor: Actor,
  given: { comments: readonly CommentRecord[]; consultations: ReadonlyMap<string, ConsultationOutline> },
  present: Present<T>,
): Promise<T[]> {
  const { comments, consultations } = given;
  if (comments.length === 0) return [];
  const ids = comments.map(comment => comment._id);
  const distinct = (values: readonly (string | null)[]) => [...new Set(values.filter(value => value !== null))];
  const accountIds = distinct(comments.map(comment => (comment.anonymous ? null : comment.accountId)));
  const isResident = actor.kind === 'resident';
  const reported = actor.roles.length === 0 ? [] : comments.filter(({ reportCount }) => reportCount > 0);
  const [accounts, mains, counters, supported, units, places, reports] = await Promise.all([
    accountIds.length > 0 ? deps.identity.describeAccounts(accountIds) : new Map<string, never>(),
    deps.comments.findMany(distinct(comments.map(comment => comment.duplicateOf))),
    deps.comments.findCounters(ids),
    isResident ? deps.comments.listSupported(ids, actor.accountId) : new Set<string>(),
    deps.organization.findUnits(distinct(unitsAtWork(comments, consultations))),
    findPlaces(deps, comments, consultations),
    deps.comments.reportsOf(reported.map(comment => comment._id)),
  ]);
  const now = deps.clock.now();
  const unitOf = (unitId: string) => ({ id: unitId, name: units.get(unitId)?.name ?? unitId });
  return comments.flatMap(comment => {
    const consultation = consultations.get(comment.consultationId);
    if (!consultation) return [];
    return [
      present(comment, {
        actor,
        consultation,
        state: stateOf(consultation, now),
        unit: unitOf(consultation.unitId),
        unitOf,
        account: comment.accountId === null ? undefined : accounts.get(comment.accountId),
        authorName: openAuthorName(deps, comment),
        place: places.get(comment._id),
        main: comment.duplicateOf === null ? undefined : mains.get(comment.duplicateOf),
        reports: reports.filter(({ commentId }) => commentId === comment._id),
        supportCount: counters.get(comment._id)?.supports ?? 0,
        isSupported: supported.has(comment._id),
      }),
    ];
  });
}

/** Who asks, who is asked to answer, who wrote a note. */
const unitsAtWork = (
  comments: readonly CommentRecord[],
  consultations: ReadonlyMap<string, ConsultationOutline>,
): (string | null)[] => [
  ...[...consultations.values()].map(({ unitId }) => unitId),
  ...comments.flatMap(({ assignment, notes = [] }) => [
    assignment?.unitId ?? null,
    ...notes.map(({ unitId }) => unitId),
  ]),
];

export async function describeComment<T>(
  deps: ConsultationsDeps,
  actor: Actor,
  { comment, consultation }: { comment: CommentRecord; consultation: ConsultationOutline },
  present: Present<T>,
): Promise<T> {
  const consultations = new Map([[consultation._id, consultation]]);
  const [shown] = await describeComments(deps, actor, { comments: [comment], consultations }, present);
  return shown!;
}

/** A comment that was stored this moment: nobody has supported, linked or answered it yet, so there is little to read. */
export async function describeNewComment<T>(
  deps: ConsultationsDeps,
  actor: Actor,
  { comment, consultation }: { comment: CommentRecord; consultation: ConsultationOutline },
  present: Present<T>,
): Promise<T> {
  const { accountId, anonymous } = comment;
  const accounts = anonymous || accountId === null ? null : await deps.identity.describeAccounts([accountId]);
  const places = await findPlaces(deps, [comment], new Map([[consultation._id, consultation]]));
  return present(comment, {
    actor,
    consultation,
    state: stateOf(consultation, deps.clock.now()),
    unit: { id: consultation.unitId, name: consultation.unitId },
    unitOf: id => ({ id, name: id }),
    account: accountId === null ? undefined : accounts?.get(accountId),
    authorName: openAuthorName(deps, comment),
    place: places.get(comment._id),
    main: undefined,
    reports: [],
    supportCount: 0,
    isSupported: false,
  });
}

function openAuthorName({ fields }: ConsultationsDeps, { _id, authorName }: CommentRecord): string | null {
  return authorName === null
    ? null
    : fields.decrypt(authorName, { collection: 'comments', id: _id, field: 'authorName' });
}

/** The comments everybody may read, newest first. Results are told only once the outcome is. */
export async function listPublic(
  deps: ConsultationsDeps,
  consultation: ConsultationOutline,
  query: RouteInput<'consultations.comments.list'>['query'],
): Promise<Page<CommentRecord>> {
  const isAnswered = stateOf(consultation, deps.clock.now()) === 'answered';
  const { target: place, field, result } = query;
  if (result !== undefined && !isAnswered) return { items: [], nextCursor: null };
  const keys = publicKeys(consultation._id, isAnswered ? 'end' : 'now', { place, field, result });
  return deps.comments.listByKeys(keys, query);
}

/** A queue of the desk, a place or a group, and of it what says these words; or one comment that is known. */
export async function listQueue(
  deps: ConsultationsDeps,
  consultationId: string,
  query: RouteInput<'staff.comments.list'>['query'],
): Promise<Page<CommentRecord>> {
  const { queue, place, group, q } = query;
  if (query.comment !== undefined) {
    const one = await deps.comments.find(query.comment);
    return { items: one?.consultationId === consultationId ? [one] : [], nextCursor: null };
  }
  const words = q === undefined ? [] : await findWords(deps, consultationId, q);
  if (words === null) return { items: [], nextCursor: null };
  const lists = [
    ...(group === undefined ? [] : [groupKey(consultationId, group)]),
    ...(place === undefined ? [] : [deskPlaceKey(consultationId, place)]),
  ];
  return deps.comments.listByKeys([...words, ...(lists.length > 0 ? lists : [queueKey(consultationId, queue)])], query);
}

export async function listOwn(
  deps: ConsultationsDeps,
  accountId: string,
  query: RouteInput<'me.comments.list'>['query'],
): Promise<Page<CommentRecord> & { consultations: Map<string, ConsultationOutline> }> {
  const page = await deps.comments.listOfAccount(accountId, query.consultation, query);
  const ids = [...new Set(page.items.map(comment => comment.consultationId))];
  return { ...page, consultations: await deps.consultations.findOutlines(ids) };
}
