/** Inserting, replacing and removing one document together with its keys in every index. */
import { decode, type Doc } from '../bson/codec';
import { MongoError } from '../errors';
import { indexKeys } from '../keys/index-keys';
import { checkPoint } from '../query/geo';
import { someValue } from '../query/paths';
import type { Catalog, Collection, Index } from './catalog';
import { prefixOf, recordAtEnd, recordBytes, recordKey } from './key-space';
import type { Kv } from './kv';

export interface Writer {
  kv: Kv;
  catalog: Catalog;
  /** Claims a key for this write; throws when an open transaction holds it or has to give way. */
  touch(key: Buffer): void;
}

interface IndexEntry {
  index: Index;
  key: Buffer;
}

/** The first value of each field that an index sees in a document, for error messages. */
function keyValueOf(index: Index, doc: Doc): Doc {
  const value: Doc = {};
  for (const { path, parts } of index.fields)
    someValue(doc, parts, true, found => {
      value[path] = found ?? null;
      return !Array.isArray(found);
    });
  return value;
}

function duplicateKey(collection: Collection, index: Index, doc: Doc): MongoError {
  const keyValue = keyValueOf(index, doc);
  const shown = Object.entries(keyValue).map(([path, value]) => `${path}: ${showValue(value)}`);
  const message = `E11000 duplicate key error collection: ${collection.namespace} index: ${index.name} dup key: { ${shown.join(', ')} }`;
  return new MongoError(11000, message, { keyPattern: index.spec.key, keyValue });
}

function showValue(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'toHexString' in value) return `ObjectId('${String(value)}')`;
  return JSON.stringify(value) ?? 'null';
}

function entriesOf(writer: Writer, collection: Collection, doc: Doc, indexes = collection.indexes): IndexEntry[] {
  const entries: IndexEntry[] = [];
  for (const index of indexes) {
    if (index.partial && !index.partial.matches(doc)) continue;
    if (index.points) {
      checkPoint(doc, index.fields[0]?.path ?? '');
      continue;
    }
    const { keys, multikey, cut, absent } = indexKeys(doc, index.fields);
    if (index.sparse && absent) continue;
    noteShape(writer, collection, index, multikey, cut);
    const prefix = prefixOf(collection.id, index.id);
    for (const key of keys) entries.push({ index, key: Buffer.concat([prefix, key]) });
  }
  return entries;
}

/** Remembers that an index has become multikey or holds a cut key; set early, never back: readers only become careful. */
function noteShape(writer: Writer, collection: Collection, index: Index, multikey: boolean[], cut: boolean): void {
  const grows = (cut && !index.cut) || multikey.some((value, i) => value && !index.multikey[i]);
  if (!grows) return;
  index.cut ||= cut;
  index.multikey = index.multikey.map((value, i) => value || multikey[i] === true);
  writer.catalog.noteShape(collection);
}

function checkUnique(writer: Writer, collection: Collection, entries: IndexEntry[], record: number, doc: Doc): void {
  for (const { index, key } of entries) {
    if (!index.unique) continue;
    writer.touch(key);
    const holder = writer.kv.get(key);
    if (holder !== undefined && recordAtEnd(holder) !== record) throw duplicateKey(collection, index, doc);
  }
}

function putEntry(writer: Writer, { index, key }: IndexEntry, record: Buffer): void {
  if (index.unique) writer.kv.put(key, record);
  else writer.kv.put(Buffer.concat([key, record]), oneByte);
}

const oneByte = Buffer.from([1]);

function removeEntry(writer: Writer, { index, key }: IndexEntry, record: Buffer): void {
  writer.kv.remove(index.unique ? key : Buffer.concat([key, record]));
}

/** Stores a new document; `doc` is its decoded form. Returns its record number. */
export function insertRecord(writer: Writer, collection: Collection, raw: Buffer, doc: Doc): number {
  const record = collection.nextRecord;
  const entries = entriesOf(writer, collection, doc);
  checkUnique(writer, collection, entries, record, doc);
  collection.nextRecord++;
  const bytes = recordBytes(record);
  writer.kv.put(recordKey(collection.id, record), raw);
  for (const entry of entries) putEntry(writer, entry, bytes);
  return record;
}

/** Replaces a document by another with the same _id; only keys that differ are written. */
export function replaceRecord(writer: Writer, collection: Collection, record: number, before: Doc, raw: Buffer): void {
  const after = decode(raw);
  const key = recordKey(collection.id, record);
  writer.touch(key);
  const oldEntries = entriesOf(writer, collection, before);
  const newEntries = entriesOf(writer, collection, after);
  const oldNames = new Set(oldEntries.map(entry => entry.key.toString('latin1')));
  const newNames = new Set(newEntries.map(entry => entry.key.toString('latin1')));
  const added = newEntries.filter(entry => !oldNames.has(entry.key.toString('latin1')));
  const removed = oldEntries.filter(entry => !newNames.has(entry.key.toString('latin1')));
  checkUnique(writer, collection, added, record, after);
  for (const entry of removed) if (entry.index.unique) writer.touch(entry.key);
  const bytes = recordBytes(record);
  for (const entry of removed) removeEntry(writer, entry, bytes);
  for (const entry of added) putEntry(writer, entry, bytes);
  writer.kv.put(key, raw);
}

/** Removes a document and its keys. */
export function removeRecord(writer: Writer, collection: Collection, record: number, doc: Doc): void {
  const key = recordKey(collection.id, record);
  writer.touch(key);
  const entries = entriesOf(writer, collection, doc);
  for (const entry of entries) if (entry.index.unique) writer.touch(entry.key);
  const bytes = recordBytes(record);
  for (const entry of entries) removeEntry(writer, entry, bytes);
  writer.kv.remove(key);
}

/** Writes the keys of an existing document into a new index. */
export function indexRecord(writer: Writer, collection: Collection, index: Index, record: number, doc: Doc): void {
  const entries = entriesOf(writer, collection, doc, [index]);
  checkUnique(writer, collection, entries, record, doc);
  const bytes = recordBytes(record);
  for (const entry of entries) putEntry(writer, entry, bytes);
}
