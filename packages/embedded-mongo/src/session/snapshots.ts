/** Views of earlier moments for snapshot sessions: reads with the same atClusterTime see the same state. */
import type { Timestamp } from '../bson/codec';
import { MongoError } from '../errors';
import type { Snapshot, Store } from '../storage/store';

/** An old view keeps LMDB from reusing pages, so it is given up after a minute, and there are never many. */
const lifetime = 60_000;
const most = 64;

export class Snapshots {
  private readonly views = new Map<string, { snapshot: Snapshot; at: number }>();

  constructor(private readonly store: Store) {}

  /** Keeps the view of this moment under a cluster time. */
  take(time: Timestamp): Snapshot {
    this.sweep(Date.now());
    const oldest = this.views.keys().next().value;
    if (this.views.size >= most && oldest !== undefined) this.drop(oldest);
    const snapshot = this.store.snapshot();
    this.views.set(time.toString(), { snapshot, at: Date.now() });
    return snapshot;
  }

  /** The view of a cluster time that `take` was called with. */
  at(time: Timestamp): Snapshot {
    const view = this.views.get(time.toString());
    if (view === undefined)
      throw new MongoError(246, `Read timestamp ${time.toString()} is older than the oldest available timestamp`);
    return view.snapshot;
  }

  private drop(time: string): void {
    this.views.get(time)?.snapshot.release();
    this.views.delete(time);
  }

  sweep(now: number): void {
    for (const [time, { at }] of [...this.views]) if (now - at > lifetime) this.drop(time);
  }

  close(): void {
    for (const time of [...this.views.keys()]) this.drop(time);
  }
}
