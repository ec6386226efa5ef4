import type { Connection } from 'mongoose';
import type { Cursors } from '../../../platform/cursor';
import { AppError } from '../../../platform/errors';
import { insertRecord } from '../../../platform/insert-record';
import { readAll, readPage, type Page, type PageQuery } from '../../../platform/paging';
import { isDuplicateKey, type Tx } from '../../../platform/transaction';
import { defineAnnualReportModel, type AnnualReportRecord } from './report.model';

export type { AnnualReportRecord, EnteredFigures, Sections } from './report.model';

export interface ReportKey {
  unit: string;
  year: number;
}
const keyOf = ({ unit, year }: ReportKey): string => `${unit}.${year}`;

export function createAnnualReportRepository({ database, cursors }: { database: Connection; cursors: Cursors }) {
  const reports = defineAnnualReportModel(database);
  return {
    find: (key: ReportKey, tx?: Tx): Promise<AnnualReportRecord | null> =>
      reports.findById(keyOf(key), null, { session: tx ?? null }).lean<AnnualReportRecord>(),
    findById: (id: string): Promise<AnnualReportRecord | null> => reports.findById(id).lean<AnnualReportRecord>(),
    listOfYear: (year: number): Promise<AnnualReportRecord[]> =>
      readAll<AnnualReportRecord>({ model: reports, filter: { year }, sort: { year: 1, _id: 1 } }),
    listPublished: (unit: string | undefined, query: PageQuery): Promise<Page<AnnualReportRecord>> =>
      readPage<AnnualReportRecord>({
        cursors,
        model: reports,
        list: `annualReports:${unit ?? ''}`,
        filter: { state: 'handed_in', ...(unit && { unitId: unit }) },
        sort: { year: -1, _id: 1 },
        query,
      }),
    /** Writes a report that was seen at `record.revision`; annual_report.changed when somebody was quicker. */
    async put(record: AnnualReportRecord, tx: Tx): Promise<AnnualReportRecord> {
      const { revision } = record;
      const next = { ...record, revision: revision + 1 };
      if (revision === 0) {
        try {
          await insertRecord(reports, next, tx);
        } catch (error) {
          if (isDuplicateKey(error)) throw new AppError('annual_report.changed');
          throw error;
        }
        return next;
      }
      const { matchedCount } = await reports.replaceOne({ _id: record._id, revision }, next, { session: tx });
      if (matchedCount !== 1) throw new AppError('annual_report.changed');
      return next;
    },
  };
}
export type AnnualReportRepository = ReturnType<typeof createAnnualReportRepository>;
export const reportIdOf = keyOf;
