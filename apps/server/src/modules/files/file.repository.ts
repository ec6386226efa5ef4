import { pipeline as joinStreams, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import mongoose, { type Connection } from 'mongoose';
import type { FieldCipher } from '../../platform/crypto';
import { readAll } from '../../platform/paging';
import { newBytesKey, openingOf, sealingStream, type ByteRange } from '../../platform/sealed-bytes';
import type { Tx } from '../../platform/transaction';
import { defineFileModels, type FileBinding, type FileRecord, type FileScan, type FileWriteRecord } from './file.model';

/** GridFS wants a name; ours stands in the record. */
const BYTES_NAME = 'bytes';

/** What reading the bytes of a file takes. */
export type StoredBytes = Pick<FileRecord, '_id' | 'bytesId' | 'sealedKey' | 'size'>;

const keyPlace = (id: string) => ({ collection: 'files', id, field: 'sealedKey' });

/** Records in `files`, their bytes in GridFS, every file's under a key of its own, which its record holds sealed. */
export function createFileRepository({ database, fields }: { database: Connection; fields: FieldCipher }) {
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
    /**
     * Bytes first: a record without bytes would be a broken download, bytes without a record are swept.
     * @returns the key they are sealed with, for the record `id` that is going to name them
     */
    async writeBytes(
      { id, bytesId }: { id: string; bytesId: string },
      source: Readable,
      startedAt: Date,
    ): Promise<Pick<FileRecord, 'bytesId' | 'sealedKey'>> {
      const key = newBytesKey();
      await writes.insertMany([{ _id: bytesId, startedAt }]);
      await pipeline(source, sealingStream(key), bucket().openUploadStreamWithId(byteId(bytesId), BYTES_NAME));
      return { bytesId, sealedKey: fields.encrypt(key.toString('base64'), keyPlace(id)) };
    },
    readBytes: ({ _id, bytesId, sealedKey, size }: StoredBytes, range?: ByteRange): Readable => {
      const read = (part?: ByteRange) =>
        bucket().openDownloadStream(byteId(bytesId), part && { start: part.start, end: part.end + 1 });
      if (!sealedKey) return read(range);
      const key = Buffer.from(fields.decrypt(sealedKey, keyPlace(_id)), 'base64');
      const { sealedRange, stream } = openingOf(key, size, range);
      // A fault of either end reaches the reader of the stream.
      return joinStreams(read(sealedRange), stream, () => undefined);
    },
    removeBytes,
    /** The record names other bytes from now on, if it is this owner's and names the same as before; what it does not name goes. */
    swapBytes: async (
      { _id, bytesId: old }: Pick<FileRecord, '_id' | 'bytesId'>,
      owner: { collection: string; id: string },
      next: Pick<FileRecord, 'bytesId' | 'sealedKey' | 'sha256' | 'size'>,
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
    /** Those that clamd is still to look at, the oldest first. */
    listToScan: (limit: number) =>
      model.find({ scan: 'waiting' }).sort({ createdAt: 1 }).limit(limit).lean<FileRecord[]>(),
    setScan: async ({ _id, bytesId }: FileRecord, scan: FileScan): Promise<void> => {
      await model.updateOne({ _id, bytesId, scan: 'waiting' }, { $set: { scan } });
    },
    /** Files of records of this collection that were uploaded before then. */
    listBoundTo: (collection: string, before: Date, limit: number) =>
      model
        .find({ 'binding.collection': collection, createdAt: { $lt: before } })
        .limit(limit)
        .lean<FileRecord[]>(),
    /** Removes a file of this record, bytes and all, unless it belongs elsewhere by now. */
    removeBound: async (
      { _id, bytesId }: Pick<FileRecord, '_id' | 'bytesId'>,
      owner: { collection: string; id: string },
      now: Date,
    ): Promise<void> => {
      // Broken off between the two, the bytes are found again by this note.
      await writes.updateOne({ _id: bytesId }, { $set: { startedAt: now } }, { upsert: true });
      const isOwners = { 'binding.collection': owner.collection, 'binding.id': owner.id };
      const { deletedCount } = await model.deleteOne({ _id, ...isOwners });
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
