import type { HandedOn } from '@bandeng/contracts/types';
import type { LocalDate } from '@bandeng/rules';
import { Schema, type Connection } from 'mongoose';
import type { FieldCipher } from '../../../platform/crypto';
import type { Cursors } from '../../../platform/cursor';
import { AppError } from '../../../platform/errors';
import { ofUnits, readPage, type Page, type PageQuery } from '../../../platform/paging';
import type { Tx } from '../../../platform/transaction';

export const HANDED_ON = 'handedOnRequests';
export type ContactField = keyof HandedOnRecord['contact'];

export const SEALED_HANDED_ON = (['name', 'phone'] as const).map(field => ({
  collection: HANDED_ON,
  path: `contact.${field}`,
  field,
}));

/** Somebody who wants information, as a grid worker handed it on: nothing is counted from it. */
export interface HandedOnRecord {
  _id: string;
  contentHash: string;
  wanted: string;
  method: HandedOn['method'];
  /** Sealed. */
  contact: { name: string | null; phone: string | null };
  unitId: string;
  state: HandedOn['state'];
  heardOn: LocalDate;
  receivedAt: Date;
  /** From this day it is chased; empty once it is over. And the last day on which it was. */
  confirmBy: LocalDate;
  chasedOn: LocalDate | null;
  request: HandedOn['request'];
  closing: (NonNullable<HandedOn['closing']> & { staffId: string }) | null;
  /** For config/retention.json. */
  endedAt: Date | null;
  revision: number;
}

const text = { type: String, required: true };
const nullable = { type: String, default: null };
const mixed = { type: Schema.Types.Mixed, default: null };

function createHandedOnModel(database: Connection) {
  const schema = new Schema<HandedOnRecord>(
    {
      ...{ _id: String, contentHash: text, wanted: text, method: nullable, unitId: text, state: text, heardOn: text },
      contact: { name: nullable, phone: nullable },
      receivedAt: { type: Date, required: true },
      confirmBy: { type: String, default: '' },
      ...{ chasedOn: nullable, request: mixed, closing: mixed },
      endedAt: { type: Date, default: null },
      revision: { type: Number, required: true },
    },
    { versionKey: false, collection: HANDED_ON },
  );
  schema.index({ unitId: 1, state: 1, receivedAt: 1, _id: 1 });
  schema.index({ state: 1, receivedAt: 1, _id: 1 });
  schema.index({ confirmBy: 1, _id: 1 });
  schema.index({ endedAt: 1 });
  return database.model<HandedOnRecord>('HandedOnRequest', schema);
}

/** Reads and writes what grid workers handed on; seals and opens whom to call. */
export function createHandedOnRepository(deps: { database: Connection; cursors: Cursors; fields: FieldCipher }) {
  const { database, cursors, fields } = deps;
  const model = createHandedOnModel(database);
  const place = (id: string, field: string) => ({ collection: HANDED_ON, id, field });
  const find = (id: string, tx?: Tx) =>
    model
      .findOne({ _id: id })
      .session(tx ?? null)
      .lean<HandedOnRecord>();
  return {
    find,
    async get(id: string, tx?: Tx): Promise<HandedOnRecord> {
      const record = await find(id, tx);
      if (!record) throw new AppError('handed_on.not_found');
      return record;
    },
    findAll: (ids: readonly string[]): Promise<HandedOnRecord[]> =>
      model.find({ _id: { $in: [...ids] } }).lean<HandedOnRecord[]>(),
    insert: async (record: HandedOnRecord, tx: Tx): Promise<void> => {
      await model.insertMany([record], { session: tx });
    },
    /** Writes a changed record back; false when somebody was quicker. */
    replace: async (record: HandedOnRecord, tx: Tx): Promise<boolean> => {
      const { revision } = record;
      const result = await model.replaceOne(
        { _id: record._id, revision },
        { ...record, revision: revision + 1 },
        { session: tx },
      );
      return result.matchedCount === 1;
    },
    /** What has waited longest first. */
    list: (
      { unitIds, state }: { unitIds: readonly string[] | 'all'; state: HandedOnRecord['state'] },
      query: PageQuery,
    ): Promise<Page<HandedOnRecord>> =>
      readPage<HandedOnRecord>({
        ...{ cursors, model, list: `staff.handedOn:${state}`, query },
        filter: { ...ofUnits(unitIds), state },
        sort: { receivedAt: 1, _id: 1 },
      }),
    listDue: (today: LocalDate, limit: number): Promise<HandedOnRecord[]> =>
      model
        .find({ confirmBy: { $gt: '', $lte: today }, chasedOn: { $ne: today } })
        .sort({ confirmBy: 1, _id: 1 })
        .limit(limit)
        .lean<HandedOnRecord[]>(),
    seal: (id: string, field: ContactField, value: string): string => fields.encrypt(value, place(id, field)),
    open: ({ _id, contact }: HandedOnRecord, field: ContactField): string | null => {
      const sealed = contact[field];
      return sealed === null ? null : fields.decrypt(sealed, place(_id, field));
    },
  };
}
export type HandedOnRepository = ReturnType<typeof createHandedOnRepository>;
