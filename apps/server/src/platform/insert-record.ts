import type { Model } from 'mongoose';
import type { Tx } from './transaction';

/** Records of transactions that write them at their end, by model in the order of their first record. */
const gathered = new WeakMap<Tx, Map<Model<never>, unknown[]>>();

/**
 * Inserts one record as it is. For what is written with every call of a person: the record comes whole from a builder of ours, so
 * mongoose need not check and copy it, which costs as much as the insert itself. Defaults of the schema are not filled in.
 */
export async function insertRecord<T>(model: Model<T>, record: T, tx: Tx): Promise<void> {
  const ofModel = gathered.get(tx);
  if (!ofModel) {
    await model.collection.insertOne(record as never, { session: tx });
    return;
  }
  const key = model as unknown as Model<never>;
  const records = ofModel.get(key) ?? [];
  records.push(record);
  ofModel.set(key, records);
}

/** From here on the transaction's records are gathered; the function that comes out writes them, with one insert a collection. */
export function gatherInserts(tx: Tx): () => Promise<void> {
  const ofModel = new Map<Model<never>, unknown[]>();
  gathered.set(tx, ofModel);
  return async () => {
    gathered.delete(tx);
    for (const [model, records] of ofModel) await model.collection.insertMany(records as never[], { session: tx });
  };
}
