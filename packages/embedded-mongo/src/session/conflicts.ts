/**
 * Who may write what while transactions are open.
 *
 * A transaction claims each key it writes until it ends. It conflicts at first touch with a key that another open
 * transaction holds, or that was written after its snapshot. A write outside transactions waits for the holder instead.
 */
import { writeConflict } from '@bandeng/mongo-documents/errors';
import type { Store } from '../storage/store';

/** Thrown inside a write job: the key is held by a transaction; try again when it has ended. */
export class HeldByTransaction extends Error {
  constructor(readonly ended: Promise<void>) {
    super('held by a transaction');
  }
}

export interface Holder {
  /** The last batch of writes its snapshot sees. */
  batch: number;
  held: Set<string>;
  ended: Promise<void>;
}

export class Conflicts {
  private readonly holders = new Map<string, Holder>();
  private readonly written = new Map<string, number>();
  private readonly open = new Set<Holder>();

  constructor(private readonly store: Store) {}

  begin(holder: Holder): void {
    this.open.add(holder);
  }

  end(holder: Holder): void {
    this.open.delete(holder);
    for (const key of holder.held) this.holders.delete(key);
    this.forget();
  }

  /** A transaction writes this key. */
  claim(holder: Holder, key: Buffer): void {
    const name = key.toString('latin1');
    const other = this.holders.get(name);
    if (other === holder) return;
    if (other !== undefined || (this.written.get(name) ?? 0) > holder.batch) throw writeConflict();
    this.holders.set(name, holder);
    holder.held.add(name);
  }

  /** A write outside transactions touches this key, in the batch that runs now. */
  touch(key: Buffer): void {
    const name = key.toString('latin1');
    const holder = this.holders.get(name);
    if (holder !== undefined) throw new HeldByTransaction(holder.ended);
    this.written.set(name, this.store.applied);
  }

  /** A committed transaction's keys count as written in the batch that runs now. */
  wrote(holder: Holder): void {
    for (const key of holder.held) this.written.set(key, this.store.applied);
  }

  /** Without open transactions, only writes that are not on disk yet can still conflict with a new one. */
  forget(): void {
    if (this.open.size > 0 || this.written.size === 0) return;
    if (this.store.committed === this.store.applied) return this.written.clear();
    for (const [key, batch] of this.written) if (batch <= this.store.committed) this.written.delete(key);
  }
}
