/** Inserting, replacing and removing one document together with its keys in every index. */
import { decode, type Doc } from '@bandeng/mongo-documents/bson';
import { MongoError } from '@bandeng/mongo-documents/errors';
import { indexKeys } from '@bandeng/mongo-documents/keys';
import { checkPoint, someValue } from '@bandeng/mongo-documents/query';
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

/** Those entries whose keys are not among the others. */
function without(entries: IndexEntry[], others: IndexEntry[]): IndexEntry[] {
  if (others.length === 0) return entries;
  const names = new Set(others.map(({ key }) => key.toString('latin1')));
  return entries.filter(({ key }) => !names.has(key.toString('latin1')));
}

/** Writes the entries that a record gets and takes away those it loses: all is claimed and checked before the first is written. */
function exchange(
  writer: Writer,
  collection: Collection,
  record: number,
  before: IndexEntry[],
  after: IndexEntry[],
  doc: Doc,
): void {
  const [added, removed] = [without(after, before), without(before, after)];
  for (const { index, key } of [...added, ...removed]) if (index.unique) writer.touch(key);
  for (const { index, key } of added) {
    const holder = index.unique ? writer.kv.get(key) : undefined;
    if (holder !== undefined && recordAtEnd(holder) !== record) throw duplicateKey(collection, index, doc);
  }
  const bytes = recordBytes(record);
  for (const { index, key } of removed) writer.kv.remove(index.unique ? key : Buffer.concat([key, bytes]));
  for (const { index, key } of added)
    if (index.unique) writer.kv.put(key, bytes);
    else writer.kv.put(Buffer.concat([key, bytes]), oneByte);
}

const oneByte = Buffer.from([1]);

/** Stores a new document; `doc` is its decoded form. */
export function insertRecord(writer: Writer, collection: Collection, raw: Buffer, doc: Doc): void {
  const record = collection.nextRecord;
  exchange(writer, collection, record, [], entriesOf(writer, collection, doc), doc);
  collection.nextRecord++;
  writer.kv.put(recordKey(collection.id, record), raw);
}

/** Replaces a document by another with the same _id; only keys that differ are written. */
export function replaceRecord(writer: Writer, collection: Collection, record: number, before: Doc, raw: Buffer): void {
  const after = decode(raw);
  const key = recordKey(collection.id, record);
  writer.touch(key);
  const former = entriesOf(writer, collection, before);
  exchange(writer, collection, record, former, entriesOf(writer, collection, after), after);
  writer.kv.put(key, raw);
}

/** Removes a document and its keys. */
export function removeRecord(writer: Writer, collection: Collection, record: number, doc: Doc): void {
  const key = recordKey(collection.id, record);
  writer.touch(key);
  exchange(writer, collection, record, entriesOf(writer, collection, doc), [], doc);
  writer.kv.remove(key);
}

/** Writes the keys of an existing document into a new index. */
export function indexRecord(writer: Writer, collection: Collection, index: Index, record: number, doc: Doc): void {
  exchange(writer, collection, record, [], entriesOf(writer, collection, doc, [index]), doc);
}
