/** Members of a document that came from outside, by the types they have to have. */
import { MongoError } from '../errors';
import { isDoc, type Doc } from './codec';

/** An embedded document of a command's body, or an empty one. */
export function docMember(body: Doc, name: string): Doc {
  const value = body[name];
  if (value === undefined || value === null) return {};
  if (!isDoc(value)) throw new MongoError(14, `BSON field '${name}' is the wrong type, expected type 'object'`);
  return value;
}

/** A list of a command. */
export function listMember(body: Doc, name: string): unknown[] {
  const value = body[name];
  if (!Array.isArray(value)) throw new MongoError(14, `BSON field '${name}' is the wrong type, expected type 'array'`);
  return value;
}

/** A number of a command, or undefined. */
export function numberMember(body: Doc, name: string): number | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  const number = Number(value);
  if (Number.isNaN(number))
    throw new MongoError(14, `BSON field '${name}' is the wrong type '${typeof value}', expected a number`);
  return number;
}
