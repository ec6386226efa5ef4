/** The collections and their indexes: kept in memory, written to LMDB with every change. */
import { randomUUID } from 'node:crypto';
import { decode, encode, isDoc, type Doc } from '@bandeng/mongo-documents/bson';
import type { KeyField } from '@bandeng/mongo-documents/keys';
import { createMatcher, type Test } from '@bandeng/mongo-documents/query';
import { scan } from './kv';
import {
  catalogKey,
  catalogRange,
  documentsRange,
  droppedPrefix,
  firstCollectionId,
  rangeOf,
  recordAtEnd,
} from './key-space';
import type { Store } from './store';

export interface Index {
  id: number;
  name: string;
  /** The specification as listIndexes shows it. */
  spec: Doc;
  fields: KeyField[];
  unique: boolean;
  sparse: boolean;
  partial?: { filter: Doc; matches: Test };
  /** A 2d index: it only promises that its field holds points, and has no keys. */
  points: boolean;
  /** Kept up to date, but not used. */
  hidden: boolean;
  expireAfterSeconds?: number;
  /** Per field: some document has an array there. Never set back. */
  multikey: boolean[];
  /** Some key was too long to be kept whole: the order of this index is not exact. */
  cut: boolean;
  /** The batch that completed it: readers of an older snapshot must not use it. */
  since: number;
}

export interface Collection {
  id: number;
  database: string;
  name: string;
  namespace: string;
  uuid: Buffer;
  options: Doc;
  indexes: Index[];
  nextIndex: number;
  nextRecord: number;
  /** Changes with every change of indexes or options: a transaction that saw another one cannot commit. */
  generation: number;
}

/** An index from its specification. */
export function makeIndex(id: number, spec: Doc, since: number): Index {
  const fields = Object.entries(spec.key as Doc).map(([path, direction]) => ({
    path,
    parts: path.split('.'),
    descending: Number(direction) < 0,
  }));
  const filter = spec.partialFilterExpression as Doc | undefined;
  return {
    id,
    name: String(spec.name),
    spec,
    fields,
    unique: spec.unique === true || spec.name === '_id_',
    sparse: spec.sparse === true,
    ...(filter ? { partial: { filter, matches: createMatcher(filter) } } : {}),
    ...(spec.expireAfterSeconds === undefined ? {} : { expireAfterSeconds: Number(spec.expireAfterSeconds) }),
    points: Object.values(spec.key as Doc)[0] === '2d',
    hidden: spec.hidden === true,
    multikey: fields.map(() => false),
    cut: false,
    since,
  };
}

/** Are two key patterns the same, in order? */
export function sameKey(a: Doc, b: Doc): boolean {
  const show = (key: Doc): string =>
    Object.entries(key)
      .map(([path, direction]) => `${path} ${String(direction)}`)
      .join();
  return show(a) === show(b);
}

/** The indexes of a name or a key pattern: one, or some that differ in their options. */
export function indexesLike(indexes: Index[], wanted: unknown): Index[] {
  return indexes.filter(({ name, spec }) => (isDoc(wanted) ? sameKey(spec.key as Doc, wanted) : name === wanted));
}

export class Catalog {
  private collections = new Map<string, Collection>();
  private readonly changed = new Set<Collection>();
  private nextId = firstCollectionId;

  constructor(private readonly store: Store) {
    this.load();
  }

  /**
   * Reads the catalog from LMDB, forgetting what memory held. Numbers of records are not given a second time, and
   * transactions that used a collection before cannot commit: they may hold numbers and shapes that are forgotten now.
   */
  load(): void {
    const before = new Map([...this.collections.values()].map(collection => [collection.id, collection]));
    for (const collection of before.values()) collection.generation++;
    this.changed.clear();
    this.collections.clear();
    for (const { value } of scan(this.store.live, catalogRange.from, catalogRange.to)) {
      const collection = this.fromStored(decode(value));
      collection.nextRecord = Math.max(collection.nextRecord, before.get(collection.id)?.nextRecord ?? 1);
      this.collections.set(collection.namespace, collection);
      this.nextId = Math.max(this.nextId, collection.id + 1);
    }
    const dropped = rangeOf(droppedPrefix);
    for (const { key } of scan(this.store.live, dropped.from, dropped.to)) {
      this.nextId = Math.max(this.nextId, key.readUInt32BE(droppedPrefix.length) + 1);
    }
  }

  private fromStored(stored: Doc): Collection {
    const id = Number(stored.id);
    const documents = documentsRange(id);
    const last = this.store.live.range(documents.from, documents.to, true, 1)[0];
    const namespace = String(stored.namespace);
    const dot = namespace.indexOf('.');
    return {
      id,
      namespace,
      database: namespace.slice(0, dot),
      name: namespace.slice(dot + 1),
      uuid: Buffer.from(String(stored.uuid), 'hex'),
      options: stored.options as Doc,
      nextIndex: Number(stored.nextIndex),
      nextRecord: last ? recordAtEnd(last.key) + 1 : 1,
      generation: 0,
      indexes: (stored.indexes as Doc[]).map(entry => ({
        ...makeIndex(Number(entry.id), entry.spec as Doc, 0),
        multikey: entry.multikey as boolean[],
        cut: entry.cut === true,
      })),
    };
  }

  /** Writes a collection's entry; inside a write job. */
  save(collection: Collection): void {
    const { id, namespace, uuid, options, nextIndex } = collection;
    const indexes = collection.indexes.map(({ id, spec, multikey, cut }) => ({ id, spec, multikey, cut }));
    const stored = encode({ id, namespace, uuid: uuid.toString('hex'), options, nextIndex, indexes });
    this.store.live.put(catalogKey(namespace), stored);
  }

  /** An index became multikey or cut: saved with the next commit, before any key that made it so. */
  noteShape(collection: Collection): void {
    this.changed.add(collection);
  }

  /** Called inside every write transaction, last. */
  saveChanged(): void {
    for (const collection of this.changed) {
      if (this.collections.get(collection.namespace) === collection) this.save(collection);
    }
    this.changed.clear();
  }

  find(database: string, name: string): Collection | undefined {
    return this.collections.get(`${database}.${name}`);
  }

  list(database: string): Collection[] {
    return [...this.collections.values()].filter(collection => collection.database === database);
  }

  databases(): string[] {
    return [...new Set([...this.collections.values()].map(collection => collection.database))].sort();
  }

  all(): Collection[] {
    return [...this.collections.values()];
  }

  /** A new collection with its index on _id; nobody else sees it until it is added. */
  make(database: string, name: string, options: Doc): Collection {
    return {
      id: this.nextId++,
      database,
      name,
      namespace: `${database}.${name}`,
      uuid: Buffer.from(randomUUID().replaceAll('-', ''), 'hex'),
      options,
      indexes: [makeIndex(1, { v: 2, key: { _id: 1 }, name: '_id_' }, 0)],
      nextIndex: 2,
      nextRecord: 1,
      generation: 0,
    };
  }

  /** Inside a write job. */
  add(collection: Collection): void {
    this.collections.set(collection.namespace, collection);
    this.save(collection);
  }

  /** Takes a collection out at once; its keys are reclaimed later (see reclaim). Inside a write job. */
  drop(collection: Collection): void {
    this.collections.delete(collection.namespace);
    collection.generation++;
    this.store.live.remove(catalogKey(collection.namespace));
    this.markDropped(collection.id, 0xffff);
  }

  /** Takes an index out; inside a write job. */
  dropIndex(collection: Collection, index: Index): void {
    collection.indexes = collection.indexes.filter(other => other !== index);
    collection.generation++;
    this.save(collection);
    this.markDropped(collection.id, index.id);
  }

  private markDropped(collection: number, index: number): void {
    const key = Buffer.alloc(12);
    droppedPrefix.copy(key);
    key.writeUInt32BE(collection, 6);
    key.writeUInt16BE(index, 10);
    this.store.live.put(key, Buffer.from([1]));
  }
}
