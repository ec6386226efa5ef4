/** The engine: store, catalog, sessions and cursors put together, and the chores it does by itself. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Timestamp } from '@bandeng/mongo-documents/bson';
import { Catalog } from './storage/catalog';
import { reclaimPiece } from './storage/reclaim';
import { Store } from './storage/store';
import type { Writer } from './storage/write-record';
import { Conflicts } from './session/conflicts';
import { Cursors } from './session/cursors';
import { Sessions } from './session/sessions';
import { Snapshots } from './session/snapshots';
import { FailPoints } from './commands/fail-points';
import { sweepExpired } from './commands/ttl';

export interface EngineOptions {
  dataDir: string;
  /** Allows configureFailPoint. */
  testCommands?: boolean;
  /** How often expired documents are looked for, in milliseconds. */
  ttlInterval?: number;
  /** Runs before anything is read; throws when the folder belongs to another engine. */
  claim?: (store: Store) => void;
}

const choreInterval = 15_000;
const defaultTtlInterval = 60_000;

export class Engine {
  readonly store: Store;
  readonly catalog: Catalog;
  readonly cursors = new Cursors();
  readonly sessions: Sessions;
  readonly conflicts: Conflicts;
  readonly snapshots: Snapshots;
  readonly failPoints = new FailPoints();
  readonly processId = randomUUID();
  readonly startedAt = new Date();
  /** host:port, known once it listens. */
  address = '127.0.0.1:0';
  connections = 0;
  private lastSecond = 0;
  private increment = 0;
  private readonly timers: NodeJS.Timeout[] = [];
  /** Commands and chores under way. */
  private readonly running = new Set<Promise<unknown>>();
  /** Chores stop at their next piece. */
  closing = false;

  constructor(readonly options: EngineOptions) {
    this.store = new Store(join(options.dataDir, 'db'));
    options.claim?.(this.store);
    this.catalog = new Catalog(this.store);
    this.sessions = new Sessions(this.store);
    this.conflicts = new Conflicts(this.store);
    this.snapshots = new Snapshots(this.store);
    this.store.beforeCommit = () => this.catalog.saveChanged();
    this.store.onCommit = () => this.conflicts.forget();
    this.store.onFailedCommit = () => {
      this.sessions.abortAll();
      this.catalog.load();
      this.sessions.forgetAnswers();
    };
    this.repeat(choreInterval, () => this.chores());
    this.repeat(options.ttlInterval ?? defaultTtlInterval, () => this.inBackground(sweepExpired(this)));
  }

  /** `close` waits for this work before it closes the files. */
  track<T>(work: Promise<T>): Promise<T> {
    this.running.add(work);
    const forget = (): boolean => this.running.delete(work);
    work.then(forget, forget);
    return work;
  }

  /** A chore of the engine's own: the next round does what fails now. */
  private inBackground(chore: Promise<unknown>): void {
    this.track(chore).catch(() => undefined);
  }

  private repeat(interval: number, run: () => void): void {
    const timer = setInterval(run, interval);
    timer.unref();
    this.timers.push(timer);
  }

  private chores(): void {
    this.cursors.sweep(Date.now());
    this.sessions.sweep(Date.now());
    this.snapshots.sweep();
    this.reclaimSoon();
  }

  /** Writes outside transactions, inside a write job. */
  get writer(): Writer {
    return { kv: this.store.live, catalog: this.catalog, touch: key => this.conflicts.touch(key) };
  }

  /** Frees the space of what was dropped. */
  async reclaim(): Promise<void> {
    while (!this.closing && (await reclaimPiece(this.store)));
  }

  reclaimSoon(): void {
    this.inBackground(this.reclaim());
  }

  /** The next cluster time: seconds and a counter, never twice the same. */
  tick(): Timestamp {
    const second = Math.floor(Date.now() / 1000);
    if (second > this.lastSecond) {
      this.lastSecond = second;
      this.increment = 0;
    }
    this.increment++;
    return new Timestamp({ t: this.lastSecond, i: this.increment });
  }

  async close(): Promise<void> {
    this.closing = true;
    for (const timer of this.timers) clearInterval(timer);
    this.sessions.abortAll();
    this.snapshots.close();
    await this.store.close(Promise.allSettled(this.running));
  }
}
