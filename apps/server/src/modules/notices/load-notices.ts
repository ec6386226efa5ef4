import type { NoticeSource } from '@bandeng/contracts/schemas';
import { buildNotice } from './build-notice';
import type { NoticesDeps } from './deps';
import { keepPosting } from './postings/keep-posting';

/** Notices of one transaction. */
const AT_ONCE = 40;

/**
 * Writes notices as they were published earlier, in bulk and through the same builder (the demo district). Nobody is told of them and
 * their search index is the caller's to make; an id that exists is left alone.
 */
export async function loadNotices(
  deps: NoticesDeps,
  notices: readonly { id: string; source: NoticeSource; reads?: number }[],
): Promise<void> {
  const known = new Set((await deps.notices.findAll(notices.map(notice => notice.id))).map(record => record._id));
  const missing = notices.filter(notice => !known.has(notice.id));
  const reads = new Map(missing.map(notice => [notice.id, notice.reads ?? 0]));
  for (let at = 0; at < missing.length; at += AT_ONCE) {
    const records = await Promise.all(
      missing
        .slice(at, at + AT_ONCE)
        .map(({ id, source }) =>
          buildNotice(deps, { _id: id, source: null, externalId: null, createdBy: 'system' }, source),
        ),
    );
    await deps.transaction(async tx => {
      await deps.notices.insert(records, tx);
      for (const record of records) {
        await keepPosting(deps, record, tx);
        await deps.audit.add('system', 'notice.loaded', { collection: 'notices', id: record._id }, tx);
      }
    });
    for (const record of records) {
      const count = reads.get(record._id) ?? 0;
      if (count > 0) await deps.notices.addReads(record, count);
    }
  }
}
