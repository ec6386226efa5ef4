import type { Actor } from '../../http/actor';
import type { Tx } from '../../platform/transaction';
import type { ReportOutcome } from './comment.repository';
import type { ConsultationsDeps } from './deps';

/** Whoever reported a comment and has had no answer gets this one; without anybody nothing happens. */
export async function settleReports(
  deps: ConsultationsDeps,
  actor: Actor,
  given: { consultationId: string; commentId: string } & Pick<ReportOutcome, 'result' | 'reason'>,
  tx: Tx,
): Promise<void> {
  const { consultationId, commentId, result, reason } = given;
  if ((await deps.comments.countOpenReports(commentId, tx)) === 0) return;
  const settlement = deps.ids.uuid();
  await deps.comments.settleReports(commentId, { result, reason, at: deps.clock.now(), settlement }, tx);
  await deps.audit.add(actor, 'comment.reports_settled', { collection: 'comments', id: commentId, to: result }, tx);
  await deps.outbox.add({ name: 'comment.reports_settled', consultationId, commentId, settlement }, tx);
}
