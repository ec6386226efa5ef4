/** Names in filters, and values at a dotted path, with MongoDB's rule that arrays on the way are looked through. */
import { bsonType, isDoc, type Doc } from '../bson/codec';
import { asDoc } from '../bson/types';
import { words } from '../words';

/** The members of a DBRef are ordinary fields. */
const referenceFields = words('$ref $id $db');

export const isOperatorName = (name: string): boolean => name.startsWith('$') && !referenceFields.has(name);

/** Is this an operator expression such as {$gt: 1}, and not a document to compare with? */
export function isOperatorDoc(value: unknown): value is Doc {
  return isDoc(value) && isOperatorName(Object.keys(value)[0] ?? '');
}

/** Stands for "there is no such field". */
const missing = undefined;

/**
 * Calls `visit` with each value a query on the path sees: the value itself, and (with `spread`) each element when it is an
 * array. Missing fields are visited as undefined. Stops when `visit` returns true.
 */
export function someValue(
  doc: unknown,
  parts: string[],
  spread: boolean,
  visit: (value: unknown) => boolean,
  at = 0,
): boolean {
  if (at === parts.length) {
    if (visit(doc)) return true;
    return spread && Array.isArray(doc) && doc.some(visit);
  }
  const name = parts[at] as string;
  if (Array.isArray(doc)) {
    if (/^\d+$/.test(name) && Number(name) < doc.length && someValue(doc[Number(name)], parts, spread, visit, at + 1))
      return true;
    return doc.some(item => (isDoc(item) || bsonType(item) === 'DBRef') && someValue(item, parts, spread, visit, at));
  }
  const fields = bsonType(doc) === 'DBRef' ? asDoc(doc) : doc;
  if (!isDoc(fields)) return visit(missing);
  return someValue(Object.hasOwn(fields, name) ? fields[name] : missing, parts, spread, visit, at + 1);
}

/** The value at a path of plain documents, undefined when missing; array elements only by number. */
export function valueAt(doc: unknown, path: string): unknown {
  let at: unknown = doc;
  for (const part of path.split('.')) {
    if (Array.isArray(at)) at = /^\d+$/.test(part) ? at[Number(part)] : undefined;
    else at = isDoc(at) && Object.hasOwn(at, part) ? at[part] : undefined;
    if (at === undefined) return undefined;
  }
  return at;
}

const logical = words('$and $or $nor');

/** The fields that filters look at, by the first part of their paths; undefined when they may look at all of them. */
export function fieldsOf(filters: Doc[]): string[] | undefined {
  const lists = filters.flatMap(Object.entries<unknown>).map(([name, value]) => {
    if (!name.startsWith('$')) return name.split('.', 1);
    return logical.has(name) ? fieldsOf(value as Doc[]) : undefined;
  });
  return lists.every(list => list !== undefined) ? lists.flat() : undefined;
}
