import { createHash, randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import { Schema } from 'mongoose';
import { openWith, sealWith, type FieldCipher, type FieldPlace } from './crypto';
import type { Clock } from './clock';
import { isDuplicateKey, type Tx } from './transaction';

interface PersonKeyRecord {
  _id: string;
  /** The person's key, sealed under the field key; absent once destroyed. */
  sealedKey?: string;
  createdAt: Date;
  destroyedAt?: Date;
}

/** Personal values that audit, outbox and closed accounts may leave behind: readable only while the person's own key exists. */
export interface PersonKeys {
  seal(personId: string, plain: string, place: FieldPlace): Promise<string>;
  /** Null when the key was destroyed: what is said of a forgotten person is not kept. */
  sealUnlessForgotten(personId: string, plain: string, place: FieldPlace): Promise<string | null>;
  /** Null when the key was destroyed (the person asked to be forgotten). */
  open(personId: string, sealed: string, place: FieldPlace): Promise<string | null>;
  destroy(personId: string, tx: Tx): Promise<void>;
}

const COLLECTION = 'personKeys';
const aadOf = (place: FieldPlace) =>
  createHash('sha256').update(`${place.collection}\n${place.id}\n${place.field}`).digest();

export function createPersonKeys({
  database,
  fields,
  clock,
}: {
  database: Connection;
  fields: FieldCipher;
  clock: Clock;
}): PersonKeys {
  const schema = new Schema<PersonKeyRecord>(
    { _id: String, sealedKey: String, createdAt: { type: Date, required: true }, destroyedAt: Date },
    { versionKey: false, collection: COLLECTION },
  );
  const model = database.model<PersonKeyRecord>('PersonKey', schema);
  const placeOf = (personId: string): FieldPlace => ({ collection: COLLECTION, id: personId, field: 'sealedKey' });

  async function findKey(personId: string): Promise<Buffer | null> {
    const record = await model.findById(personId).lean();
    return record?.sealedKey ? Buffer.from(fields.decrypt(record.sealedKey, placeOf(personId)), 'base64') : null;
  }

  /** Made outside the caller's transaction: a key without values does no harm, two keys for one person would. */
  async function ensureKey(personId: string): Promise<Buffer> {
    const existing = await findKey(personId);
    if (existing) return existing;
    const key = randomBytes(32);
    const sealedKey = fields.encrypt(key.toString('base64'), placeOf(personId));
    try {
      await model.create({ _id: personId, sealedKey, createdAt: clock.now() });
      return key;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      const made = await findKey(personId);
      if (!made) throw new Error('the key of this person was destroyed', { cause: error });
      return made;
    }
  }

  const isForgotten = async (personId: string) =>
    (await model.exists({ _id: personId, destroyedAt: { $ne: null } })) !== null;
  const api: PersonKeys = {
    seal: async (personId, plain, place) =>
      sealWith({ id: 'p', key: await ensureKey(personId) }, Buffer.from(plain), aadOf(place)),
    sealUnlessForgotten: async (personId, plain, place) =>
      (await isForgotten(personId)) ? null : api.seal(personId, plain, place),
    open: async (personId, sealed, place) => {
      const key = await findKey(personId);
      return key ? openWith(key, sealed, aadOf(place)).toString() : null;
    },
    destroy: async (personId, tx) => {
      const now = clock.now();
      await model.updateOne(
        { _id: personId },
        { $unset: { sealedKey: 1 }, $set: { destroyedAt: now }, $setOnInsert: { createdAt: now } },
        { session: tx, upsert: true },
      );
    },
  };
  return api;
}
