/** What createIndexes may be asked for: checks a specification and gives the one that is stored. */
import { isDoc, type Doc } from '@bandeng/mongo-documents/bson';
import { MongoError, notSupported } from '@bandeng/mongo-documents/errors';
import { createMatcher, isOperatorName } from '@bandeng/mongo-documents/query';
import { words } from '@bandeng/mongo-documents/words';

const known = words(
  'key name unique sparse partialFilterExpression expireAfterSeconds background v ns hidden collation comment',
);
const latestExpiry = 2 ** 31 - 1;

const cannot = (why: string): MongoError => new MongoError(67, why);

function checkField(path: string, direction: unknown, first: boolean): void {
  if (path.split('.').includes('')) throw cannot('Index keys cannot contain an empty field.');
  if (path.endsWith('$**')) throw notSupported('a wildcard index');
  if (path.split('.').some(isOperatorName))
    throw cannot("Index key contains an illegal field name: field name starts with '$'.");
  if (direction === '2d' && first) return;
  if (typeof direction === 'string' && direction !== '') throw notSupported(`index type ${direction}`);
  if (typeof direction !== 'number' || !direction)
    throw cannot(
      `Values in v:2 index key pattern cannot be of type ${typeof direction}. Only numbers > 0, numbers < 0, and strings are allowed.`,
    );
}

/** The stored specification of an index that was asked for. */
export function readSpec(given: unknown): Doc {
  if (!isDoc(given)) throw new MongoError(14, "BSON field 'createIndexes.indexes' holds something that is no object");
  const unknown = Object.keys(given).find(name => !known.has(name));
  if (unknown)
    throw new MongoError(
      197,
      `The field '${unknown}' is not valid for an index specification. Specification: ${JSON.stringify(given)}`,
    );
  const { key, collation, expireAfterSeconds, partialFilterExpression } = given;
  const fields = isDoc(key) ? Object.entries(key) : [];
  if (fields.length === 0 || fields.length > 32) throw cannot('Index keys must have 1 to 32 fields');
  fields.forEach(([path, direction], i) => checkField(path, direction, i === 0));
  const [unique, sparse] = [given.unique, given.sparse].map(option => option === true || option === 1);
  const { name = fields.map(([path, direction]) => `${path}_${String(direction)}`).join('_') } = given;
  if (isDoc(collation) && collation.locale !== 'simple')
    throw notSupported(`an index with collation ${String(collation.locale)}`);
  if (typeof name !== 'string' || name === '') throw cannot('index name cannot be empty');
  if (unique && fields[0]?.[1] === '2d') throw cannot('a 2d index cannot be unique');
  if (expireAfterSeconds !== undefined) {
    if (fields.length > 1) throw cannot('TTL indexes are single-field indexes, compound indexes do not support TTL.');
    if (typeof expireAfterSeconds !== 'number' || !(expireAfterSeconds >= 0 && expireAfterSeconds <= latestExpiry))
      throw cannot(`TTL index 'expireAfterSeconds' option must be numeric and between 0 and ${latestExpiry}`);
  }
  if (partialFilterExpression !== undefined) {
    if (!isDoc(partialFilterExpression)) throw cannot('partialFilterExpression must be a document');
    if (sparse) throw cannot('cannot mix "partialFilterExpression" and "sparse" options');
    createMatcher(partialFilterExpression);
  }
  return {
    v: 2,
    key,
    name,
    ...(unique ? { unique } : {}),
    ...(given.hidden === true ? { hidden: true } : {}),
    ...(sparse ? { sparse } : {}),
    ...(expireAfterSeconds === undefined ? {} : { expireAfterSeconds }),
    ...(partialFilterExpression === undefined ? {} : { partialFilterExpression }),
  };
}
