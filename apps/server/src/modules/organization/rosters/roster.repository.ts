import type { Connection } from 'mongoose';
import type { Cursors } from '../../../platform/cursor';
import type { FieldCipher } from '../../../platform/crypto';
import { readAll, readPage, type Page, type PageQuery } from '../../../platform/paging';
import type { Tx } from '../../../platform/transaction';
import { createRosterModel, type RosterRecord } from './roster.model';

export type { RosterRecord };

/** Fields that are sealed at rest; here they are read and written in the clear. */
export const SEALED = ['name', 'phone'] as const;
const COLLECTION = 'rosters';

export interface RosterFilter {
  facets: readonly string[];
  /** In office on this day. */
  on?: string | undefined;
}

/** `closedOn` is the first day out of office. */
const filterOf = ({ facets, on }: RosterFilter): Record<string, unknown> => ({
  ...(facets.length > 0 && { facets: { $all: facets } }),
  ...(on !== undefined && { since: { $lte: on }, $or: [{ closedOn: null }, { closedOn: { $gt: on } }] }),
});

interface Deps {
  database: Connection;
  cursors: Cursors;
  fields: FieldCipher;
}

export function createRosterRepository({ database, cursors, fields }: Deps) {
  const rosters = createRosterModel(database);
  const placeOf = (id: string, field: string) => ({ collection: COLLECTION, id, field });
  const open = (record: RosterRecord): RosterRecord => ({
    ...record,
    name: fields.decrypt(record.name, placeOf(record._id, 'name')),
    phone: record.phone === null ? null : fields.decrypt(record.phone, placeOf(record._id, 'phone')),
  });
  const seal = ({ _id, name, phone, ...rest }: RosterRecord) => ({
    ...rest,
    name: fields.encrypt(name, placeOf(_id, 'name')),
    phone: phone === null ? null : fields.encrypt(phone, placeOf(_id, 'phone')),
  });
  const sort = { since: -1, _id: -1 } as const;
  return {
    find: async (id: string, tx?: Tx): Promise<RosterRecord | null> => {
      const record = await rosters
        .findById(id)
        .session(tx ?? null)
        .lean<RosterRecord>();
      return record && open(record);
    },
    put: async (record: RosterRecord, tx: Tx): Promise<void> => {
      await rosters.updateOne({ _id: record._id }, { $set: seal(record) }, { upsert: true, session: tx });
    },
    /** The last who came is the first. */
    listPage: async (wanted: RosterFilter, query: PageQuery): Promise<Page<RosterRecord>> => {
      const filter = filterOf(wanted);
      const list = `staff.rosters.list:${JSON.stringify(filter)}`;
      const { items, nextCursor } = await readPage({ cursors, model: rosters, list, filter, sort, query });
      return { items: items.map(open), nextCursor };
    },
    /** All who ever held a post of a unit, or a unit's posts: a handful. */
    listAll: async (wanted: RosterFilter, tx?: Tx): Promise<RosterRecord[]> =>
      (await readAll<RosterRecord>({ model: rosters, filter: filterOf(wanted), sort, tx })).map(open),
  };
}
export type RosterRepository = ReturnType<typeof createRosterRepository>;
