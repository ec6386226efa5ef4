import type { NoticeSource } from '@bandeng/contracts/schemas';
import type { Actor } from '../../http/actor';
import type { Tx } from '../../platform/transaction';
import { contentHashOf } from './build-notice';
import type { NoticesDeps } from './deps';
import type { NoticeRecord } from './notice.model';

/** What a correction keeps of where the notice came from, so that a repeat of what the portal sent before is told from news. */
export const sourceAtCorrection = ({
  source,
  sourceHash,
  contentHash,
}: NoticeRecord): Pick<NoticeRecord, 'sourceHash' | 'sourceConflictAt'> =>
  source === null ? {} : { sourceHash: sourceHash ?? contentHash, sourceConflictAt: undefined };

/**
 * A portal sends a notice that was corrected here: the correction was reviewed and signed here, so it stays. What the portal sent before
 * is no news; what now says the same settles the matter; anything else is written down and shown to who publishes it.
 */
export async function keepCorrection(
  deps: NoticesDeps,
  actor: Actor | 'system',
  { existing, notice }: { existing: NoticeRecord; notice: NoticeSource },
  tx: Tx,
): Promise<NoticeRecord> {
  const sourceHash = contentHashOf(notice);
  const isSettled = sourceHash === existing.contentHash;
  if (sourceHash === existing.sourceHash) return existing;
  const record = { ...existing, sourceHash, sourceConflictAt: isSettled ? undefined : deps.clock.now() };
  await deps.notices.replace(record, tx);
  if (!isSettled) await deps.audit.add(actor, 'notice.source_refused', { collection: 'notices', id: existing._id }, tx);
  return { ...record, revision: record.revision + 1 };
}
