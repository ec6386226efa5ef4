/** How LMDB's one ordered key space is divided: four bytes of collection, two of index, then the key. */
import { afterPrefix } from '@bandeng/mongo-documents/keys';

const catalogId = 0;
const retryId = 1;
export const firstCollectionId = 16;

/** Index number 0 of a collection holds its documents by record number; 1 is the index on _id. */
const documentsPart = 0;

export interface Range {
  from: Buffer;
  to: Buffer;
}

/** The common beginning of all keys of one index (or of the documents) of a collection. */
export function prefixOf(collection: number, index: number): Buffer {
  const out = Buffer.allocUnsafe(6);
  out.writeUInt32BE(collection, 0);
  out.writeUInt16BE(index, 4);
  return out;
}

/** The range of all keys that begin with a prefix. */
export function rangeOf(prefix: Buffer): Range {
  return { from: prefix, to: afterPrefix(prefix) };
}

export function collectionRange(collection: number): Range {
  return rangeOf(prefixOf(collection, 0).subarray(0, 4));
}

export function documentsRange(collection: number): Range {
  return rangeOf(prefixOf(collection, documentsPart));
}

export function recordKey(collection: number, record: number): Buffer {
  return Buffer.concat([prefixOf(collection, documentsPart), recordBytes(record)]);
}

/** The record number at the end of a key or of a unique entry's value. */
export function recordAtEnd(bytes: Buffer): number {
  return bytes.readUIntBE(bytes.length - 6, 6);
}

export function recordBytes(record: number): Buffer {
  const out = Buffer.allocUnsafe(6);
  out.writeUIntBE(record, 0, 6);
  return out;
}

export function catalogKey(namespace: string): Buffer {
  return Buffer.concat([prefixOf(catalogId, 0), Buffer.from(namespace)]);
}

export const catalogRange = rangeOf(prefixOf(catalogId, 0));
export const ownerKey = prefixOf(catalogId, 1);
/** Number ranges of dropped collections and indexes whose space is still to be reclaimed. */
export const droppedPrefix = prefixOf(catalogId, 2);

export function retryKey(session: string): Buffer {
  return Buffer.concat([prefixOf(retryId, 0), Buffer.from(session, 'latin1')]);
}
