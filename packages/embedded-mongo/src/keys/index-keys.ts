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

interface Cursor {
  value: unknown;
  rest: string[];
  /** The value is an element of a spread array, or final: it is not spread again. */
  final: boolean;
}

const missing = Symbol('missing');
const emptied = Symbol('empty array');

function isIndexName(name: string | undefined): boolean {
  return name !== undefined && /^\d+$/.test(name);
}

/** Walks down until the path ends, the value is missing, or an array has to be spread. */
function descend(cursor: Cursor): Cursor {
  let { value, rest } = cursor;
  if (cursor.final) return cursor;
  while (rest.length > 0) {
    const [name, ...next] = rest as [string, ...string[]];
    if (Array.isArray(value)) {
      if (!isIndexName(name)) return { value, rest, final: false };
      value = value[Number(name)];
    } else if (isDoc(value)) {
      value = Object.hasOwn(value, name) ? value[name] : missing;
    } else {
      return { value: missing, rest: [], final: true };
    }
    if (value === undefined) value = missing;
    if (value === missing) return { value, rest: [], final: true };
    rest = next;
  }
  return { value, rest, final: !Array.isArray(value) };
}

function spread(cursor: Cursor, element: unknown): Cursor {
  if (cursor.rest.length === 0) return { value: element, rest: [], final: true };
  if (Array.isArray(element)) return { value: missing, rest: [], final: true };
  return { value: element, rest: cursor.rest, final: false };
}

function spreadEmpty(cursor: Cursor): Cursor {
  return { value: cursor.rest.length === 0 ? emptied : missing, rest: [], final: true };
}

function sharedArray(cursors: Cursor[], fields: KeyField[]): unknown[] | undefined {
  let found: number | undefined;
  cursors.forEach((cursor, i) => {
    if (cursor.final) return;
    if (found === undefined) found = i;
    else if (cursors[found]?.value !== cursor.value) {
      throw new MongoError(171, `cannot index parallel arrays [${fields[i]?.path}] [${fields[found]?.path}]`);
    }
  });
  return found === undefined ? undefined : (cursors[found]?.value as unknown[]);
}

/** The keys of a document in an index over `fields` (without the index's prefix and the record's number). */
export function indexKeys(doc: Doc, fields: KeyField[]): IndexKeys {
  const result: IndexKeys = { keys: [], multikey: fields.map(() => false), cut: false, absent: true };
  const limit = keyLimit(fields.length);
  const seen = new Set<string>();

  const emit = (cursors: Cursor[]): void => {
    const parts = cursors.map(({ value }, i) => {
      if (value !== missing) result.absent = false;
      const whole = value === emptied ? emptyArrayKey : encodeValue(value === missing ? null : value);
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

  const walk = (pending: Cursor[]): void => {
    const cursors = pending.map(descend);
    const array = sharedArray(cursors, fields);
    if (array === undefined) return emit(cursors);
    cursors.forEach((cursor, i) => {
      if (!cursor.final) result.multikey[i] = true;
    });
    if (array.length === 0) return walk(cursors.map(cursor => (cursor.final ? cursor : spreadEmpty(cursor))));
    for (const element of array) walk(cursors.map(cursor => (cursor.final ? cursor : spread(cursor, element))));
  };

  walk(fields.map(({ parts }) => ({ value: doc, rest: parts, final: false })));
  return result;
}
