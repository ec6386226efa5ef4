import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import mongoose, { type Connection } from 'mongoose';
import type { Tx } from '../../platform/transaction';
import { defineFileModel, type FileBinding, type FileRecord } from './file.model';

/** Records in `files`, bytes in GridFS under the same id. */
export function createFileRepository(database: Connection) {
  const model = defineFileModel(database);
  /** Made on first use: the connection's database is there by then. */
  const bucket = () => new mongoose.mongo.GridFSBucket(database.db!, { bucketName: 'fileBytes' });
  const byteId = (id: string) => id as unknown as mongoose.mongo.ObjectId;

  return {
    find: (id: string) => model.findOne({ _id: id }).lean<FileRecord>(),
    findAll: (ids: readonly string[], tx?: Tx) =>
      model
        .find({ _id: { $in: ids } })
        .session(tx ?? null)
        .lean<FileRecord[]>(),
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
    writeBytes: (id: string, name: string, source: Readable) =>
      pipeline(source, bucket().openUploadStreamWithId(byteId(id), name)),
    readBytes: (id: string, range?: { start: number; end: number }): Readable =>
      bucket().openDownloadStream(byteId(id), range && { start: range.start, end: range.end + 1 }),
    remove: async (id: string): Promise<void> => {
      await model.deleteOne({ _id: id });
      await bucket()
        .delete(byteId(id))
        .catch((error: unknown) => {
          if (!(error instanceof mongoose.mongo.MongoRuntimeError)) throw error;
        });
    },
  };
}
export type FileRepository = ReturnType<typeof createFileRepository>;
