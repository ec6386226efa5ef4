/** A multi-document transaction: reads a snapshot, buffers its writes, and takes the writer only to commit. */
import { MongoError, writeConflict } from '@bandeng/mongo-documents/errors';
import type { Catalog, Collection } from '../storage/catalog';
import { Overlay } from '../storage/overlay';
import type { Snapshot, Store } from '../storage/store';
import type { Writer } from '../storage/write-record';
import type { Conflicts, Holder } from './conflicts';

/** As MongoDB's transactionLifetimeLimitSeconds. */
const lifetime = 60_000;

export type TransactionState = 'open' | 'committing' | 'committed' | 'aborted';

export class Transaction implements Writer {
  state: TransactionState = 'open';
  readonly kv: Overlay;
  readonly holder: Holder;
  private readonly snapshot: Snapshot;
  /** Collections that come into being with the commit, by namespace. */
  readonly created = new Map<string, Collection>();
  private readonly seen = new Map<Collection, number>();
  private readonly timer: NodeJS.Timeout;
  private settle: () => void = () => undefined;
  private commitResult: Promise<void> | undefined;

  constructor(
    readonly number: string,
    private readonly store: Store,
    readonly catalog: Catalog,
    private readonly conflicts: Conflicts,
  ) {
    this.snapshot = store.snapshot();
    this.kv = new Overlay(this.snapshot.kv);
    this.holder = {
      batch: this.snapshot.batch,
      held: new Set(),
      ended: new Promise(resolve => (this.settle = resolve)),
    };
    conflicts.begin(this.holder);
    this.timer = setTimeout(() => this.abort(), lifetime);
    this.timer.unref();
  }

  get batch(): number {
    return this.snapshot.batch;
  }

  touch(key: Buffer): void {
    this.conflicts.claim(this.holder, key);
  }

  /** A collection as this transaction sees it. */
  find(database: string, name: string): Collection | undefined {
    const created = this.created.get(`${database}.${name}`);
    const collection = created ?? this.catalog.find(database, name);
    if (collection && !created) this.use(collection);
    return collection;
  }

  /** Remembers how a collection was when first used; a change of its indexes since then is a conflict. */
  private use(collection: Collection): void {
    const generation = this.seen.get(collection);
    if (generation === undefined) this.seen.set(collection, collection.generation);
    else if (generation !== collection.generation) throw writeConflict();
  }

  /** Writes everything in one batch and resolves when it is on disk; a repeated commit gives the same answer. */
  commit(): Promise<void> {
    if (this.state === 'aborted')
      return Promise.reject(new MongoError(251, `Transaction with { txnNumber: ${this.number} } has been aborted.`));
    this.commitResult ??= this.writeAll();
    return this.commitResult;
  }

  private async writeAll(): Promise<void> {
    this.state = 'committing';
    clearTimeout(this.timer);
    try {
      if (!this.kv.isEmpty || this.created.size > 0) await this.store.write(() => this.apply());
      this.state = 'committed';
    } catch (error) {
      this.state = 'aborted';
      throw error;
    } finally {
      this.finish();
    }
  }

  private apply(): void {
    for (const [collection, generation] of this.seen) {
      if (collection.generation !== generation) throw writeConflict();
    }
    for (const { database, name } of this.created.values()) {
      if (this.catalog.find(database, name)) throw writeConflict();
    }
    for (const collection of this.created.values()) this.catalog.add(collection);
    this.kv.applyTo(this.store.live);
    this.conflicts.wrote(this.holder);
  }

  abort(): void {
    if (this.state !== 'open') return;
    this.state = 'aborted';
    this.finish();
  }

  private finish(): void {
    clearTimeout(this.timer);
    this.snapshot.release();
    this.conflicts.end(this.holder);
    this.settle();
  }
}
