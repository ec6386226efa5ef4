import type { Connection } from 'mongoose';
import { isDuplicateKey, type Tx } from '../../platform/transaction';
import { createWordingModel, type LetterWording, type LetterWordingsRecord } from './wording.model';

/** Wordings of letters that the office put in the place of those in config/letters. */
export function createWordingRepository(database: Connection) {
  const model = createWordingModel(database);
  return {
    /** By code; kinds that were never reworded are not there. */
    findAll: async (codes: readonly string[]): Promise<Map<string, LetterWording[]>> => {
      const records = await model.find({ _id: { $in: [...codes] } }).lean<LetterWordingsRecord[]>();
      return new Map(records.map(({ _id, versions }) => [_id, versions]));
    },
    /** Adds a version after those that were seen; false when another one came first. */
    add: async (code: string, wording: LetterWording, tx: Tx): Promise<boolean> => {
      if (wording.version > 1) {
        const seen = { _id: code, versions: { $size: wording.version - 1 } };
        const result = await model.updateOne(seen, { $push: { versions: wording } }, { session: tx });
        return result.modifiedCount === 1;
      }
      try {
        await model.insertMany([{ _id: code, versions: [wording] }], { session: tx });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
  };
}
export type WordingRepository = ReturnType<typeof createWordingRepository>;
