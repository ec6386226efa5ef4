import type { OwnReport, RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import { maskPersonalData } from '@bandeng/rules';
import type { ResidentActor } from '../../http/actor';
import { visibilityOf } from './comment-keys';
import type { CommentRecord, ReportRecord } from './comment.repository';
import { stateOf } from './consultation.policy';
import type { ConsultationOutline } from './consultation.repository';
import type { ConsultationsDeps } from './deps';

/** So much of the words brings them back to mind. */
const EXCERPT = 60;
const WORDS: Readonly<Record<OwnReport['state'], string>> = {
  waiting: '工作人员会看。看过了，在这里和消息里告诉你。',
  kept: '工作人员看过了，这条意见留着。',
  hidden: '工作人员看过了，这条意见不再显示。',
  withdrawn: '写的人自己撤回了这条意见。',
};

/** What I reported, the newest first, and what became of it. */
export async function listOwnReports(
  deps: ConsultationsDeps,
  actor: ResidentActor,
  query: RouteInput<'me.reports.list'>['query'],
): Promise<RouteAnswer<'me.reports.list'>> {
  const { items, nextCursor } = await deps.comments.listReportsOf(actor.accountId, query);
  const comments = await deps.comments.findMany(items.map(({ commentId }) => commentId));
  const consultations = await deps.consultations.findOutlines(
    [...comments.values()].map(({ consultationId }) => consultationId),
  );
  const now = deps.clock.now();
  return {
    items: items.flatMap(report => {
      const comment = comments.get(report.commentId);
      const consultation = comment && consultations.get(comment.consultationId);
      return comment && consultation ? [present(report, comment, consultation, now)] : [];
    }),
    nextCursor,
  };
}

function present(
  report: ReportRecord,
  comment: CommentRecord,
  consultation: ConsultationOutline,
  now: Date,
): OwnReport {
  const { outcome } = report;
  const state = outcome?.result ?? 'waiting';
  const phase = stateOf(consultation, now) === 'answered' ? 'end' : 'now';
  // What nobody sees any more is not shown to who reported it either.
  const isShown = visibilityOf(comment, consultation.display)[phase];
  return {
    id: report._id,
    consultation: { id: consultation._id, name: consultation.question },
    targetLabel: comment.targetLabel,
    excerpt: isShown ? maskPersonalData(comment.body).slice(0, EXCERPT) : null,
    reason: report.reason,
    createdAt: report.createdAt.toISOString(),
    state,
    stateText: WORDS[state],
    answer: outcome?.reason ?? null,
    settledAt: outcome?.at.toISOString() ?? null,
  };
}
