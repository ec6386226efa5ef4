import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import mongoose, { type Connection } from 'mongoose';
import type { Tx } from '../../platform/transaction';
import { defineFileModel, type FileBinding, type FileRecord } from './file.model';

/** One name for all bytes: GridFS has an index on name and day of writing. */
const BYTES_NAME = 'bytes';

/** Records in `files`, bytes in GridFS under the same id. */
export function createFileRepository(database: Connection) {
  const model = defineFileModel(database);
  /** Made on first use: the connection's database is there by then. */
  const bucket = () => new mongoose.mongo.GridFSBucket(database.db!, { bucketName: 'fileBytes' });
  const byteId = (id: string) => id as unknown as mongoose.mongo.ObjectId;

  async function removeBytes(bytesId: string): Promise<void> {
    try {
      await bucket().delete(byteId(bytesId));
    } catch (error) {
      if (!(error instanceof mongoose.mongo.MongoRuntimeError)) throw error;
    }
  }

  return {
    find: (id: string) => model.findOne({ _id: id }).lean<FileRecord>(),
    findAll: (ids: readonly string[], tx?: Tx) =>
      model
        .find({ _id: { $in: ids } })
        .session(tx ?? null)
        .lean<FileRecord[]>(),
    /** What this account uploaded, newest first. */
    listOwned: (ownerId: string, limit: number) =>
      model.find({ ownerId }).sort({ createdAt: -1 }).limit(limit).lean<FileRecord[]>(),
    countSince: (ownerId: string, since: Date) => model.countDocuments({ ownerId, createdAt: { $gte: since } }),
    insert: async (record: FileRecord): Promise<void> => {
      await model.insertMany([record]);
    },
    bind: async (id: string, binding: FileBinding, tx: Tx): Promise<void> => {
      await model.updateOne({ _id: id }, { $set: { binding } }, { session: tx });
    },
    listUnbound: (before: Date, limit: number) =>
      model
        .find({ binding: null, createdAt: { $lt: before } })
        .limit(limit)
        .lean<FileRecord[]>(),
    /** Bytes first: a record without bytes would be a broken download, bytes without a record are swept. */
    writeBytes: (bytesId: string, source: Readable) =>
      pipeline(source, bucket().openUploadStreamWithId(byteId(bytesId), BYTES_NAME)),
    readBytes: (bytesId: string, range?: { start: number; end: number }): Readable =>
      bucket().openDownloadStream(byteId(bytesId), range && { start: range.start, end: range.end + 1 }),
    removeBytes,
    remove: async ({ _id, bytesId }: Pick<FileRecord, '_id' | 'bytesId'>): Promise<void> => {
      await model.deleteOne({ _id });
      await removeBytes(bytesId);
    },
    /** Bytes written between these instants that no record names: their upload broke off. */
    async listOrphans(from: Date, to: Date): Promise<string[]> {
      const written = await bucket()
        .find({ filename: BYTES_NAME, uploadDate: { $gte: from, $lt: to } })
        .map(file => String(file._id))
        .toArray();
      const named = await model
        .find({ bytesId: { $in: written } })
        .select('bytesId')
        .lean<Pick<FileRecord, 'bytesId'>[]>();
      const known = new Set(named.map(record => record.bytesId));
      return written.filter(id => !known.has(id));
    },
  };
}
export type FileRepository = ReturnType<typeof createFileRepository>;
