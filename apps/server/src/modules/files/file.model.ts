import type { FILE_SCANS } from '@bandeng/contracts/schemas';
import { Schema, type Connection } from 'mongoose';

/** What a file belongs to. `accountId` is set when only this account and the staff who handle the record may read it. */
export interface FileBinding {
  collection: string;
  id: string;
  accountId: string | null;
}

/** 没有接查毒; 等着查; 查过, 没有; 有病毒. */
export type FileScan = (typeof FILE_SCANS)[number];

export interface FileRecord {
  _id: string;
  name: string;
  /** Found in the content, never taken from the name or the sender. */
  type: string;
  size: number;
  sha256: string;
  /** Of the bytes in GridFS: new for every try, so that a try that broke off does not stand in the way of the next. */
  bytesId: string;
  /** The key of its bytes under the field key; null for those that were kept before bytes were sealed. */
  sealedKey: string | null;
  /** What clamd says of it; `waiting` and `infected` are shown to nobody. */
  scan: FileScan;
  ownerId: string;
  /** Null until a record takes it; such files are swept after a day. */
  binding: FileBinding | null;
  createdAt: Date;
}

/** Bytes on their way into GridFS, from before the first until a record names them. */
export interface FileWriteRecord {
  _id: string;
  startedAt: Date;
}

const text = { type: String, required: true };

export function defineFileModels(database: Connection) {
  const schema = new Schema<FileRecord>(
    {
      _id: String,
      name: text,
      type: text,
      size: { type: Number, required: true },
      sha256: text,
      bytesId: text,
      sealedKey: { type: String, default: null },
      scan: { type: String, default: 'not_scanned' },
      ownerId: text,
      binding: {
        type: new Schema(
          { collection: text, id: text, accountId: { type: String, default: null } },
          { _id: false, suppressReservedKeysWarning: true },
        ),
        default: null,
      } as never,
      createdAt: { type: Date, required: true },
    },
    { versionKey: false, collection: 'files' },
  );
  schema.index({ ownerId: 1, createdAt: -1, _id: -1 });
  schema.index({ 'binding.collection': 1, 'binding.id': 1 });
  schema.index({ 'binding.collection': 1, createdAt: 1 });
  schema.index({ scan: 1, createdAt: 1 });
  schema.index({ bytesId: 1 }, { unique: true });
  schema.index({ binding: 1, createdAt: 1 });
  const writing = new Schema<FileWriteRecord>(
    { _id: String, startedAt: { type: Date, required: true } },
    { versionKey: false, collection: 'fileWrites' },
  );
  writing.index({ startedAt: 1 });
  return {
    model: database.model<FileRecord>('File', schema),
    writes: database.model<FileWriteRecord>('FileWrite', writing),
  };
}
