import type { CommentTarget } from '@bandeng/contracts/schemas';
import { isCommentPublic, maskPersonalData, type DisplayRule } from '@bandeng/rules';
import { termsOf } from '../../platform/words';
import type { CommentRecord } from './comment.repository';
import { likenessKeys } from './likeness';

type Facts = Pick<
  CommentRecord,
  | 'consultationId'
  | 'target'
  | 'check'
  | 'review'
  | 'withdrawnAt'
  | 'duplicateOf'
  | 'answer'
  | 'isReported'
  | 'heard'
  | 'body'
  | 'proposedText'
  | 'groupOf'
  | 'assignment'
  | 'anonymous'
>;

/** Whether everybody sees a comment before the outcome (`now`) and with it (`end`). */
export interface Visibility {
  now: boolean;
  end: boolean;
}

export function visibilityOf(comment: Facts, display: DisplayRule): Visibility {
  // Said to the office only: counted and answered, shown to nobody.
  if (isUnpublished(comment)) return { now: false, end: false };
  const isVisible = (consultationState: 'open' | 'answered') =>
    isCommentPublic({
      display,
      consultationState,
      check: comment.check,
      review: comment.review,
      withdrawn: comment.withdrawnAt !== null,
      phoneVerified: false,
      anonymous: comment.anonymous,
    }).visible;
  return { now: isVisible('open'), end: isVisible('answered') };
}

/** Whether its words may be written into the next draft. */
export const isAdopted = ({
  withdrawnAt,
  duplicateOf,
  answer,
}: Pick<CommentRecord, 'withdrawnAt' | 'duplicateOf' | 'answer'>): boolean =>
  withdrawnAt === null && duplicateOf === null && (answer?.result === 'adopted' || answer?.result === 'partly');

/** Whether its author agreed to no more than being heard. */
export const isUnpublished = ({ heard }: Pick<CommentRecord, 'heard'>): boolean => heard?.consent === 'unpublished';

/** The place a comment speaks of, as one word: the id of the clause or entry (also of what something is missing under), or `whole`. */
export function placeOf(target: CommentTarget): string {
  if (target.kind === 'whole') return 'whole';
  return target.kind === 'addition' ? target.parentId : target.id;
}

/** The queues of the desk. */
export type Queue = 'all' | 'to_review' | 'to_answer' | 'to_approve' | 'assigned' | 'reported' | 'adopted';
export const queueKey = (consultationId: string, queue: Queue): string => `${consultationId}|${queue}`;

/** For the desk: everything said of one place, and those of one group. */
export const deskPlaceKey = (consultationId: string, place: string): string => `${consultationId}|all@${place}`;
export const groupKey = (consultationId: string, groupOf: string): string => `${consultationId}|group@${groupOf}`;

/** For the desk: comments that say a word. */
export const wordKey = (consultationId: string, word: string): string => `${consultationId}^${word}`;
/** A longer comment is found by the words it begins with. */
const MOST_WORDS = 300;

/** Of what the desk is shown: a number that leads to a person is in no index. */
const wordKeys = (consultationId: string, { body, proposedText }: Pick<Facts, 'body' | 'proposedText'>): string[] =>
  termsOf(maskPersonalData(proposedText === null ? body : `${body}\n${proposedText}`))
    .slice(0, MOST_WORDS)
    .map(word => wordKey(consultationId, word));

/** The list everybody sees: `now` before the outcome, `end` with it; narrowed to a place, a column of it, a result. */
export function publicKeys(
  consultationId: string,
  phase: keyof Visibility,
  narrow: { place?: string | undefined; field?: string | undefined; result?: string | undefined } = {},
): string[] {
  const { place, field, result } = narrow;
  const base = `${consultationId}|${phase}`;
  const narrowed = [
    ...(place !== undefined && field !== undefined ? [`${base}|${place}|${field}`] : []),
    ...(place !== undefined && field === undefined ? [`${base}|${place}`] : []),
    ...(place === undefined && field !== undefined ? [`${base}||${field}`] : []),
    ...(result !== undefined ? [`${base}#${result}`] : []),
  ];
  return narrowed.length > 0 ? narrowed : [base];
}

/**
 * What lists find a comment by. Made anew whenever the comment changes, so that a list is one range of one index and its
 * rule of visibility is written once.
 */
export function keysOf(comment: Facts, display: DisplayRule): string[] {
  const { consultationId, target, withdrawnAt, duplicateOf, answer, groupOf, assignment } = comment;
  const isStanding = withdrawnAt === null;
  const isOpen = isStanding && duplicateOf === null && answer === null;
  const queues: Queue[] = [
    'all',
    ...(isStanding && needsReview(comment, display) ? (['to_review'] as const) : []),
    ...(isOpen ? (['to_answer'] as const) : []),
    ...(isOpen && assignment ? ([assignment.draft ? 'to_approve' : 'assigned'] as const) : []),
    ...(isStanding && comment.isReported ? (['reported'] as const) : []),
    ...(isAdopted(comment) ? (['adopted'] as const) : []),
  ];
  const visibility = visibilityOf(comment, display);
  const place = placeOf(target);
  const field = target.kind === 'entry' ? target.field : undefined;
  const shown = (['now', 'end'] as const)
    .filter(phase => visibility[phase])
    .flatMap(phase => {
      const result = phase === 'end' && duplicateOf === null ? answer?.result : undefined;
      return [
        ...publicKeys(consultationId, phase),
        ...publicKeys(consultationId, phase, { place }),
        ...(field === undefined ? [] : publicKeys(consultationId, phase, { place, field })),
        ...(field === undefined ? [] : publicKeys(consultationId, phase, { field })),
        ...(result === undefined ? [] : publicKeys(consultationId, phase, { result })),
      ];
    });
  return [
    ...queues.map(queue => queueKey(consultationId, queue)),
    deskPlaceKey(consultationId, place),
    ...(groupOf ? [groupKey(consultationId, groupOf)] : []),
    // With its check, which writes it anyhow: what comes in by the hundred a second is not weighed down by more of the index.
    ...(isStanding && comment.check !== 'pending'
      ? [...likenessKeys(consultationId, comment.body), ...wordKeys(consultationId, comment)]
      : []),
    ...shown,
  ];
}

/** Whether a person has to decide before it can be shown (PRODUCT, principle 10). */
function needsReview({ check, review, heard }: Facts, display: DisplayRule): boolean {
  if (review !== 'none' || isUnpublished({ heard })) return false;
  return display === 'after_review' || check === 'review' || check === 'risky' || check === 'unknown';
}
