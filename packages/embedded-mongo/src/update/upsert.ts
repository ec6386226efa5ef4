/** The document an upsert inserts when nothing matched: what the filter says by equality, then the update. */
import { isDoc, ObjectId, type Doc } from '../bson/codec';
import { isRegex } from '../bson/types';
import { conjunctsOf } from '../query/conjuncts';
import { applyUpdate, isReplacement, type UpdateRequest } from './apply-update';
import { setPath } from './edit-path';

function fromFilter(filter: Doc): Doc {
  let doc: Doc = {};
  for (const { path, operator, operand } of conjunctsOf(filter).fields) {
    const value = operator === '$in' && Array.isArray(operand) && operand.length === 1 ? operand[0] : operand;
    if ((operator !== '$eq' && value === operand) || isRegex(value)) continue;
    doc = setPath(doc, path, value);
  }
  return doc;
}

/** The new document with its _id first. */
export function upsertedDocument(request: UpdateRequest): Doc {
  const base = fromFilter(request.filter);
  const start = isReplacement(request.update) ? (base._id === undefined ? {} : { _id: base._id }) : base;
  const { _id, ...rest } = applyUpdate(start, { ...request, inserting: true });
  return { _id: _id === undefined ? new ObjectId() : _id, ...rest };
}

/** Is this value fit for _id? MongoDB takes no arrays and no regular expressions there. */
export function isValidId(id: unknown): boolean {
  return (
    !Array.isArray(id) &&
    !isRegex(id) &&
    id !== undefined &&
    !(isDoc(id) && Object.keys(id).some(name => name.startsWith('$')))
  );
}
