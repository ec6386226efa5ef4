import type { LetterText } from '@bandeng/contracts/types';
import type { Connection } from 'mongoose';
import type { FieldCipher } from '../../platform/crypto';
import { AppError } from '../../platform/errors';
import { readAll } from '../../platform/paging';
import { isDuplicateKey, type Tx } from '../../platform/transaction';
import { createLetterModel, type LetterRecord, type StoredDelivery } from './letter.model';

const COLLECTION = 'letters';

/** Reads and writes letters; seals and opens their words and their file. */
export function createLetterRepository({ database, fields }: { database: Connection; fields: FieldCipher }) {
  const model = createLetterModel(database);
  const place = (id: string, field: 'content' | 'pdf' | 'deliveries') => ({ collection: COLLECTION, id, field });
  const find = (id: string, tx?: Tx) =>
    model
      .findOne({ _id: id })
      .session(tx ?? null)
      .lean<LetterRecord>();

  return {
    find,
    async get(id: string, tx?: Tx): Promise<LetterRecord> {
      const record = await find(id, tx);
      if (!record) throw new AppError('letter.not_found');
      return record;
    },
    /** Throws letter.made when there is one of this request for the same thing. */
    insert: async (record: LetterRecord, tx: Tx): Promise<void> => {
      try {
        await model.insertMany([record], { session: tx });
      } catch (error) {
        throw isDuplicateKey(error) ? new AppError('letter.made', { cause: error }) : error;
      }
    },
    /** Writes a changed record back; false when somebody was quicker. */
    replace: async (record: LetterRecord, tx: Tx): Promise<boolean> => {
      const { _id, revision } = record;
      const result = await model.replaceOne({ _id, revision }, { ...record, revision: revision + 1 }, { session: tx });
      return result.matchedCount === 1;
    },
    listOfRequest: (requestId: string): Promise<LetterRecord[]> =>
      model.find({ requestId }).sort({ madeAt: 1, _id: 1 }).lean<LetterRecord[]>(),
    /** Whose order at the e-seal service is to be looked after now. */
    listSealDue: (now: Date, limit: number): Promise<LetterRecord[]> =>
      model
        .find({ 'sealOrder.nextAt': { $lte: now } })
        .sort({ 'sealOrder.nextAt': 1 })
        .limit(limit)
        .lean<LetterRecord[]>(),
    findByCheckCode: (checkCode: string) => model.findOne({ checkCode }).lean<LetterRecord>(),
    allOfAccount: (accountId: string): Promise<LetterRecord[]> =>
      readAll<LetterRecord>({ model, filter: { accountId }, sort: { madeAt: -1, _id: -1 } }),
    sealContent: (id: string, text: LetterText): string => fields.encrypt(JSON.stringify(text), place(id, 'content')),
    /** Null once the time of config/retention.json is over. */
    openContent: ({ _id, content }: LetterRecord): LetterText | null =>
      content === '' ? null : (JSON.parse(fields.decrypt(content, place(_id, 'content'))) as LetterText),
    sealDeliveries: (id: string, deliveries: readonly StoredDelivery[]): string =>
      fields.encrypt(JSON.stringify(deliveries), place(id, 'deliveries')),
    openDeliveries: ({ _id, deliveries }: LetterRecord): StoredDelivery[] =>
      deliveries === '' ? [] : (JSON.parse(fields.decrypt(deliveries, place(_id, 'deliveries'))) as StoredDelivery[]),
    sealPdf: (id: string, bytes: Buffer): string => fields.encrypt(bytes.toString('base64'), place(id, 'pdf')),
    openPdf: ({ _id, pdf }: LetterRecord): Buffer | null =>
      pdf === '' ? null : Buffer.from(fields.decrypt(pdf, place(_id, 'pdf')), 'base64'),
  };
}
export type LetterRepository = ReturnType<typeof createLetterRepository>;
