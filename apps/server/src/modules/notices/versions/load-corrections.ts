import type { NoticesDeps } from '../deps';
import { versionOf } from './version.repository';

/** A notice that said something else at first, and was corrected earlier. */
export interface LoadedCorrection {
  noticeId: string;
  at: Date;
  reason: string;
  /** Words of the present text, and what stood there before. */
  now: string;
  before: string;
}

/** Writes corrections as they were made earlier (the demo district); a notice that has one is left alone, and nobody is told. */
export async function loadCorrections(deps: NoticesDeps, corrections: readonly LoadedCorrection[]): Promise<void> {
  for (const { noticeId, at, reason, now, before } of corrections)
    await deps.transaction(async tx => {
      const record = await deps.notices.find(noticeId, tx);
      if (!record || record.correction) return;
      const former = {
        ...record,
        ...replaceIn({ title: record.title, keyPoints: record.keyPoints, body: record.body }, now, before),
      };
      await deps.versionsOf.insert(versionOf(former, { until: at, isShown: true }), tx);
      await deps.notices.replace({ ...record, correction: { number: 2, at, reason } }, tx);
      const subject = { collection: 'notices', id: noticeId, fields: ['correction'] };
      await deps.audit.add('system', 'notice.updated', subject, tx);
    });
}

const replaceIn = <T>(content: T, now: string, before: string): T =>
  JSON.parse(JSON.stringify(content).replaceAll(now, before)) as T;
