import type { Connection } from 'mongoose';
import type { Cursors } from '../../platform/cursor';
import { insertRecord } from '../../platform/insert-record';
import { countSome, oneOf, readPage, type Page, type PageQuery } from '../../platform/paging';
import type { Tx } from '../../platform/transaction';
import { createAuditModels, type AuditRecord, type SealRecord } from './audit.model';

export type { AuditRecord, SealRecord };

/** Somebody saw something: for the auditor, no step of the record. */
const LOOKS = ['information-request.revealed', 'objection.revealed'];

export interface AuditFilter {
  collection?: string | undefined;
  subject?: string | undefined;
  action?: string | undefined;
  /** Labels of actors: any of them. */
  actors?: readonly string[] | undefined;
  /** From this instant, and before that one. */
  from?: Date | undefined;
  until?: Date | undefined;
}

const filterOf = ({ collection, subject, action, actors, from, until }: AuditFilter): Record<string, unknown> => ({
  ...(subject && { subject }),
  ...(collection && { kind: collection }),
  ...(action && { action }),
  ...(actors && { actor: oneOf(actors) }),
  ...((from ?? until) && { at: { ...(from && { $gte: from }), ...(until && { $lt: until }) } }),
});

export function createAuditRepository({ database, cursors }: { database: Connection; cursors: Cursors }) {
  const { entries, seals } = createAuditModels(database);
  return {
    insert: async (record: AuditRecord, tx: Tx): Promise<void> => {
      await insertRecord(entries, record, tx);
    },
    /** Unsealed entries, oldest first. */
    listUnsealed: (limit: number, tx: Tx): Promise<AuditRecord[]> =>
      entries.find({ hash: null }).sort({ hash: 1, _id: 1 }).limit(limit).session(tx).lean<AuditRecord[]>(),
    countUnsealed: (): Promise<number> => entries.countDocuments({ hash: null }),
    findLast: (tx: Tx): Promise<AuditRecord | null> =>
      entries
        .findOne({ number: { $exists: true } })
        .sort({ number: -1 })
        .session(tx)
        .lean<AuditRecord>(),
    seal: async (
      sealed: { id: string; number: number; previousHash: string; hash: string }[],
      tx: Tx,
    ): Promise<void> => {
      const operations = sealed.map(({ id, ...set }) => ({
        updateOne: { filter: { _id: id }, update: { $set: set } },
      }));
      await entries.bulkWrite(operations, { session: tx, ordered: true });
    },
    putSeal: async ({ _id, ...seal }: SealRecord, tx: Tx): Promise<void> => {
      await seals.updateOne({ _id }, { $set: seal }, { upsert: true, session: tx });
    },
    /** The chain from `number` on, in order. */
    listSealed: (fromNumber: number, limit: number): Promise<AuditRecord[]> =>
      entries
        .find({ number: { $gte: fromNumber } })
        .sort({ number: 1 })
        .limit(limit)
        .lean<AuditRecord[]>(),
    listSeals: (): Promise<SealRecord[]> => seals.find({}).sort({ _id: -1 }).limit(400).lean<SealRecord[]>(),
    listPage: (wanted: AuditFilter, query: PageQuery): Promise<Page<AuditRecord>> => {
      const filter = filterOf(wanted);
      return readPage({
        cursors,
        model: entries,
        list: `staff.audit.list:${JSON.stringify(filter)}`,
        filter,
        sort: { at: -1, _id: -1 },
        query,
      });
    },
    count: (wanted: AuditFilter): Promise<number> => countSome(entries, filterOf(wanted)),
    /** What happened to one record, without looks at it. */
    listSteps: ({ collection, id }: { collection: string; id: string }, query: PageQuery): Promise<Page<AuditRecord>> =>
      readPage({
        cursors,
        model: entries,
        list: `staff.records.timeline:${collection}:${id}`,
        filter: { subject: id, kind: collection, action: { $nin: LOOKS } },
        sort: { at: -1, _id: -1 },
        query,
      }),
  };
}
export type AuditRepository = ReturnType<typeof createAuditRepository>;
