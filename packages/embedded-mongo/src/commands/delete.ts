/** delete */
import { decode, type Doc } from '../bson/codec';
import { collated } from '../query/collation';
import { findDocuments, type Found } from '../query/find';
import type { Collection } from '../storage/catalog';
import { removeRecord, type Writer } from '../storage/write-record';
import { docMember, findCollection, rawList, type CommandContext, type Reply, letMember } from './context';
import { jobReader } from './update';
import { allOrWait, runStatements, writeReply } from './write-loop';

export function removeFound(writer: Writer, collection: Collection, found: Found): void {
  removeRecord(writer, collection, found.record, found.doc ?? decode(found.raw));
}

function runStatement(context: CommandContext, writer: Writer, collection: Collection, statement: Doc): Doc {
  const limit = Number(statement.limit ?? 0);
  const variables = letMember(context.body);
  const request = { filter: docMember(statement, 'q'), hint: statement.hint, limit, variables, ...collated(statement) };
  const found = [...findDocuments(jobReader(context, writer), collection, request).results];
  const removeAll = (through: Writer): void => found.forEach(one => removeFound(through, collection, one));
  if (found.length > 1) allOrWait(writer, removeAll);
  else removeAll(writer);
  return { n: found.length };
}

export async function remove(context: CommandContext): Promise<Reply> {
  const raws = rawList(context, 'deletes');
  const results = await runStatements(context, raws.length, (writer, index) => {
    const statement = decode(raws[index] as Buffer);
    const collection = findCollection(context);
    return collection === undefined ? { n: 0 } : runStatement(context, writer, collection, statement);
  });
  return writeReply(results, ['n']);
}
