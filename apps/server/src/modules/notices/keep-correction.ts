import type { NoticeSource } from '@bandeng/contracts/schemas';
import type { Actor, OfficeActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { Tx } from '../../platform/transaction';
import { contentHashOf } from './build-notice';
import type { NoticesDeps } from './deps';
import type { NoticeRecord } from './notice.model';
import { isPublisher } from './notice.policy';

/** What a correction keeps of where the notice came from, so that a repeat of what the portal sent before is told from news. */
export const sourceAtCorrection = ({
  source,
  sourceHash,
  contentHash,
}: NoticeRecord): Pick<NoticeRecord, 'sourceHash' | 'sourceConflictAt' | 'sourceDismissed'> =>
  source === null
    ? {}
    : { sourceHash: sourceHash ?? contentHash, sourceConflictAt: undefined, sourceDismissed: undefined };

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
  const sourceConflictAt = isSettled ? undefined : deps.clock.now();
  const record = { ...existing, sourceHash, sourceConflictAt, sourceDismissed: undefined };
  await deps.notices.replace(record, tx);
  if (!isSettled) await deps.audit.add(actor, 'notice.source_refused', { collection: 'notices', id: existing._id }, tx);
  return { ...record, revision: record.revision + 1 };
}

/** What a portal sent was looked at: what was corrected here stays, for this reason. Throws notice.no_conflict. */
export const keepOurs = (
  deps: NoticesDeps,
  actor: OfficeActor,
  { id, seen, reason }: { id: string; seen: string; reason: string },
): Promise<NoticeRecord> =>
  deps.transaction(async tx => {
    const existing = await deps.notices.get(id, tx);
    if (!isPublisher(actor, existing.unitId)) throw new AppError('auth.forbidden');
    // Another one may have come since this one was read.
    if (existing.sourceConflictAt?.toISOString() !== seen) throw new AppError('notice.no_conflict');
    const sourceDismissed = { at: deps.clock.now(), by: actor.staffId, reason };
    const record = { ...existing, sourceConflictAt: undefined, sourceDismissed };
    await deps.notices.replace(record, tx);
    const subject = { collection: 'notices', id, fields: ['sourceConflictAt', 'sourceDismissed'] };
    await deps.audit.add(actor, 'notice.source_dismissed', subject, tx);
    return { ...record, revision: record.revision + 1 };
  });
