import type { CommentTarget } from '@bandeng/contracts/schemas';
import { deskPlaceKey, placeOf, publicKeys, queueKey, type Visibility } from './comment-keys';
import type { CommentRecord } from './comment.repository';
import type { ConsultationsDeps } from './deps';
import { likenessKeys, pairsOf, shareOf } from './likeness';

/** The newest comments looked at: of the same place, of the whole draft; and, however old, of each likeness of the words. */
const OF_THE_PLACE = 200;
const OF_THE_DRAFT = 300;
const OF_A_LIKENESS = 60;
const SUGGESTED = 5;
const SUGGESTED_AT_DESK = 20;
/** Below this share of common pairs of characters two texts are about different things. */
const MIN_SHARE = 0.2;

type Deps = Pick<ConsultationsDeps, 'comments'>;

/** Of these and of those like the words wherever they stand, the closest: of the same place first. */
async function closest(
  { comments }: Deps,
  given: {
    consultationId: string;
    body: string;
    /** Lists of the place, and of the whole draft. */
    nearKey: string;
    farKey: string;
    fits: (one: CommentRecord) => boolean;
  },
  most: number,
): Promise<CommentRecord[]> {
  const { consultationId, body, nearKey, farKey, fits } = given;
  const [near, far, ...alike] = await Promise.all([
    comments.listNewestByKey(nearKey, OF_THE_PLACE),
    comments.listNewestByKey(farKey, OF_THE_DRAFT),
    ...likenessKeys(consultationId, body).map(key => comments.listNewestByKey(key, OF_A_LIKENESS)),
  ]);
  const nearIds = new Set(near.map(({ _id }) => _id));
  const all = new Map([...near, ...far, ...alike.flat()].map(comment => [comment._id, comment]));
  const wanted = pairsOf(body);
  return [...all.values()]
    .filter(fits)
    .map(comment => ({ comment, isNear: nearIds.has(comment._id), share: shareOf(wanted, pairsOf(comment.body)) }))
    .filter(({ share }) => share >= MIN_SHARE)
    .sort(
      (a, b) => Number(b.isNear) - Number(a.isNear) || b.share - a.share || (a.comment._id < b.comment._id ? -1 : 1),
    )
    .slice(0, most)
    .map(({ comment }) => comment);
}

/** Public comments that say much the same: of the same place first, then the closest in words. */
export async function findSimilar(
  deps: Deps,
  given: { consultationId: string; phase: keyof Visibility; target: CommentTarget; body: string },
): Promise<CommentRecord[]> {
  const { consultationId, phase, target, body } = given;
  const place = placeOf(target);
  const field = target.kind === 'entry' ? target.field : undefined;
  const [placeKey = ''] = publicKeys(consultationId, phase, { place, field });
  const [draftKey = ''] = publicKeys(consultationId, phase);
  const fits = ({ keys }: CommentRecord) => keys.includes(draftKey);
  return closest(deps, { consultationId, body, nearKey: placeKey, farKey: draftKey, fits }, SUGGESTED);
}

/** For the desk: all that stand, shown or not, but the comment itself. */
export async function findSimilarAtDesk(deps: Deps, comment: CommentRecord): Promise<CommentRecord[]> {
  const { _id, consultationId, target, body } = comment;
  const fits = (one: CommentRecord) => one._id !== _id && one.withdrawnAt === null && one.duplicateOf === null;
  const nearKey = deskPlaceKey(consultationId, placeOf(target));
  const farKey = queueKey(consultationId, 'all');
  return closest(deps, { consultationId, body, nearKey, farKey, fits }, SUGGESTED_AT_DESK);
}
