/** delete */
import { decode } from '@bandeng/mongo-documents/bson';
import { findDocuments, type Found } from '../query/find';
import type { Collection } from '../storage/catalog';
import { removeRecord, type Writer } from '../storage/write-record';
import { findCollection, letMember, rawList, type CommandContext, type Reply } from './context';
import { requestOf } from './request';
import { allOrWait, jobReader, runStatements, writeReply } from './write-loop';

export function removeFound(writer: Writer, collection: Collection, found: Found): void {
  removeRecord(writer, collection, found.record, found.doc ?? decode(found.raw));
}

export async function remove(context: CommandContext): Promise<Reply> {
  const variables = letMember(context.body);
  const raws = rawList(context, 'deletes');
  const results = await runStatements(context, raws.length, (writer, index) => {
    const collection = findCollection(context);
    if (collection === undefined) return { n: 0 };
    const request = requestOf('delete', decode(raws[index] as Buffer), variables);
    const found = [...findDocuments(jobReader(context, writer), collection, request).results];
    allOrWait(writer, found.length, through => found.forEach(one => removeFound(through, collection, one)));
    return { n: found.length };
  });
  return writeReply(results, ['n']);
}
