import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import mongoose, { type Connection } from 'mongoose';
import { readAll } from '../../platform/paging';
import type { Tx } from '../../platform/transaction';
import { defineFileModels, type FileBinding, type FileRecord, type FileWriteRecord } from './file.model';

/** GridFS wants a name; ours stands in the record. */
const BYTES_NAME = 'bytes';

/** Records in `files`, bytes in GridFS under the same id. */
export function createFileRepository(database: Connection) {
  const { model, writes } = defineFileModels(database);
  /** Made on first use: the connection's database is there by then. */
  const bucket = () => new mongoose.mongo.GridFSBucket(database.db!, { bucketName: 'fileBytes' });
  const byteId = (id: string) => id as unknown as mongoose.mongo.ObjectId;

  async function forgetWrite(bytesId: string): Promise<void> {
    await writes.deleteOne({ _id: bytesId });
  }

  async function removeBytes(bytesId: string): Promise<void> {
    try {
      await bucket().delete(byteId(bytesId));
    } catch (error) {
      // There was no file of that name yet; what had been written of it is gone all the same.
      if (!(error instanceof mongoose.mongo.MongoRuntimeError)) throw error;
    }
    await forgetWrite(bytesId);
  }

  return {
    find: (id: string) => model.findOne({ _id: id }).lean<FileRecord>(),
    findAll: (ids: readonly string[], tx?: Tx) =>
      model
        .find({ _id: { $in: ids } })
        .session(tx ?? null)
        .lean<FileRecord[]>(),
    /** What this account uploaded, newest first. */
    allOwned: (ownerId: string): Promise<FileRecord[]> =>
      readAll<FileRecord>({ model, filter: { ownerId }, sort: { createdAt: -1, _id: -1 } }),
    countSince: (ownerId: string, since: Date) => model.countDocuments({ ownerId, createdAt: { $gte: since } }),
    insert: async (record: FileRecord): Promise<void> => {
      await model.insertMany([record]);
      await forgetWrite(record.bytesId);
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
    async writeBytes(bytesId: string, source: Readable, startedAt: Date): Promise<void> {
      await writes.insertMany([{ _id: bytesId, startedAt }]);
      await pipeline(source, bucket().openUploadStreamWithId(byteId(bytesId), BYTES_NAME));
    },
    readBytes: (bytesId: string, range?: { start: number; end: number }): Readable =>
      bucket().openDownloadStream(byteId(bytesId), range && { start: range.start, end: range.end + 1 }),
    removeBytes,
    /** The record names other bytes from now on, if it is this owner's and names the same as before; what it does not name goes. */
    swapBytes: async (
      { _id, bytesId: old }: Pick<FileRecord, '_id' | 'bytesId'>,
      owner: { collection: string; id: string },
      next: Pick<FileRecord, 'bytesId' | 'sha256' | 'size'>,
      now: Date,
    ): Promise<void> => {
      // Broken off after the swap, the old bytes are found again by this note.
      await writes.updateOne({ _id: old }, { $set: { startedAt: now } }, { upsert: true });
      const isOwners = { 'binding.collection': owner.collection, 'binding.id': owner.id };
      const { modifiedCount } = await model.updateOne({ _id, bytesId: old, ...isOwners }, { $set: next });
      const [named, unnamed] = modifiedCount === 1 ? [next.bytesId, old] : [old, next.bytesId];
      await forgetWrite(named);
      await removeBytes(unnamed);
    },
    /** Removes an upload that no record took, unless one takes it at this moment. */
    removeUnbound: async ({ _id, bytesId, createdAt }: FileRecord): Promise<void> => {
      // Broken off between the two, the bytes are found again by this note.
      await writes.updateOne({ _id: bytesId }, { $set: { startedAt: createdAt } }, { upsert: true });
      const { deletedCount } = await model.deleteOne({ _id, binding: null });
      if (deletedCount === 1) await removeBytes(bytesId);
      else await forgetWrite(bytesId);
    },
    /** Writes begun before then that did not end as a record, or whose record came and the note of them stayed. */
    async listUnfinished(before: Date, limit: number): Promise<{ bytesId: string; isNamed: boolean }[]> {
      const begun = await writes
        .find({ startedAt: { $lt: before } })
        .sort({ startedAt: 1 })
        .limit(limit)
        .lean<FileWriteRecord[]>();
      const named = await model
        .find({ bytesId: { $in: begun.map(({ _id }) => _id) } })
        .select('bytesId')
        .lean<Pick<FileRecord, 'bytesId'>[]>();
      const known = new Set(named.map(record => record.bytesId));
      return begun.map(({ _id }) => ({ bytesId: _id, isNamed: known.has(_id) }));
    },
    forgetWrite,
  };
}
export type FileRepository = ReturnType<typeof createFileRepository>;
