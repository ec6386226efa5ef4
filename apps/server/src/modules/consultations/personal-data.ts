import type { Tx } from '../../platform/transaction';
import type { ConsultationsDeps } from './deps';

type Deps = Pick<ConsultationsDeps, 'comments'>;

/** Everything an account said here: its comments word for word, what it agreed with and what it reported. */
export async function exportAccount({ comments }: Deps, accountId: string): Promise<unknown[]> {
  const [own, supports, reports] = await Promise.all([
    comments.allOfAccount(accountId),
    comments.supportsOfAccount(accountId),
    comments.reportsOfAccount(accountId),
  ]);
  return [
    ...own.map(comment => ({
      kind: 'comment',
      id: comment._id,
      consultationId: comment.consultationId,
      target: comment.target,
      targetLabel: comment.targetLabel,
      draftVersion: comment.draftVersion ?? 1,
      body: comment.body,
      proposedText: comment.proposedText,
      anonymous: comment.anonymous,
      penName: comment.penName,
      createdAt: comment.createdAt.toISOString(),
      withdrawnAt: comment.withdrawnAt?.toISOString() ?? null,
      receipt: comment.receipt,
      withdrawalReceipt: comment.withdrawalReceipt ?? null,
    })),
    ...supports.map(({ commentId, createdAt }) => ({ kind: 'support', commentId, createdAt: createdAt.toISOString() })),
    ...reports.map(({ commentId, reason, createdAt }) => ({
      kind: 'report',
      commentId,
      reason,
      createdAt: createdAt.toISOString(),
    })),
  ];
}

/** What was said stays, for the account of it must add up; who said it is cut off. */
export async function eraseAccount({ comments }: Deps, accountId: string, tx: Tx): Promise<void> {
  await comments.eraseAuthor(accountId, tx);
  await comments.eraseReactions(accountId, tx);
}
