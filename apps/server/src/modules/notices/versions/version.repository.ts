import type { Connection } from 'mongoose';
import type { Cursors } from '../../../platform/cursor';
import { insertRecord } from '../../../platform/insert-record';
import { readPage, type Page, type PageQuery } from '../../../platform/paging';
import type { Tx } from '../../../platform/transaction';
import type { NoticeRecord } from '../notice.model';
import { defineVersionModel, type NoticeVersionRecord } from './version.model';

export type { NoticeVersionRecord } from './version.model';
export type VersionOutline = Pick<NoticeVersionRecord, '_id' | 'number' | 'from' | 'until' | 'reason' | 'isShown'>;

/** The notice as it stands, as the version it is. */
export const versionOf = (
  record: NoticeRecord,
  { until, isShown }: { until: Date; isShown: boolean },
): NoticeVersionRecord => ({
  _id: `${record._id}:${record.correction?.number ?? 1}`,
  noticeId: record._id,
  number: record.correction?.number ?? 1,
  from: record.correction?.at ?? record.publishedAt,
  until,
  reason: record.correction?.reason ?? null,
  isShown,
  title: record.title,
  documentNumber: record.documentNumber,
  madeOn: record.madeOn,
  effectiveOn: record.effectiveOn,
  abolishedOn: record.abolishedOn,
  keyPoints: record.keyPoints,
  body: record.body,
  attachmentIds: record.attachmentIds,
  posting: record.posting,
});

export function createVersionRepository({ database, cursors }: { database: Connection; cursors: Cursors }) {
  const versions = defineVersionModel(database);
  return {
    insert: (record: NoticeVersionRecord, tx: Tx): Promise<void> => insertRecord(versions, record, tx),
    find: (noticeId: string, number: number) => versions.findOne({ noticeId, number }).lean<NoticeVersionRecord>(),
    list: (noticeId: string, query: PageQuery): Promise<Page<VersionOutline>> =>
      readPage<VersionOutline>({
        cursors,
        model: versions as never,
        list: 'notices.versions',
        filter: { noticeId },
        sort: { number: -1, _id: -1 },
        query,
        select: ['number', 'from', 'until', 'reason', 'isShown'],
      }),
  };
}
export type VersionRepository = ReturnType<typeof createVersionRepository>;
