import type { Model } from 'mongoose';
import type { Tx } from './transaction';

/**
 * Inserts one record as it is. For what is written with every call of a person: the record comes whole from a builder of ours, so
 * mongoose need not check and copy it, which costs as much as the insert itself. Defaults of the schema are not filled in.
 */
export async function insertRecord<T>(model: Model<T>, record: T, tx: Tx): Promise<void> {
  await model.collection.insertOne(record as never, { session: tx });
}
