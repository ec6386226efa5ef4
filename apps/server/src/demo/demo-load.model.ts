import { Schema, type Connection } from 'mongoose';

/** That the demo district is here, and around which instant it was built. */
export interface DemoLoadRecord {
  _id: 'district';
  /** The clock at the first load: a load that broke off is finished with the same dates. */
  at: Date;
  finishedAt: Date | null;
}

export function defineDemoLoadModel(database: Connection) {
  const schema = new Schema<DemoLoadRecord>(
    { _id: String, at: { type: Date, required: true }, finishedAt: { type: Date, default: null } } as never,
    { versionKey: false, collection: 'demoLoads' },
  );
  return database.model<DemoLoadRecord>('DemoLoad', schema);
}
