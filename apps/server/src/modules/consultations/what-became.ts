import { answerKindLabels, sayDate } from '@bandeng/rules';
import type { Became } from '../../platform/module';
import type { CommentRecord } from './comment.repository';
import { stateOf } from './consultation.policy';
import type { ConsultationOutline } from './consultation.repository';
import type { ConsultationsDeps } from './deps';

/** Of comments that were taken down at doors: nobody reads an answer before all are published. */
export async function whatBecame(deps: ConsultationsDeps, ids: readonly string[]): Promise<Map<string, Became>> {
  if (ids.length === 0) return new Map();
  const comments = await deps.comments.findMany(ids);
  const mains = await deps.comments.findMany([...comments.values()].flatMap(({ duplicateOf }) => duplicateOf ?? []));
  const consultations = await deps.consultations.findOutlines(
    [...comments.values()].map(({ consultationId }) => consultationId),
  );
  const rows = [...comments.values()].flatMap(comment => {
    const consultation = consultations.get(comment.consultationId);
    const main = comment.duplicateOf === null ? undefined : mains.get(comment.duplicateOf);
    return consultation ? [[comment._id, became(deps, { comment, main, consultation })] as const] : [];
  });
  return new Map(rows);
}

interface Given {
  comment: CommentRecord;
  main: CommentRecord | undefined;
  consultation: ConsultationOutline;
}

function became({ clock }: ConsultationsDeps, { comment, main, consultation }: Given): Became {
  const { body, proposedText, accountId, isAuthorGone, withdrawnAt } = comment;
  const isAnswered = stateOf(consultation, clock.now()) === 'answered';
  const given = isAnswered && withdrawnAt === null ? (main ?? comment).answer : null;
  const said = given && [answerKindLabels[given.result], given.reason].filter(Boolean).join('。');
  const waiting = `送到了，征求意见到${sayDate(consultation.closesAt, clock.now())}，看完一起答复`;
  return {
    title: consultation.question,
    words: [proposedText && `改成：${proposedText}`, body].filter(Boolean).join('。'),
    stateText: withdrawnAt !== null ? '本人撤回了' : given ? answerKindLabels[given.result] : waiting,
    answer: said,
    isOver: accountId !== null || isAuthorGone || withdrawnAt !== null,
  };
}
