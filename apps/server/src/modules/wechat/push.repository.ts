import type { Connection } from 'mongoose';
import type { Tx } from '../../platform/transaction';
import { createPushModel, type PushRecord } from './push.model';

export function createPushRepository(database: Connection) {
  const model = createPushModel(database);
  return {
    isKnown: async (key: string, tx: Tx): Promise<boolean> => (await model.exists({ _id: key }).session(tx)) !== null,
    insert: async (record: PushRecord, tx: Tx): Promise<void> => {
      await model.insertMany([record], { session: tx });
    },
  };
}
export type PushRepository = ReturnType<typeof createPushRepository>;
