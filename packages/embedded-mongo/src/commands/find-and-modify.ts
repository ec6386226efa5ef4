/** findAndModify: updates or removes one document and answers with it as it was before or is after. */
import { decodeExact, isDoc, type Doc } from '../bson/codec';
import { MongoError } from '../errors';
import { collated } from '../query/collation';
import { findDocuments } from '../query/find';
import { createProjector } from '../query/project';
import type { Collection } from '../storage/catalog';
import type { Writer } from '../storage/write-record';
import { ensureCollection } from './collections';
import { docMember, findCollection, write, type CommandContext, type Reply, letMember } from './context';
import { CloseConnection } from './fail-points';
import { removeFound } from './delete';
import { insertUpserted, jobReader, updateFound, updateRequest } from './update';

function checkOptions(body: Doc): void {
  if (body.remove === true && body.update !== undefined)
    throw new MongoError(9, "Cannot specify both an 'update' and 'remove'=true");
  if (body.remove !== true && body.update === undefined)
    throw new MongoError(9, "Either an update or 'remove'=true must be specified");
  if (body.remove === true && body.new === true)
    throw new MongoError(
      9,
      "Cannot specify both 'new'=true and 'remove'=true; 'remove' always returns the deleted document",
    );
  if (body.remove === true && body.upsert === true)
    throw new MongoError(9, "Cannot specify both 'upsert'=true and 'remove'=true");
}

function run(context: CommandContext, writer: Writer, collection: Collection): Doc {
  const { body } = context;
  const filter = docMember(body, 'query');
  const variables = letMember(body);
  const collation = collated(body);
  const project = createProjector(docMember(body, 'fields'), filter, { variables, ...collation });
  const shown = (raw: Buffer): Doc => {
    const doc = decodeExact(raw);
    return project ? project(doc) : doc;
  };
  const sort = isDoc(body.sort) ? { sort: body.sort } : {};
  const [found] = findDocuments(jobReader(context, writer), collection, {
    filter,
    ...sort,
    hint: body.hint,
    limit: 1,
    variables,
    ...collation,
  }).results;
  if (body.remove === true) {
    if (found === undefined) return { lastErrorObject: { n: 0 }, value: null };
    removeFound(writer, collection, found);
    return { lastErrorObject: { n: 1 }, value: shown(found.raw) };
  }
  const exact = decodeExact(context.message.raw);
  const request = updateRequest(filter, exact.update, exact, { variables, ...collation });
  if (found !== undefined) {
    const { raw } = updateFound(writer, collection, found, request);
    return { lastErrorObject: { n: 1, updatedExisting: true }, value: shown(body.new === true ? raw : found.raw) };
  }
  if (body.upsert !== true) return { lastErrorObject: { n: 0, updatedExisting: false }, value: null };
  const { id, raw } = insertUpserted(writer, collection, request);
  return {
    lastErrorObject: { n: 1, updatedExisting: false, upserted: id },
    value: body.new === true ? shown(raw) : null,
  };
}

export async function findAndModify(context: CommandContext): Promise<Reply> {
  const { body, session, retryable, engine } = context;
  checkOptions(body);
  const remembered = retryable ? session?.answers.get(0) : undefined;
  if (remembered) return { doc: { ...remembered } };
  const ensured = body.upsert === true ? await ensureCollection(context) : () => findCollection(context);
  const closing = retryable ? engine.failPoints.onWrite() : undefined;
  if (closing === 'before') throw new CloseConnection();
  const doc = await write(context, writer => {
    const collection = ensured();
    if (collection === undefined)
      return { lastErrorObject: body.remove === true ? { n: 0 } : { n: 0, updatedExisting: false }, value: null };
    const answer = run(context, writer, collection);
    if (retryable && session) {
      session.answers.set(0, answer);
      engine.sessions.remember(session);
    }
    return answer;
  });
  if (closing === 'after') throw new CloseConnection();
  // A copy: the answer that is remembered must not get the reply's own members.
  return { doc: { ...doc } };
}
