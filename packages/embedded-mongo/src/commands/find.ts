/** find, getMore, killCursors, count and distinct. */
import { decode, decodeExact, encode, Long, type Doc } from '../bson/codec';
import { compareValues } from '../keys/compare';
import { MongoError, notSupported } from '../errors';
import { countDocuments, findDocuments, type Finding, type FindRequest } from '../query/find';
import { collated } from '../query/collation';
import { takeNear } from '../query/geo';
import { createMatcher } from '../query/matcher';
import { someValue } from '../query/paths';
import { createProjector, keptFields } from '../query/project';
import { sortFields } from '../query/sort';
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
  letMember,
} from './context';

const refused = ['min', 'max', 'returnKey', 'showRecordId', 'tailable', 'awaitData'];

/** The query of a find command. */
export function findRequest(body: Doc): FindRequest {
  const bad = refused.find(name => name in body && body[name] !== false);
  if (bad) throw notSupported(`find with ${bad}`);
  const skip = numberMember(body, 'skip') ?? 0;
  if (skip < 0) throw new MongoError(51024, `BSON field 'skip' value must be >= 0, actual value '${skip}'`);
  return {
    filter: docMember(body, 'filter'),
    sort: docMember(body, 'sort'),
    skip,
    limit: Math.abs(numberMember(body, 'limit') ?? 0),
    hint: body.hint,
    variables: letMember(body),
    ...collated(body),
  };
}

/** The raw documents of a finding, projected. */
function* projected(finding: Finding, body: Doc, request: FindRequest): Generator<Buffer> {
  const projection = docMember(body, 'projection');
  const project = createProjector(projection, request.filter, request);
  const kept = keptFields(projection);
  for (const { raw } of finding.results) {
    if (kept) yield pickElements(raw, kept);
    else yield project ? encode(project(decodeExact(raw))) : raw;
  }
}

export function find(context: CommandContext): Reply {
  const { body, database } = context;
  const request = findRequest(body);
  const namespace = `${database}.${collectionName(context)}`;
  const collection = findCollection(context);
  const batchSize = numberMember(body, 'batchSize');
  const limit = numberMember(body, 'limit') ?? 0;
  const single = body.singleBatch === true || limit < 0;
  if (collection === undefined) {
    createMatcher(takeNear(request.filter).rest, request);
    sortFields(request.sort ?? {});
    return cursorReply(context, namespace, []);
  }
  const finding = findDocuments(readerOf(context), collection, request);
  return cursorReply(context, namespace, projected(finding, body, request), { batchSize, single });
}

export function getMore(context: CommandContext): Reply {
  const { body, engine, database } = context;
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
  const { body } = context;
  const collection = findCollection(context);
  const request = {
    filter: docMember(body, 'query'),
    skip: numberMember(body, 'skip') ?? 0,
    limit: Math.abs(numberMember(body, 'limit') ?? 0),
    hint: body.hint,
    ...collated(body),
  };
  if (request.skip < 0) throw new MongoError(51024, "BSON field 'skip' value must be >= 0");
  createMatcher(request.filter, request);
  return ok({ n: collection ? countDocuments(readerOf(context), collection, request) : 0 });
}

export function distinct(context: CommandContext): Reply {
  const { body } = context;
  const { collate } = collated(body);
  if (typeof body.key !== 'string')
    throw new MongoError(14, "BSON field 'distinct.key' is the wrong type, expected type 'string'");
  const collection = findCollection(context);
  if (collection === undefined) return ok({ values: [] });
  const parts = body.key.split('.');
  const values: unknown[] = [];
  for (const { raw, doc } of findDocuments(readerOf(context), collection, {
    filter: docMember(body, 'query'),
    hint: body.hint,
    ...(collate ? { collate } : {}),
  }).results) {
    someValue(doc ?? decode(raw), parts, false, value => {
      if (Array.isArray(value)) values.push(...value);
      else if (value !== undefined) values.push(value);
      return false;
    });
  }
  values.sort((a, b) => compareValues(a, b, collate));
  return ok({ values: values.filter((value, i) => i === 0 || compareValues(value, values[i - 1], collate) !== 0) });
}
