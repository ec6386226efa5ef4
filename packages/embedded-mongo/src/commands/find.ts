/** find, getMore, killCursors, count and distinct. */
import { Long, decode, docMember, listMember, numberMember } from '@bandeng/mongo-documents/bson';
import { MongoError } from '@bandeng/mongo-documents/errors';
import { compareValues } from '@bandeng/mongo-documents/keys';
import { shownBy, someValue } from '@bandeng/mongo-documents/query';
import { countDocuments, findDocuments, type Found } from '../query/find';
import { collectionName, cursorReply, findCollection, ok, readerOf, type CommandContext, type Reply } from './context';
import { requestOf } from './request';

function* shown(found: Iterable<Found>, show: (raw: Buffer) => Buffer): Generator<Buffer> {
  for (const { raw } of found) yield show(raw);
}

export function find(context: CommandContext): Reply {
  const { body, database } = context;
  const request = requestOf('find', body);
  const { results } = findDocuments(readerOf(context), findCollection(context), request);
  const show = shownBy(docMember(body, 'projection'), request);
  return cursorReply(context, `${database}.${collectionName(context)}`, shown(results, show), {
    batchSize: numberMember(body, 'batchSize'),
    single: body.singleBatch === true || Number(body.limit) < 0,
  });
}

export function getMore({ body, engine, database }: CommandContext): Reply {
  const namespace = `${database}.${String(body.collection)}`;
  return { doc: {}, cursor: engine.cursors.more(String(body.getMore), namespace, numberMember(body, 'batchSize')) };
}

export function killCursors({ body, engine }: CommandContext): Reply {
  const ids = listMember(body, 'cursors').map(id => (id instanceof Long ? id : Long.fromNumber(Number(id))));
  const killed = ids.filter(id => engine.cursors.kill(id.toString()));
  return ok({
    cursorsKilled: killed,
    cursorsNotFound: ids.filter(id => !killed.includes(id)),
    cursorsAlive: [],
    cursorsUnknown: [],
  });
}

export function count(context: CommandContext): Reply {
  return ok({ n: countDocuments(readerOf(context), findCollection(context), requestOf('count', context.body)) });
}

export function distinct(context: CommandContext): Reply {
  const { key } = context.body;
  if (typeof key !== 'string')
    throw new MongoError(14, "BSON field 'distinct.key' is the wrong type, expected type 'string'");
  const request = requestOf('distinct', context.body);
  const values: unknown[] = [];
  for (const { raw, doc } of findDocuments(readerOf(context), findCollection(context), request).results)
    someValue(doc ?? decode(raw), key.split('.'), false, value => {
      if (value !== undefined) values.push(...[value].flat());
      return false;
    });
  const order = (a: unknown, b: unknown): number => compareValues(a, b, request.collate);
  return ok({ values: values.sort(order).filter((value, i) => i === 0 || order(value, values[i - 1]) !== 0) });
}
