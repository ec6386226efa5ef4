/**
 * The LMDB environment and its one writer.
 *
 * Writes are jobs. All jobs that arrive while a commit is under way run together in the next LMDB transaction (group
 * commit), and each job's promise resolves after LMDB has synced that transaction to disk. There is one commit at a
 * time: when it fails, what memory knows from it is forgotten before the next job runs.
 */
import { mkdirSync } from 'node:fs';
import { open, type RootDatabase } from 'lmdb';
import type { Entry, Kv, ReadKv } from './kv';

interface Job {
  run: () => unknown;
  resolve: (value: never) => void;
  reject: (error: unknown) => void;
}

type Transaction = ReturnType<RootDatabase<Buffer, Buffer>['useReadTransaction']>;

export interface Snapshot {
  kv: ReadKv;
  /** The last batch of writes it sees. */
  batch: number;
  release(): void;
}

export class Store {
  private readonly root: RootDatabase<Buffer, Buffer>;
  private queue: Job[] = [];
  private committing = false;
  private closing = false;
  /** The batch whose jobs run now or ran last. */
  applied = 0;
  /** The last batch that is on disk and visible to readers. */
  committed = 0;
  /** Called when a batch could not be committed: what was kept in memory about it is void. */
  onFailedCommit: () => void = () => undefined;
  beforeCommit: () => void = () => undefined;
  onCommit: () => void = () => undefined;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.root = open<Buffer, Buffer>({
      path: folder,
      encoding: 'binary',
      keyEncoding: 'binary',
      cache: false,
      compression: false,
      // One fsync per commit before it becomes visible: an answer never speaks of data that is not on disk.
      overlappingSync: false,
      noMemInit: true,
      maxReaders: 512,
    });
  }

  /** Reads the newest committed state (or, inside a job, the state being written); writes only inside a job. */
  readonly live: Kv = {
    get: key => this.root.get(key),
    range: (from, to, reverse, limit) => this.readRange(from, to, reverse, limit),
    put: (key, value) => this.root.putSync(key, value),
    remove: key => void this.root.removeSync(key),
  };

  private readRange(from: Buffer, to: Buffer, reverse: boolean, limit: number, transaction?: Transaction): Entry[] {
    const bounds = reverse
      ? { start: to, end: from, exclusiveStart: true, inclusiveEnd: true }
      : { start: from, end: to };
    const entries: Entry[] = [];
    for (const { key, value } of this.root.getRange({
      ...bounds,
      reverse,
      limit,
      ...(transaction ? { transaction } : {}),
    })) {
      entries.push({ key: asBuffer(key), value: asBuffer(value) });
    }
    return entries;
  }

  /** The number of keys in a range, counted by LMDB. */
  countKeys(from: Buffer, to: Buffer): number {
    return this.root.getKeysCount({ start: from, end: to });
  }

  /** Lets the following reads of this turn see everything that is committed. */
  refresh(): void {
    this.root.resetReadTxn();
  }

  /** A view of this moment that later writes do not change. */
  snapshot(): Snapshot {
    this.refresh();
    const transaction = this.root.useReadTransaction();
    let released = false;
    return {
      batch: this.committed,
      kv: {
        get: key => this.root.get(key, { transaction }),
        range: (from, to, reverse, limit) => this.readRange(from, to, reverse, limit, transaction),
      },
      release: () => {
        if (!released) transaction.done();
        released = true;
      },
    };
  }

  /** Runs a job in the next write transaction; resolves with its result once that is synced to disk. */
  write<T>(run: () => T): Promise<T> {
    if (this.closing) return Promise.reject(new Error('the engine is shutting down'));
    return new Promise<T>((resolve, reject) => {
      this.queue.push({ run, resolve, reject });
      if (!this.committing) void this.commitQueued();
    });
  }

  private async commitQueued(): Promise<void> {
    this.committing = true;
    while (this.queue.length > 0) await this.commit();
    this.committing = false;
  }

  private async commit(): Promise<void> {
    let jobs: Job[] = [];
    let done: (() => void)[] = [];
    try {
      await this.root.transaction(() => {
        jobs = this.queue;
        this.queue = [];
        this.applied++;
        done = jobs.map(runJob);
        this.beforeCommit();
      });
    } catch (error) {
      this.onFailedCommit();
      const cause = await commitFailure(error);
      for (const job of jobs) job.reject(cause);
      return;
    }
    this.committed = this.applied;
    this.refresh();
    for (const settle of done) settle();
    this.onCommit();
  }

  /** Runs `claim` alone among all processes that have this folder open. */
  exclusively<T>(claim: () => T): T {
    return this.root.transactionSync(claim);
  }

  /** Refuses writes from now on, finishes what is queued, waits for those who still read, and closes the files. */
  async close(readers: Promise<unknown>): Promise<void> {
    const last = this.write(() => undefined);
    this.closing = true;
    await Promise.all([last, readers]);
    await this.root.close();
  }
}

/** lmdb gives the reason of a failed commit as a promise that is rejected with it. */
async function commitFailure(error: unknown): Promise<unknown> {
  try {
    await (error as { commitError?: Promise<unknown> }).commitError;
    return error;
  } catch (reason) {
    return new Error(`the data could not be written: ${reason instanceof Error ? reason.message : String(reason)}`, {
      cause: reason,
    });
  }
}

function runJob(job: Job): () => void {
  try {
    const value = job.run();
    return () => job.resolve(value as never);
  } catch (error) {
    return () => job.reject(error);
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
