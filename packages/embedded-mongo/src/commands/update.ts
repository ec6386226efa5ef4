/** update, and the work on one document that findAndModify shares with it. */
import { decode, decodeExact, isDoc, type Doc } from '../bson/codec';
import { MongoError } from '../errors';
import { collated } from '../query/collation';
import type { ExpressionOptions } from '../query/mingo';
import { findDocuments, type FindRequest, type Found } from '../query/find';
import type { Collection } from '../storage/catalog';
import { insertRecord, replaceRecord, type Writer } from '../storage/write-record';
import { applyUpdate, isReplacement, type UpdateRequest } from '../update/apply-update';
import { encodeNew, encodeUpdated } from '../update/encode-updated';
import { isValidId, upsertedDocument } from '../update/upsert';
import { ensureCollection } from './collections';
import { docMember, findCollection, rawList, readerOf, type CommandContext, type Reply, letMember } from './context';
import { allOrWait, runStatements, writeReply } from './write-loop';

/** The reader of a write job sees what the job is about to commit. */
export function jobReader(context: CommandContext, writer: Writer): { kv: Writer['kv']; batch: number } {
  return { kv: writer.kv, batch: context.transaction ? readerOf(context).batch : context.engine.store.applied };
}

/** Applies an update to a found document and stores it; tells whether anything changed. */
export function updateFound(
  writer: Writer,
  collection: Collection,
  found: Found,
  request: UpdateRequest,
): { changed: boolean; raw: Buffer } {
  const before = decodeExact(found.raw);
  const after = applyUpdate(before, request);
  if (after === before) return { changed: false, raw: found.raw };
  const raw = encodeUpdated(found.raw, before, after);
  if (raw.equals(found.raw)) return { changed: false, raw };
  replaceRecord(writer, collection, found.record, found.doc ?? decode(found.raw), raw);
  return { changed: true, raw };
}

/** Inserts what an upsert makes; gives the stored bytes. */
export function insertUpserted(
  writer: Writer,
  collection: Collection,
  request: UpdateRequest,
): { id: unknown; raw: Buffer } {
  const doc = upsertedDocument(request);
  if (!isValidId(doc._id)) throw new MongoError(53, "The '_id' value cannot be of type array");
  const raw = encodeNew(doc);
  insertRecord(writer, collection, raw, decode(raw));
  return { id: doc._id, raw };
}

interface Statement {
  find: FindRequest;
  request: UpdateRequest;
  multi: boolean;
  upsert: boolean;
}

/** What an update statement and findAndModify have in common. */
export function updateRequest(filter: Doc, update: unknown, body: Doc, options: ExpressionOptions): UpdateRequest {
  if (!isDoc(update) && !Array.isArray(update))
    throw new MongoError(9, 'Update argument must be either an object or an array');
  const arrayFilters = body.arrayFilters as Doc[] | undefined;
  if (arrayFilters && (Array.isArray(update) || isReplacement(update)))
    throw new MongoError(9, 'arrayFilters may not be specified for pipeline-style or replacement updates');
  return { update: update as Doc, filter, ...options, ...(arrayFilters ? { arrayFilters } : {}) };
}

function readStatement(plain: Doc, raw: Buffer, variables: Doc): Statement {
  const exact = decodeExact(raw);
  const collation = collated(plain);
  const filter = docMember(plain, 'q');
  const multi = plain.multi === true;
  const constants = { ...variables, ...letMember(plain, 'c') };
  const request = updateRequest(filter, exact.u, exact, { variables: constants, ...collation });
  if (multi && isReplacement(request.update))
    throw new MongoError(9, 'multi update is not supported for replacement-style update');
  // Servers before 8.0 do not know a sort here, and this one says it is a 7.0.
  if (plain.sort !== undefined) throw new MongoError(40415, "BSON field 'update.updates.sort' is an unknown field.");
  return {
    find: { filter, variables: constants, hint: plain.hint, ...collation, ...(multi ? {} : { limit: 1 }) },
    request,
    multi,
    upsert: plain.upsert === true,
  };
}

function runStatement(context: CommandContext, writer: Writer, collection: Collection, statement: Statement): Doc {
  const found = [...findDocuments(jobReader(context, writer), collection, statement.find).results];
  if (found.length === 0) {
    if (!statement.upsert) return { n: 0, nModified: 0 };
    const { id } = insertUpserted(writer, collection, statement.request);
    return { n: 1, nModified: 0, upserted: id };
  }
  const updateAll = (through: Writer): number => {
    let modified = 0;
    for (const one of found) if (updateFound(through, collection, one, statement.request).changed) modified++;
    return modified;
  };
  const nModified = found.length > 1 ? allOrWait(writer, updateAll) : updateAll(writer);
  return { n: found.length, nModified };
}

export async function update(context: CommandContext): Promise<Reply> {
  const variables = letMember(context.body);
  const raws = rawList(context, 'updates');
  const statements = raws.map(decode);
  const ensured = statements.some(({ upsert }) => upsert === true)
    ? await ensureCollection(context)
    : () => findCollection(context);
  const results = await runStatements(context, raws.length, (writer, index) => {
    const statement = readStatement(statements[index] as Doc, raws[index] as Buffer, variables);
    const collection = ensured();
    if (collection === undefined) {
      // A collection that does not exist matches nothing; a faulty update is still refused.
      applyUpdate(
        {},
        { ...statement.request, update: isReplacement(statement.request.update) ? statement.request.update : {} },
      );
      return { n: 0, nModified: 0 };
    }
    return runStatement(context, writer, collection, statement);
  });
  return writeReply(results, ['n', 'nModified']);
}
