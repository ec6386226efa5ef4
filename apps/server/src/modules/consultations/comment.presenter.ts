import type { OwnComment, PublicComment, Ref, StaffComment } from '@bandeng/contracts/types';
import { ANONYMOUS_AUTHOR, answerKindLabels, isCommentPublic, maskName, maskPersonalData } from '@bandeng/rules';
import { isKnown, type Actor } from '../../http/actor';
import { CLOSED_NAME } from '../identity';
import { visibilityOf } from './comment-keys';
import type { AnswerRecord, AssignmentRecord, CommentRecord, ReportRecord } from './comment.repository';
import { commentAbilities, type ConsultationState } from './consultation.policy';
import type { ConsultationOutline } from './consultation.repository';
import type { PlaceNow } from './versions/place-now';

/** What is needed beside a comment to show it. */
export interface CommentContext {
  actor: Actor;
  consultation: ConsultationOutline;
  state: ConsultationState;
  unit: Ref;
  account: { displayName: string; maskedName: string; isPhoneVerified: boolean } | undefined;
  /** Name on a letter, opened. */
  authorName: string | null;
  /** Names of the units at work on it. */
  unitOf: (unitId: string) => Ref;
  /** What it speaks of now, when the draft was changed since it was opened. */
  place: PlaceNow | undefined;
  /** The main comment, when this one repeats it. */
  main: CommentRecord | undefined;
  /** For staff only: why it was reported, the latest first. */
  reports: readonly ReportRecord[];
  supportCount: number;
  isSupported: boolean;
}

/** Columns whose proposed text is a telephone number of an office: not masked. */
const PHONE_FIELDS: ReadonlySet<string> = new Set(['phone', 'supervisionPhone']);
const WITHDRAWN_BODY = '作者撤回了这条意见。';

/** How the author is named in public: by the name of choice, else the own name only when the phone is verified. */
function authorLabel(comment: CommentRecord, { account, authorName, consultation, state }: CommentContext): string {
  if (comment.isAuthorGone) return CLOSED_NAME;
  if (comment.recordedBy !== null)
    return authorName === null || comment.anonymous ? ANONYMOUS_AUTHOR : maskName(authorName);
  const { author } = isCommentPublic({
    display: consultation.display,
    consultationState: state,
    check: comment.check,
    review: comment.review,
    withdrawn: comment.withdrawnAt !== null,
    phoneVerified: account?.isPhoneVerified ?? false,
    anonymous: comment.anonymous,
  });
  if (author === 'alias') return comment.penName ?? ANONYMOUS_AUTHOR;
  if (!account) return CLOSED_NAME;
  return author === 'name' ? account.displayName : account.maskedName;
}

function isVisibleNow(
  comment: CommentRecord,
  { consultation, state }: Pick<CommentContext, 'consultation' | 'state'>,
): boolean {
  if (state === 'draft') return false;
  return visibilityOf(comment, consultation.display)[state === 'answered' ? 'end' : 'now'];
}

function presentWhole(comment: CommentRecord, context: CommentContext): PublicComment {
  const { actor, state, unit, consultation, place, main, supportCount, isSupported } = context;
  // A repeated comment has the answer of the one it repeats; nobody reads an answer before all are published.
  const answer = state === 'answered' ? (main ?? comment).answer : null;
  return {
    id: comment._id,
    target: comment.target,
    targetLabel: place?.label ?? comment.targetLabel,
    body: comment.body,
    proposedText: comment.proposedText,
    author: authorLabel(comment, context),
    persons: comment.persons,
    channel: comment.channel,
    createdAt: comment.createdAt.toISOString(),
    supportCount,
    draftVersion: comment.draftVersion ?? 1,
    former: place?.former ?? null,
    carriedIn: place?.carriedIn ?? null,
    answer: answer && {
      result: answer.result,
      resultLabel: answerKindLabels[answer.result],
      reason: answer.reason,
      unit,
      publishedAt: consultation.outcomeAt?.toISOString() ?? null,
    },
    ...(isKnown(actor) && {
      abilities: commentAbilities(actor, comment, { state, isSupported, isVisible: isVisibleNow(comment, context) }),
    }),
  };
}

/** A comment as everybody sees it: numbers that lead to a person are masked. */
export function presentPublicComment(comment: CommentRecord, context: CommentContext): PublicComment {
  const whole = presentWhole(comment, context);
  const { target } = comment;
  const isPhone = target.kind === 'entry' && target.field !== undefined && PHONE_FIELDS.has(target.field);
  const proposedText =
    whole.proposedText === null || isPhone ? whole.proposedText : maskPersonalData(whole.proposedText);
  // Whoever gives no reason lets the proposal stand for the words: shown as it is there.
  const body = whole.body === whole.proposedText ? (proposedText ?? '') : maskPersonalData(whole.body);
  return { ...whole, body, proposedText };
}

/** A comment as its author sees it, word for word, with where it stands in plain words. */
export function presentOwnComment(comment: CommentRecord, context: CommentContext): OwnComment {
  const { consultation } = context;
  return {
    ...presentWhole(comment, context),
    consultationId: consultation._id,
    question: consultation.question,
    anonymous: comment.anonymous,
    ...ownState(comment, context),
    receipt: comment.receipt,
    withdrawalReceipt: comment.withdrawalReceipt ?? null,
  };
}

function ownState(comment: CommentRecord, context: CommentContext): Pick<OwnComment, 'state' | 'stateText'> {
  if (comment.withdrawnAt !== null)
    return { state: 'withdrawn', stateText: '你撤回了这条意见，别人看不到了。回执仍然查得到。' };
  if (comment.review === 'rejected') {
    const reason = comment.reviewReason === null ? '' : `原因：${comment.reviewReason}。`;
    return { state: 'kept_back', stateText: `没有公开。${reason}意见照样收下、照样答复。` };
  }
  if (isVisibleNow(comment, context)) return { state: 'shown', stateText: '收到了，大家都能看到。' };
  return { state: 'waiting', stateText: `收到了，${waitingFor(comment, context)}` };
}

function waitingFor(comment: CommentRecord, { consultation, state }: CommentContext): string {
  const { display } = consultation;
  if (display === 'with_outcome' && state !== 'answered') return '和结果一起公开。';
  if (display === 'after_check' && comment.check === 'pending') return '检查好就公开，一般几分钟。';
  return '工作人员看过再公开。不公开也会答复。';
}

/** What the desk sees: what the check said, and the answer before it is published. Words that were taken back are gone here too. */
export function presentStaffComment(comment: CommentRecord, context: CommentContext): StaffComment {
  const shown = presentPublicComment(comment, context);
  const isWithdrawn = comment.withdrawnAt !== null;
  const { answer } = comment;
  return {
    ...shown,
    ...(isWithdrawn && { body: WITHDRAWN_BODY, proposedText: null }),
    check: comment.check,
    checkNote: comment.checkNote,
    review: comment.review,
    visible: isVisibleNow(comment, context),
    withdrawn: isWithdrawn,
    duplicateOf: comment.duplicateOf,
    reportCount: comment.reportCount,
    reports: context.reports.map(({ reason, createdAt, outcome }) => ({
      reason,
      at: createdAt.toISOString(),
      isSettled: Boolean(outcome),
    })),
    heardOn: comment.heard?.on ?? null,
    heardAt: comment.heard?.at ?? null,
    consent: comment.heard?.consent ?? null,
    draftAnswer: answer && draftOf(answer, context.unit),
    groupOf: comment.groupOf ?? null,
    assignment: comment.assignment ? assignmentOf(comment.assignment, context) : null,
    notes: (comment.notes ?? []).map(({ unitId, at, text }) => ({
      unit: context.unitOf(unitId),
      at: at.toISOString(),
      text,
    })),
  };
}

const draftOf = ({ result, reason }: AnswerRecord, unit: Ref): NonNullable<StaffComment['draftAnswer']> => ({
  result,
  resultLabel: answerKindLabels[result],
  reason,
  unit,
});

function assignmentOf(
  { unitId, dueOn, note, draft }: AssignmentRecord,
  { unitOf }: CommentContext,
): NonNullable<StaffComment['assignment']> {
  const unit = unitOf(unitId);
  return { unit, dueOn, note, draft: draft && draftOf(draft, unit) };
}
