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

function editItems(
  items: unknown[],
  edit: Edit,
  at: number,
  chosen: (element: unknown, i: number) => boolean,
): unknown[] {
  const next = items.map((item, i) => {
    if (!chosen(item, i)) return item;
    const value = editFrom(item, edit, at + 1);
    return value === removed ? null : value;
  });
  return next.some((item, i) => item !== items[i]) ? next : items;
}

/** Which elements $[], $[name] or a number means. */
function editArray(items: unknown[], edit: Edit, at: number): unknown[] {
  const part = edit.parts[at] as string;
  if (part === '$[]') return editItems(items, edit, at, () => true);
  const name = /^\$\[(\w+)\]$/.exec(part)?.[1];
  if (name !== undefined) {
    const test = edit.arrayFilters.get(name);
    if (test === undefined)
      throw new MongoError(2, `No array filter found for identifier '${name}' in path '${edit.parts.join('.')}'`);
    return editItems(items, edit, at, test);
  }
  const index = Number(part);
  if (!/^\d+$/.test(part)) return unreachable(items, edit, at);
  if (index < items.length) return editItems(items, edit, at, (_item, i) => i === index);
  if (!edit.create) return items;
  if (index > items.length + mostPadding) throw new MongoError(2, `cannot fill an array up to element ${index}`);
  return [...items, ...Array<null>(index - items.length).fill(null), editFrom(undefined, edit, at + 1)];
}

function editDoc(doc: Doc, edit: Edit, at: number): Doc {
  const part = edit.parts[at] as string;
  const exists = Object.hasOwn(doc, part);
  if (!exists && !edit.create) return doc;
  const before = exists ? doc[part] : undefined;
  const value = editFrom(before, edit, at + 1);
  if (value === before) return doc;
  const next = { ...doc };
  if (value === removed) delete next[part];
  else Object.defineProperty(next, part, { value, enumerable: true, configurable: true, writable: true });
  return next;
}

/** The path leads through a value that has no such member: an error when it would have to be made. */
function unreachable<T>(value: T, { parts, create }: Edit, at: number): T {
  if (!create) return value;
  throw new MongoError(
    28,
    `Cannot create field '${parts[at]}' in element {${parts[at - 1] ?? ''}: ${JSON.stringify(value)}}`,
  );
}

function editFrom(value: unknown, edit: Edit, at: number): unknown {
  const part = edit.parts[at];
  if (part === undefined) return edit.change(value);
  if (Array.isArray(value)) return editArray(value, edit, at);
  if (part.startsWith('$[')) {
    if (!edit.create) return value;
    const path = edit.parts.slice(0, at).join('.');
    throw new MongoError(2, `The path '${path}' must exist in the document and be an array to apply array updates.`);
  }
  if (isDoc(value)) return editDoc(value, edit, at);
  return value === undefined && edit.create ? editDoc({}, edit, at) : unreachable(value, edit, at);
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
  return editFrom(doc, edit, 0) as Doc;
}
