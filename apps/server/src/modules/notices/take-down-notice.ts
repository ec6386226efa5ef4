import type { OfficeActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { Tx } from '../../platform/transaction';
import type { NoticesDeps } from './deps';
import type { NoticeRecord } from './notice.model';
import { isPublisher } from './notice.policy';
import { keepPosting } from './postings/keep-posting';

const AT_ONCE = 50;
/** What the public reads on the stub of what its own date took down. */
const EXPIRED = '期满下架';

interface TakeDown {
  reason: string;
  hidesTitle?: boolean | undefined;
}

/** Takes a notice from the public, by hand; what is down already stays as it went. */
export const takeDownNotice = (
  deps: NoticesDeps,
  actor: OfficeActor,
  { id, ...why }: TakeDown & { id: string },
): Promise<void> =>
  deps.transaction(async tx => {
    const record = await deps.notices.get(id, tx);
    if (!isPublisher(actor, record.unitId)) throw new AppError('auth.forbidden');
    await takeDown(deps, actor, record, why, tx);
  });

/**
 * Takes down what was to be public until today. May run on several servers at once: a notice is read and taken down in one transaction.
 */
export async function takeDownDue(deps: NoticesDeps): Promise<void> {
  const today = deps.clock.today();
  for (const { _id } of await deps.notices.listToTakeDown(today, AT_ONCE))
    await deps.transaction(async tx => {
      const record = await deps.notices.get(_id, tx);
      // A correction may have given it more time since it was listed.
      if (record.takeDownOn === undefined || record.takeDownOn > today) return;
      await takeDown(deps, 'system', record, { reason: EXPIRED }, tx);
    });
}

/** Leaves its stub only; what is down already stays as it went. */
export async function takeDown(
  deps: NoticesDeps,
  actor: OfficeActor | 'system',
  record: NoticeRecord,
  { reason, hidesTitle }: TakeDown,
  tx: Tx,
): Promise<void> {
  if (record.takenDownAt) return;
  const now = deps.clock.now();
  const change = { takenDownAt: now, takeDownReason: reason, isTitleHidden: hidesTitle, facets: [], updatedAt: now };
  await deps.notices.replace({ ...record, ...change }, tx);
  await keepPosting(deps, { ...record, ...change }, tx);
  const fields = ['takenDownAt', 'takeDownReason'];
  const subject = { collection: 'notices', id: record._id, fields, from: 'published', to: 'taken_down' };
  await deps.audit.add(actor, 'notice.taken_down', subject, tx);
  await deps.outbox.add({ name: 'notice.taken_down', noticeId: record._id }, tx);
}
