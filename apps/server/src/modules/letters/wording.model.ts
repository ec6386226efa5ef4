import type { LetterParagraph } from '@bandeng/rules';
import { Schema, type Connection, type Model } from 'mongoose';

/** One wording of a kind of letter, from the time the office put it on. */
export interface LetterWording {
  version: number;
  name: string;
  body: LetterParagraph[];
  why: string;
  at: Date;
  by: string;
}

/** By the code of the kind; the last version is the one that counts now. */
export interface LetterWordingsRecord {
  _id: string;
  versions: LetterWording[];
}

export function createWordingModel(database: Connection): Model<LetterWordingsRecord> {
  const schema = new Schema<LetterWordingsRecord>(
    { _id: String, versions: { type: [Schema.Types.Mixed], required: true } as never },
    { versionKey: false, collection: 'letterWordings', minimize: false },
  );
  return database.model<LetterWordingsRecord>('LetterWordings', schema);
}
