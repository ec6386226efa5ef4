/** insert */
import { decode, withIdFirst, type Doc } from '@bandeng/mongo-documents/bson';
import { MongoError } from '@bandeng/mongo-documents/errors';
import { checkId, checkSize } from '@bandeng/mongo-documents/update';
import type { Collection } from '../storage/catalog';
import { insertRecord, type Writer } from '../storage/write-record';
import { ensureCollection } from './collections';
import { rawList, type CommandContext, type Reply } from './context';
import { runStatements, writeReply } from './write-loop';

/** All inserts answer the same: one object for all lets a session keep one answer for thousands of statements. */
const inserted: Doc = { n: 1 };

/** Stores one raw document. */
export function insertOne(writer: Writer, collection: Collection, given: Buffer): void {
  const raw = checkSize(withIdFirst(given));
  const doc = decode(raw);
  checkId(doc._id);
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
