import type { ClientSession, Connection } from 'mongoose';

/** An open transaction. Repositories take it as their last argument and pass it on; nothing else looks inside. */
export type Tx = ClientSession;
export type Transaction = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

const ATTEMPTS = 8;
/** Whether the driver put this label on an error. */
export const hasLabel = (error: unknown, label: string): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'hasErrorLabel' in error &&
  typeof error.hasErrorLabel === 'function' &&
  Boolean(error.hasErrorLabel(label));

const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

async function commit(tx: Tx): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await tx.commitTransaction();
      return;
    } catch (error) {
      if (attempt >= ATTEMPTS || !hasLabel(error, 'UnknownTransactionCommitResult')) throw error;
      await pause(attempt * 20);
    }
  }
}

/**
 * Runs `work` in one transaction. A conflict with another writer runs it again (so: no effects inside), a bounded number of times
 * with a growing pause; every other error rolls back and is passed on.
 */
export function createTransaction(connection: Connection): Transaction {
  return async work => {
    const tx = await connection.startSession();
    try {
      for (let attempt = 1; ; attempt += 1) {
        tx.startTransaction({ readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } });
        try {
          const result = await work(tx);
          await commit(tx);
          return result;
        } catch (error) {
          if (tx.inTransaction()) await tx.abortTransaction().catch(() => undefined);
          if (attempt >= ATTEMPTS || !hasLabel(error, 'TransientTransactionError')) throw error;
          await pause(attempt * attempt * 5);
        }
      }
    } finally {
      await tx.endSession();
    }
  };
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/** True for a unique index refusing a second document (MongoDB 11000). */
export const isDuplicateKey = (error: unknown): boolean => codeOf(error) === 11000;
