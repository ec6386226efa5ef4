import type { CommentTarget } from '@bandeng/contracts/schemas';
import type { Receipt } from '@bandeng/contracts/types';
import type { DisplayRule } from '@bandeng/rules';
import { FIELD_LABELS } from '../catalog';
import { keysOf } from './comment-keys';
import type { CommentChannel, CommentRecord, HeardRecord } from './comment.repository';
import type { DraftItemRecord } from './consultation.repository';

/** What a person said, and where it came from. */
export interface NewComment {
  id: string;
  consultationId: string;
  accountId: string | null;
  recordedBy: string | null;
  contentHash: string;
  target: CommentTarget;
  targetLabel: string;
  body: string;
  proposedText: string | null;
  anonymous: boolean;
  penName: string | null;
  /** Sealed. */
  authorName: string | null;
  draftVersion: number;
  persons: number;
  channel: CommentChannel;
  heard: HeardRecord | null;
  createdAt: Date;
}

/** A comment as it is received: counted whatever a check may say, and not yet looked at by anybody. */
export function buildComment(
  { id, ...comment }: NewComment,
  { receipt, display }: { receipt: Receipt; display: DisplayRule },
): CommentRecord {
  const record: CommentRecord = {
    _id: id,
    ...comment,
    isAuthorGone: false,
    receipt,
    // Without a WeChat account nothing can be asked of WeChat: a person decides.
    check: comment.accountId === null ? 'unknown' : 'pending',
    checkNote: comment.accountId === null ? '线下的意见，由工作人员看' : null,
    review: 'none',
    reviewReason: null,
    withdrawnAt: null,
    withdrawalReceipt: null,
    duplicateOf: null,
    answer: null,
    groupOf: null,
    assignment: null,
    assignedTo: null,
    assignedDueOn: null,
    notes: [],
    reportCount: 0,
    isReported: false,
    keys: [],
  };
  return { ...record, keys: keysOf(record, display) };
}

/** What the receipt proves: the words and their place. The author can show them again from what we gave back. */
export const receiptBody = ({ target, body, proposedText }: Pick<NewComment, 'target' | 'body' | 'proposedText'>) => ({
  target,
  body,
  ...(proposedText !== null && { proposedText }),
});

/** Words for the place a comment speaks of: 公开时限 · 老年人助餐补贴发放结果. */
export function labelOf(target: CommentTarget, item: Pick<DraftItemRecord, 'label'> | null): string {
  if (target.kind === 'whole') return '整个草案';
  if (target.kind === 'addition') return item ? `建议增加 · ${item.label}` : '建议增加';
  const label = item?.label ?? target.id;
  return target.kind === 'entry' && target.field ? `${FIELD_LABELS[target.field]} · ${label}` : label;
}
