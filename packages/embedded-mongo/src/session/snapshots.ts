/** Views of earlier moments for snapshot sessions: reads with the same atClusterTime see the same state. */
import type { Timestamp } from '@bandeng/mongo-documents/bson';
import { MongoError } from '@bandeng/mongo-documents/errors';
import type { Snapshot, Store } from '../storage/store';

/** An old view keeps LMDB from reusing pages: one that nobody reads is given up after a minute, a busy one (a backup) after an hour. */
const idleTime = 60_000;
const lifetime = 3_600_000;
/** So many at most; the one longest unread goes first. */
const most = 64;

interface View {
  snapshot: Snapshot;
  takenAt: number;
  usedAt: number;
}

export class Snapshots {
  /** In the order of their last use. */
  private readonly views = new Map<string, View>();

  constructor(
    private readonly store: Pick<Store, 'snapshot'>,
    private readonly now: () => number = Date.now,
  ) {}

  /** Keeps the view of this moment under a cluster time. */
  take(time: Timestamp): Snapshot {
    this.sweep();
    const oldest = this.views.keys().next().value;
    if (this.views.size >= most && oldest !== undefined) this.drop(oldest);
    const snapshot = this.store.snapshot();
    const now = this.now();
    this.views.set(time.toString(), { snapshot, takenAt: now, usedAt: now });
    return snapshot;
  }

  /** The view of a cluster time that `take` was called with. */
  at(time: Timestamp): Snapshot {
    this.sweep();
    const key = time.toString();
    const view = this.views.get(key);
    if (view === undefined)
      throw new MongoError(246, `Read timestamp ${key} is older than the oldest available timestamp`);
    this.views.delete(key);
    this.views.set(key, { ...view, usedAt: this.now() });
    return view.snapshot;
  }

  private drop(time: string): void {
    this.views.get(time)?.snapshot.release();
    this.views.delete(time);
  }

  sweep(): void {
    const now = this.now();
    for (const [time, { takenAt, usedAt }] of [...this.views])
      if (now - usedAt > idleTime || now - takenAt > lifetime) this.drop(time);
  }

  close(): void {
    for (const time of [...this.views.keys()]) this.drop(time);
  }
}
