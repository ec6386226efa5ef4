/** find, getMore, killCursors, count and distinct. */
import { decode, decodeExact, encode, Long, type Doc } from '../bson/codec';
import { pickElements } from '../bson/raw';
import { MongoError } from '../errors';
import { compareValues } from '../keys/compare';
import { countDocuments, findDocuments, type FindRequest, type Found } from '../query/find';
import { someValue } from '../query/paths';
import { createProjector, keptFields } from '../query/project';
import {
  collectionName,
  cursorReply,
  docMember,
  findCollection,
  listMember,
  numberMember,
  ok,
  readerOf,
  type CommandContext,
  type Reply,
} from './context';
import { requestOf } from './request';

/** What becomes of the stored bytes; without a projection they are given as they are, whole fields are only copied. */
function shownBy(projection: Doc, request: FindRequest): (raw: Buffer) => Buffer {
  const project = createProjector(projection, request.filter, request);
  const kept = keptFields(projection);
  if (kept) return raw => pickElements(raw, kept);
  return project ? raw => encode(project(decodeExact(raw))) : raw => raw;
}

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
