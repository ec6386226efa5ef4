/** The document an upsert inserts when nothing matched: what the filter says by equality, then the update. */
import { encode, isDoc, ObjectId, type Doc } from '../bson/codec';
import { isRegex } from '../bson/types';
import { MongoError } from '../errors';
import { conjunctsOf } from '../query/conjuncts';
import { applyUpdate } from './apply-update';
import { setPath } from './edit-path';
import { checkSize } from './encode-updated';
import { isReplacement, type UpdateRequest } from './update-request';

function fromFilter(filter: Doc): Doc {
  let doc: Doc = {};
  for (const { path, operator, operand } of conjunctsOf(filter).fields) {
    const value = operator === '$in' && Array.isArray(operand) && operand.length === 1 ? operand[0] : operand;
    if ((operator !== '$eq' && value === operand) || isRegex(value)) continue;
    doc = setPath(doc, path, value);
  }
  return doc;
}

/** What an upsert inserts: the new _id, and the bytes with it first. */
export function upserted(request: UpdateRequest): { id: unknown; raw: Buffer } {
  const base = fromFilter(request.filter);
  const start = isReplacement(request.update) ? (base._id === undefined ? {} : { _id: base._id }) : base;
  const { _id: id = new ObjectId(), ...rest } = applyUpdate(start, { ...request, inserting: true });
  checkId(id);
  return { id, raw: checkSize(encode({ _id: id, ...rest })) };
}

/** Refuses what MongoDB does not take for an _id. */
export function checkId(id: unknown): void {
  const bad = Array.isArray(id) || isRegex(id) || id === undefined;
  if (bad || (isDoc(id) && Object.keys(id).some(name => name.startsWith('$'))))
    throw new MongoError(
      53,
      "The '_id' value cannot be of type array, regex or undefined, nor hold fields that begin with $",
    );
}
