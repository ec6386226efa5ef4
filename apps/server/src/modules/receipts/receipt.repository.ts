import type { Connection } from 'mongoose';
import { insertRecord } from '../../platform/insert-record';
import type { Tx } from '../../platform/transaction';
import { createReceiptModel, type ReceiptRecord } from './receipt.model';

export function createReceiptRepository(database: Connection) {
  const model = createReceiptModel(database);
  return {
    insert: async (record: ReceiptRecord, tx: Tx): Promise<void> => {
      await insertRecord(model, record, tx);
    },
    find: (hash: string): Promise<ReceiptRecord | null> => model.findById(hash).lean<ReceiptRecord>(),
  };
}
