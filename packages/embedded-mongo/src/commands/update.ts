/** update, and findAndModify, which answers with the document as it was before or is after. */
import { decode, decodeExact, docMember, type Doc } from '@bandeng/mongo-documents/bson';
import { MongoError } from '@bandeng/mongo-documents/errors';
import { createProjector } from '@bandeng/mongo-documents/query';
import {
  isReplacement,
  updatedBytes,
  updateRequest,
  upserted,
  type UpdateRequest,
} from '@bandeng/mongo-documents/update';
import { findDocuments, type Found } from '../query/find';
import type { Collection } from '../storage/catalog';
import { insertRecord, replaceRecord, type Writer } from '../storage/write-record';
import { ensureCollection } from './collections';
import { findCollection, letMember, rawList, type CommandContext, type Reply } from './context';
import { removeFound } from './delete';
import { requestOf } from './request';
import { allOrWait, jobReader, runStatements, writeReply } from './write-loop';

/** Applies an update to a found document and stores it; gives the bytes that are stored now. */
export function updateFound(writer: Writer, collection: Collection, found: Found, request: UpdateRequest): Buffer {
  const raw = updatedBytes(found.raw, request);
  if (raw === found.raw) return raw;
  replaceRecord(writer, collection, found.record, found.doc ?? decode(found.raw), raw);
  return raw;
}

/** Inserts what an upsert makes. */
function upsert(context: CommandContext, writer: Writer, request: UpdateRequest): { id: unknown; raw: Buffer } {
  const { id, raw } = upserted(request);
  insertRecord(writer, ensureCollection(context), raw, decode(raw));
  return { id, raw };
}

function runStatement(context: CommandContext, writer: Writer, raw: Buffer, variables: Doc): Doc {
  const statement = decodeExact(raw);
  // Servers before 8.0 do not know a sort here, and this one says it is a 7.0.
  if (statement.sort !== undefined)
    throw new MongoError(40415, "BSON field 'update.updates.sort' is an unknown field.");
  const multi = statement.multi === true;
  const query = requestOf('update', decode(raw), { ...variables, ...letMember(statement, 'c') });
  const request = updateRequest(query, statement.u, statement);
  if (multi && isReplacement(request.update))
    throw new MongoError(9, 'multi update is not supported for replacement-style update');
  const collection = findCollection(context);
  const reader = jobReader(context, writer);
  const found = [...findDocuments(reader, collection, multi ? query : { ...query, limit: 1 }).results];
  if (collection === undefined || found.length === 0)
    return statement.upsert === true
      ? { n: 1, nModified: 0, upserted: upsert(context, writer, request).id }
      : { n: 0, nModified: 0 };
  let nModified = 0;
  allOrWait(writer, found.length, through => {
    for (const one of found) if (updateFound(through, collection, one, request) !== one.raw) nModified++;
  });
  return { n: found.length, nModified };
}

export async function update(context: CommandContext): Promise<Reply> {
  const variables = letMember(context.body);
  const raws = rawList(context, 'updates');
  const results = await runStatements(context, raws.length, (writer, index) =>
    runStatement(context, writer, raws[index] as Buffer, variables),
  );
  return writeReply(results, ['n', 'nModified']);
}

function modify(context: CommandContext, writer: Writer): Doc {
  const { body, message } = context;
  const { remove } = body;
  const query = { ...requestOf('findAndModify', body), limit: 1 };
  const project = createProjector(docMember(body, 'fields'), query.filter, query);
  const show = (raw: Buffer): Doc => (project ? project(decodeExact(raw)) : decodeExact(raw));
  const collection = findCollection(context);
  const [found] = findDocuments(jobReader(context, writer), collection, query).results;
  if (collection && found && remove === true) {
    removeFound(writer, collection, found);
    return { lastErrorObject: { n: 1 }, value: show(found.raw) };
  }
  if (remove === true) return { lastErrorObject: { n: 0 }, value: null };
  const exact = decodeExact(message.raw);
  const request = updateRequest(query, exact.update, exact);
  if (collection && found) {
    const raw = updateFound(writer, collection, found, request);
    return { lastErrorObject: { n: 1, updatedExisting: true }, value: show(body.new === true ? raw : found.raw) };
  }
  if (body.upsert !== true) return { lastErrorObject: { n: 0, updatedExisting: false }, value: null };
  const { id, raw } = upsert(context, writer, request);
  return {
    lastErrorObject: { n: 1, updatedExisting: false, upserted: id },
    value: body.new === true ? show(raw) : null,
  };
}

export async function findAndModify(context: CommandContext): Promise<Reply> {
  const { remove, update: given, new: after, upsert: inserts } = context.body;
  if ((remove === true) === (given !== undefined))
    throw new MongoError(9, "Either an 'update' or 'remove'=true must be specified, and not both");
  if (remove === true && (after === true || inserts === true))
    throw new MongoError(9, "Cannot specify 'new' or 'upsert' with 'remove'=true, which returns the deleted document");
  const { answers, errors } = await runStatements(context, 1, writer => modify(context, writer));
  if (errors[0]) throw errors[0].error;
  // A copy: the answer that is remembered must not get the reply's own members.
  return { doc: { ...answers.get(0) } };
}
