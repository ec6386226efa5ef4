import type { CommentTarget } from '@bandeng/contracts/schemas';
import { placeOf, publicKeys, type Visibility } from './comment-keys';
import type { CommentRecord } from './comment.repository';
import type { ConsultationsDeps } from './deps';

/** The newest comments looked at: of the same place, and of the whole draft. */
const OF_THE_PLACE = 200;
const OF_THE_DRAFT = 300;
const COMPARED_LETTERS = 600;
const SUGGESTED = 5;
/** Below this share of common pairs of characters two texts are about different things. */
const MIN_SHARE = 0.2;
const MIN_PAIRS = 2;

/** Pairs of neighbouring characters; across punctuation there are none. */
function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (const run of text
    .slice(0, COMPARED_LETTERS)
    .toLowerCase()
    .split(/[^\p{Letter}\p{Number}]+/u)) {
    const letters = Array.from(run);
    for (let at = 0; at + 1 < letters.length; at += 1) pairs.add(letters[at]! + letters[at + 1]!);
  }
  return pairs;
}

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let common = 0;
  for (const pair of small) if (large.has(pair)) common += 1;
  return common < MIN_PAIRS ? 0 : common / small.size;
}

/** Public comments that say much the same: of the same place first, then the closest in words. */
export async function findSimilar(
  { comments }: Pick<ConsultationsDeps, 'comments'>,
  given: { consultationId: string; phase: keyof Visibility; target: CommentTarget; body: string },
): Promise<CommentRecord[]> {
  const { consultationId, phase, target, body } = given;
  const place = placeOf(target);
  const field = target.kind === 'entry' ? target.field : undefined;
  const [placeKey = ''] = publicKeys(consultationId, phase, { place, field });
  const [draftKey = ''] = publicKeys(consultationId, phase);
  const [near, far] = await Promise.all([
    comments.listNewestByKey(placeKey, OF_THE_PLACE),
    comments.listNewestByKey(draftKey, OF_THE_DRAFT),
  ]);
  const nearIds = new Set(near.map(comment => comment._id));
  const wanted = pairsOf(body);
  return [...near, ...far.filter(comment => !nearIds.has(comment._id))]
    .map(comment => ({ comment, isNear: nearIds.has(comment._id), share: shareOf(wanted, pairsOf(comment.body)) }))
    .filter(({ share }) => share >= MIN_SHARE)
    .sort(
      (a, b) => Number(b.isNear) - Number(a.isNear) || b.share - a.share || (a.comment._id < b.comment._id ? -1 : 1),
    )
    .slice(0, SUGGESTED)
    .map(({ comment }) => comment);
}
