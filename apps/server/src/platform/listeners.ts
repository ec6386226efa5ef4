import type { Logger } from './logger';
import type { DomainEvent, Outbox, OutboxRecord } from './outbox';
import type { Transaction, Tx } from './transaction';

export interface ListenerContext {
  /** Id of the outbox entry: the same when the listener runs again. */
  entryId: string;
  occurredAt: Date;
  /** Runs `work` in a transaction exactly once for this entry and listener; later runs skip it. */
  once(work: (tx: Tx) => Promise<void>): Promise<void>;
}

/** What happens after commit. May run twice: use `once` or upserts. A throw means: try again later. */
export interface Listener {
  /** `module.verb`, unique and lasting: it is written into the outbox. */
  name: string;
  /** Names of the events it wants. */
  events: readonly string[];
  handle(event: DomainEvent, context: ListenerContext): Promise<void>;
}

const LEASE_SECONDS = 120;
/** About two days of tries with the backoff below. */
const MAX_ATTEMPTS = 16;
const backoffSeconds = (attempts: number) => Math.min(2 ** attempts, 6 * 3600);

/** An error's class and code; its message may hold what a person wrote. */
function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error ? `${error.name} ${String(error.code)}` : error.name;
}

/** Delivers outbox entries to the listeners that want them. */
export function createDelivery(deps: {
  outbox: Outbox;
  transaction: Transaction;
  logger: Logger;
  listeners: readonly Listener[];
  /** Told of every fault of a listener (tests). */
  onFault?: (listener: string, error: unknown) => void;
}) {
  const { outbox, transaction, logger, listeners, onFault } = deps;

  async function runListener(entry: OutboxRecord, listener: Listener): Promise<string | null> {
    const once = (work: (tx: Tx) => Promise<void>) =>
      transaction(async tx => {
        if (await outbox.mark(entry._id, listener.name, tx)) await work(tx);
      });
    try {
      await listener.handle(entry.event, { entryId: entry._id, occurredAt: entry.occurredAt, once });
      return null;
    } catch (error) {
      logger.warn(
        { err: error, listener: listener.name, event: entry.name, attempts: entry.attempts },
        'listener failed',
      );
      onFault?.(listener.name, error);
      return faultOf(error);
    }
  }

  /** Delivers one due entry. Returns 'idle' when there was none, else whether all listeners are through. */
  async function deliverNext({ isForced = false } = {}): Promise<'idle' | 'done' | 'failed'> {
    const entry = await outbox.claim({ leaseSeconds: LEASE_SECONDS, isForced });
    if (!entry) return 'idle';
    const faults: OutboxRecord['faults'] = [];
    const done = [...entry.done];
    for (const listener of listeners) {
      if (!listener.events.includes(entry.name) || done.includes(listener.name)) continue;
      const fault = await runListener(entry, listener);
      if (fault === null) done.push(listener.name);
      else faults.push({ listener: listener.name, fault });
    }
    if (faults.length === 0) {
      await outbox.settle(entry._id, { state: 'done' });
      return 'done';
    }
    if (entry.attempts >= MAX_ATTEMPTS) {
      logger.error({ event: entry.name, entryId: entry._id, faults }, 'outbox entry given up');
      await outbox.settle(entry._id, { state: 'dead' });
    } else {
      await outbox.settle(entry._id, { retryInSeconds: backoffSeconds(entry.attempts), done, faults });
    }
    return 'failed';
  }

  return { deliverNext };
}
