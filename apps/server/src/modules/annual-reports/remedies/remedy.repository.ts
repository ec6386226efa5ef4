import type { Connection } from 'mongoose';
import { AppError } from '../../../platform/errors';
import { insertRecord } from '../../../platform/insert-record';
import { ofUnits, readAll } from '../../../platform/paging';
import type { Tx } from '../../../platform/transaction';
import { defineRemedyModel, type RemedyRecord } from './remedy.model';

export type { RemedyRecord } from './remedy.model';

export function createRemedyRepository({ database }: { database: Connection }) {
  const remedies = defineRemedyModel(database);
  const find = (id: string, tx?: Tx): Promise<RemedyRecord | null> =>
    remedies.findById(id, null, { session: tx ?? null }).lean<RemedyRecord>();
  return {
    find,
    async get(id: string, tx?: Tx): Promise<RemedyRecord> {
      const record = await find(id, tx);
      if (!record) throw new AppError('remedy.not_found');
      return record;
    },
    insert: (record: RemedyRecord, tx: Tx): Promise<void> => insertRecord(remedies, record, tx),
    /** Writes a changed record back; remedy.changed when somebody was quicker. */
    async replace(record: RemedyRecord, tx: Tx): Promise<RemedyRecord> {
      const next = { ...record, revision: record.revision + 1 };
      const { _id, revision } = record;
      const { matchedCount } = await remedies.replaceOne({ _id, revision }, next, { session: tx });
      if (matchedCount !== 1) throw new AppError('remedy.changed');
      return next;
    },
    listOfRequest: (requestId: string, tx?: Tx): Promise<RemedyRecord[]> =>
      readAll<RemedyRecord>({ model: remedies, filter: { requestId }, sort: { broughtOn: 1, _id: 1 }, tx }),
    /** Those brought by the last day of a year and not concluded before its first; without the void ones. */
    async listOfYear(unitIds: readonly string[] | 'all', year: number): Promise<RemedyRecord[]> {
      const parts = await Promise.all(
        ['', { $gte: `${year}-01-01` }].map(endedOn =>
          readAll<RemedyRecord>({
            model: remedies,
            filter: { ...ofUnits(unitIds), endedOn, broughtOn: { $lte: `${year}-12-31` } },
            sort: { endedOn: 1, broughtOn: 1, _id: 1 },
          }),
        ),
      );
      return parts.flat().filter(({ voided }) => voided === null);
    },
  };
}
export type RemedyRepository = ReturnType<typeof createRemedyRepository>;
