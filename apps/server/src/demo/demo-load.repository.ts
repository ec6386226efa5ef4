import type { Connection } from 'mongoose';
import { defineDemoLoadModel, type DemoLoadRecord } from './demo-load.model';

export function createDemoLoadRepository(database: Connection) {
  const loads = defineDemoLoadModel(database);
  return {
    find: (): Promise<DemoLoadRecord | null> => loads.findById('district').lean<DemoLoadRecord>(),
    begin: async (at: Date): Promise<void> => {
      await loads.updateOne({ _id: 'district' }, { $setOnInsert: { at, finishedAt: null } }, { upsert: true });
    },
    finish: async (finishedAt: Date): Promise<void> => {
      await loads.updateOne({ _id: 'district' }, { $set: { finishedAt } });
    },
  };
}
