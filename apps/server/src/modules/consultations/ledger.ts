import type { CommentTarget } from '@bandeng/contracts/schemas';
import type { Ledger, Outcome } from '@bandeng/contracts/types';
import { reconcile } from '@bandeng/rules';
import type { Tx } from '../../platform/transaction';
import { queueKey } from './comment-keys';
import type { CommentChannel, LedgerRow } from './comment.repository';
import type { ConsultationsDeps } from './deps';

const CHANNEL_LABELS: Record<CommentChannel, string> = {
  wechat: '微信小程序',
  h5: '网页',
  letter: '来信',
  phone: '电话',
  email: '电子邮件',
  visit: '当面说的',
  proxy: '网格员代录',
  meeting: '座谈会',
  hearing: '听证会',
  bench: '板凳会',
  survey: '问卷',
};

/** Everything received, hidden and withdrawn ones too, and whether it adds up. */
export function ledgerOf(rows: readonly LedgerRow[]): Ledger {
  const { problems, ...sums } = reconcile(
    rows.map(({ _id, withdrawnAt, answer, duplicateOf, persons }) => ({
      id: _id,
      withdrawn: withdrawnAt !== null,
      answer: answer && { kind: answer.result, reason: answer.reason },
      duplicateOf,
      persons,
    })),
  );
  return { ...sums, problems: problems.map(({ commentId, message }) => `意见 ${commentId.slice(0, 8)}：${message}`) };
}

/** Main comments by the way they came; their sum is what was received. */
export function channelsOf(rows: readonly LedgerRow[]): Outcome['byChannel'] {
  const main = rows.filter(row => row.duplicateOf === null);
  return (Object.keys(CHANNEL_LABELS) as CommentChannel[])
    .map(channel => ({
      channel,
      label: CHANNEL_LABELS[channel],
      count: main.filter(row => row.channel === channel).length,
    }))
    .filter(({ count }) => count > 0);
}

const TARGET_LABELS: Record<CommentTarget['kind'], string> = {
  whole: '整个草案',
  clause: '某一条',
  entry: '某一项',
  addition: '建议增加的',
};

/** Main comments by what they speak of; their sum is what was received. */
export function targetsOf(rows: readonly LedgerRow[]): Outcome['byTarget'] {
  const main = rows.filter(row => row.duplicateOf === null);
  return (Object.keys(TARGET_LABELS) as CommentTarget['kind'][])
    .map(kind => ({
      kind,
      label: TARGET_LABELS[kind],
      count: main.filter(row => row.target.kind === kind).length,
    }))
    .filter(({ count }) => count > 0);
}

export const readLedgerRows = (
  { comments }: Pick<ConsultationsDeps, 'comments'>,
  consultationId: string,
  tx?: Tx,
): Promise<LedgerRow[]> => comments.allLedgerRows(queueKey(consultationId, 'all'), tx);
