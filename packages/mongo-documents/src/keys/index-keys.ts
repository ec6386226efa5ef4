/** From a document to the keys it has in an index: arrays are spread over one key per element (multikey). */
import { isDoc, type Doc } from '../bson/codec';
import { MongoError } from '../errors';
import { cutLongKey, emptyArrayKey, encodeValue, invert, keyLimit } from './encode-value';

export interface KeyField {
  path: string;
  parts: string[];
  descending: boolean;
}

export interface IndexKeys {
  keys: Buffer[];
  /** Per field: was an array spread? */
  multikey: boolean[];
  /** Was a part too long to be kept whole? */
  cut: boolean;
  /** No field of the index is present: a sparse index leaves the document out. */
  absent: boolean;
}

/** Where the path of a field has led: to a value (undefined: missing), or to an array to spread over the rest of the path. */
interface Place {
  value: unknown;
  rest: string[];
  spread: boolean;
}

const missing: Place = { value: undefined, rest: [], spread: false };
/** Stands for the element that an empty array does not have. */
const nothing = Symbol('empty array');

function descend(value: unknown, rest: string[]): Place {
  const [name, ...next] = rest;
  if (name === undefined) return { value, rest, spread: Array.isArray(value) };
  if (Array.isArray(value))
    return /^\d+$/.test(name) ? descend(value[Number(name)], next) : { value, rest, spread: true };
  return isDoc(value) && Object.hasOwn(value, name) ? descend(value[name], next) : missing;
}

/** The same place inside one element of its array; arrays in arrays are not looked through. */
function inside({ rest }: Place, element: unknown): Place {
  if (rest.length === 0) return { value: element, rest, spread: false };
  return Array.isArray(element) ? missing : descend(element, rest);
}

/** The keys of a document in an index over `fields` (without the index's prefix and the record's number). */
export function indexKeys(doc: Doc, fields: KeyField[]): IndexKeys {
  const result: IndexKeys = { keys: [], multikey: fields.map(() => false), cut: false, absent: true };
  const limit = keyLimit(fields.length);
  const seen = new Set<string>();

  const emit = (places: Place[]): void => {
    const parts = places.map(({ value }, i) => {
      if (value !== undefined) result.absent = false;
      const whole = value === nothing ? emptyArrayKey : encodeValue(value);
      const part = cutLongKey(whole, limit);
      if (part !== whole) result.cut = true;
      return fields[i]?.descending ? invert(part) : part;
    });
    const key = parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
    const name = key.toString('latin1');
    if (seen.has(name)) return;
    seen.add(name);
    result.keys.push(key);
  };

  const walk = (places: Place[]): void => {
    const array = places.find(({ spread }) => spread)?.value as unknown[] | undefined;
    if (array === undefined) return emit(places);
    places.forEach(({ spread, value }, i) => {
      if (spread && value !== array) throw new MongoError(171, `cannot index parallel arrays [${fields[i]?.path}]`);
      if (spread) result.multikey[i] = true;
    });
    for (const element of array.length > 0 ? array : [nothing])
      walk(places.map(place => (place.spread ? inside(place, element) : place)));
  };

  walk(fields.map(({ parts }) => descend(doc, parts)));
  return result;
}
