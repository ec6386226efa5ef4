import { AsyncLocalStorage } from 'node:async_hooks';
import type { Connection } from 'mongoose';
import { Schema } from 'mongoose';
import type { Clock } from './clock';
import type { Ids } from './ids';
import { insertRecord } from './insert-record';
import type { Tx } from './transaction';

/** What happened, told after commit. Ids and field names only: personal values only sealed under a person key. */
export interface DomainEvent {
  name: string;
  [field: string]: unknown;
}

export interface OutboxRecord {
  _id: string;
  name: string;
  event: DomainEvent;
  occurredAt: Date;
  /** `backlog` waits as `pending` does, behind all of it. */
  state: 'pending' | 'backlog' | 'done' | 'dead';
  /** Listeners that are through with it, kept when it has to come again. */
  done: string[];
  attempts: number;
  nextAttemptAt: Date;
  /** Last fault of each listener that is not through: class and code, never a message with content. */
  faults: { listener: string; fault: string }[];
  doneAt?: Date;
}

export interface Outbox {
  /** Adds an event inside the transaction that makes it true. */
  add(event: DomainEvent, tx: Tx): Promise<void>;
  /** What `work` adds is much, and of no hurry: it is delivered behind what people do meanwhile. */
  inBulk<T>(work: () => Promise<T>): Promise<T>;
  /** Takes the next due entry for `leaseSeconds`; null when there is none. `isForced` ignores backoff (tests, drain). */
  claim(options: { leaseSeconds: number; isForced?: boolean }): Promise<OutboxRecord | null>;
  settle(
    id: string,
    outcome: { state: 'done' | 'dead' } | { retryInSeconds: number; done: string[]; faults: OutboxRecord['faults'] },
  ): Promise<void>;
  countPending(): Promise<number>;
  countDead(): Promise<number>;
  /** Inserts the marker of (entry, listener) in `tx`; false when it is there already. */
  mark(id: string, listener: string, tx: Tx): Promise<boolean>;
}

/** The states of an entry that is still to be delivered, in the order in which they are taken. */
const WAITING = ['pending', 'backlog'] as const;

interface MarkerRecord {
  _id: string;
  at: Date;
}

function defineModels(database: Connection) {
  const schema = new Schema<OutboxRecord>(
    {
      _id: String,
      name: { type: String, required: true },
      event: { type: Schema.Types.Mixed, required: true },
      occurredAt: { type: Date, required: true },
      state: { type: String, required: true },
      done: [String],
      attempts: { type: Number, required: true },
      nextAttemptAt: { type: Date, required: true },
      faults: { type: [Schema.Types.Mixed], default: [] } as never,
      doneAt: Date,
    },
    { versionKey: false, collection: 'outbox', minimize: false },
  );
  schema.index({ state: 1, nextAttemptAt: 1, _id: 1 });
  schema.index({ doneAt: 1 });
  const markers = new Schema<MarkerRecord>(
    { _id: String, at: { type: Date, required: true } },
    { versionKey: false, collection: 'outboxMarkers' },
  );
  markers.index({ at: 1 });
  return {
    entries: database.model<OutboxRecord>('Outbox', schema),
    markers: database.model<MarkerRecord>('OutboxMarker', markers),
  };
}

export function createOutbox({ database, clock, ids }: { database: Connection; clock: Clock; ids: Ids }): Outbox {
  const { entries, markers } = defineModels(database);
  const bulk = new AsyncLocalStorage<true>();
  const inSeconds = (seconds: number) => new Date(clock.wall().getTime() + seconds * 1000);
  return {
    add: async (event, tx) => {
      const entry: OutboxRecord = {
        _id: ids.ordered(),
        name: event.name,
        event,
        occurredAt: clock.now(),
        state: bulk.getStore() ? 'backlog' : 'pending',
        done: [],
        attempts: 0,
        nextAttemptAt: clock.wall(),
        faults: [],
      };
      await insertRecord(entries, entry, tx);
    },
    inBulk: work => bulk.run(true, work),
    claim: async ({ leaseSeconds, isForced }) => {
      const due = isForced ? {} : { nextAttemptAt: { $lte: clock.wall() } };
      for (const state of WAITING) {
        const entry = await entries
          .findOneAndUpdate(
            { state, ...due },
            { $set: { nextAttemptAt: inSeconds(leaseSeconds) }, $inc: { attempts: 1 } },
            { sort: { nextAttemptAt: 1, _id: 1 }, returnDocument: 'after' },
          )
          .lean<OutboxRecord>();
        if (entry) return entry;
      }
      return null;
    },
    settle: async (id, outcome) => {
      const change =
        'state' in outcome
          ? { state: outcome.state, doneAt: clock.wall() }
          : { nextAttemptAt: inSeconds(outcome.retryInSeconds), done: outcome.done, faults: outcome.faults };
      await entries.updateOne({ _id: id, state: { $in: WAITING } }, { $set: change });
    },
    countPending: () => entries.countDocuments({ state: { $in: WAITING } }),
    countDead: () => entries.countDocuments({ state: 'dead' }),
    mark: async (id, listener, tx) => {
      const _id = `${id}:${listener}`;
      if (await markers.exists({ _id }).session(tx)) return false;
      await insertRecord(markers, { _id, at: clock.wall() }, tx);
      return true;
    },
  };
}
