/** Changes the values at a dotted path and leaves everything else untouched: containers on the way are copied, not changed. */
import { isDoc, type Doc } from '../bson/codec';
import { MongoError } from '../errors';

/** What a change gives to take the field away. */
export const removed = Symbol('removed');

export interface Edit {
  parts: string[];
  /** Makes missing containers on the way. */
  create: boolean;
  /** The new value; the same value means no change, `removed` takes the field away. */
  change: (value: unknown) => unknown;
  /** The predicate behind each $[name]. */
  arrayFilters: Map<string, (element: unknown) => boolean>;
}

/** The most an array is filled up with nulls to reach an element by number. */
const mostPadding = 1_500_000;

function cannotCreate(part: string, name: string, value: unknown): MongoError {
  return new MongoError(28, `Cannot create field '${part}' in element {${name}: ${JSON.stringify(value)}}`);
}

function editArrayItems(items: unknown[], edit: Edit, at: number, chosen: (element: unknown) => boolean): unknown[] {
  const next = items.map((item, i) => {
    if (!chosen(item)) return item;
    const value = editFrom(item, edit, at + 1, String(i));
    return value === removed ? null : value;
  });
  return next.some((item, i) => item !== items[i]) ? next : items;
}

function editArray(items: unknown[], edit: Edit, at: number, name: string): unknown[] {
  const part = edit.parts[at] as string;
  if (part === '$[]') return editArrayItems(items, edit, at, () => true);
  const filter = /^\$\[(\w+)\]$/.exec(part)?.[1];
  if (filter !== undefined) {
    const test = edit.arrayFilters.get(filter);
    if (test === undefined)
      throw new MongoError(2, `No array filter found for identifier '${filter}' in path '${edit.parts.join('.')}'`);
    return editArrayItems(items, edit, at, test);
  }
  if (!/^\d+$/.test(part)) {
    if (edit.create) throw cannotCreate(part, name, items);
    return items;
  }
  const index = Number(part);
  if (index >= items.length && !edit.create) return items;
  if (index > items.length + mostPadding) throw new MongoError(2, `cannot fill an array up to element ${index}`);
  const value = editFrom(items[index], edit, at + 1, part);
  if (value === items[index] && index < items.length) return items;
  const next = [...items];
  while (next.length < index) next.push(null);
  next[index] = value === removed ? null : value;
  return next;
}

function editDoc(doc: Doc, edit: Edit, at: number): Doc {
  const part = edit.parts[at] as string;
  if (part.startsWith('$['))
    throw new MongoError(
      2,
      `The path '${edit.parts.slice(0, at).join('.')}' must exist in the document in order to apply array updates.`,
    );
  const exists = Object.hasOwn(doc, part);
  if (!exists && !edit.create) return doc;
  const before = exists ? doc[part] : undefined;
  const value = editFrom(before, edit, at + 1, part);
  if (value === before) return doc;
  const next = { ...doc };
  if (value === removed) delete next[part];
  else Object.defineProperty(next, part, { value, enumerable: true, configurable: true, writable: true });
  return next;
}

function editFrom(value: unknown, edit: Edit, at: number, name: string): unknown {
  if (at === edit.parts.length) return edit.change(value);
  if (Array.isArray(value)) return editArray(value, edit, at, name);
  if (isDoc(value)) return editDoc(value, edit, at);
  const part = edit.parts[at] as string;
  if (part.startsWith('$[') && edit.create) {
    const shown = edit.parts.slice(0, at).join('.');
    throw new MongoError(
      2,
      `The path '${shown}' must ${value === undefined ? 'exist' : 'be an array'} in the document in order to apply array updates.`,
    );
  }
  if (value === undefined && edit.create) return editDoc({}, edit, at);
  if (edit.create) throw cannotCreate(part, name, value);
  return value;
}

/** The document with a value at a path, or without it (`removed`). */
export function setPath(doc: Doc, path: string, value: unknown): Doc {
  return editPath(doc, {
    parts: path.split('.'),
    create: value !== removed,
    change: () => value,
    arrayFilters: new Map(),
  });
}

/** The document with the edit made; the same object when nothing changed. */
export function editPath(doc: Doc, edit: Edit): Doc {
  return editFrom(doc, edit, 0, '') as Doc;
}
