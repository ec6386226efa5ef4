/** insert */
import { decode, ObjectId, rawElements, type Doc, type RawElement } from '../bson/codec';
import { elementsOf, joinElements } from '../bson/raw';
import { MongoError } from '../errors';
import type { Collection } from '../storage/catalog';
import { insertRecord, type Writer } from '../storage/write-record';
import { checkSize } from '../update/encode-updated';
import { isValidId } from '../update/upsert';
import { ensureCollection } from './collections';
import { rawList, type CommandContext, type Reply } from './context';
import { runStatements, writeReply } from './write-loop';

/** All inserts answer the same: one object for all lets a session keep one answer for thousands of statements. */
const inserted: Doc = { n: 1 };

/** The bytes to store: with an _id, and that first. */
export function withIdFirst(raw: Buffer): Buffer {
  if (raw.toString('latin1', 5, 9) === '_id\u0000') return raw;
  const elements = rawElements(raw);
  const id = elements.find(({ name }) => name === '_id');
  const bytes = ({ start, end }: RawElement): Buffer => raw.subarray(start, end);
  const others = elements.filter(element => element !== id).map(bytes);
  return joinElements([id ? bytes(id) : elementsOf({ _id: new ObjectId() }), ...others]);
}

/** Stores one raw document. */
export function insertOne(writer: Writer, collection: Collection, given: Buffer): void {
  const raw = checkSize(withIdFirst(given));
  const doc = decode(raw);
  if (!isValidId(doc._id))
    throw new MongoError(
      53,
      "The '_id' value cannot be of type array, regex or undefined, nor hold fields that begin with $",
    );
  insertRecord(writer, collection, raw, doc);
}

export async function insert(context: CommandContext): Promise<Reply> {
  const documents = rawList(context, 'documents');
  if (documents.length === 0)
    throw new MongoError(16, 'Write batch sizes must be between 1 and 100000. Got 0 operations.');
  const results = await runStatements(context, documents.length, (writer, index) => {
    insertOne(writer, ensureCollection(context), documents[index] as Buffer);
    return inserted;
  });
  return writeReply(results, ['n']);
}
