import type { FieldCipher } from './crypto';
import type { Command, SealedField } from './module';
import type { Platform } from './platform';

type Stored = Record<string, unknown> & { _id: string };

const PAGE = 500;
const PERSON_KEYS: SealedField = { collection: 'personKeys', path: 'sealedKey', field: 'sealedKey' };

const valueAt = (record: Stored, path: string): unknown =>
  path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], record);

/** What of `record` has to be sealed anew: path -> [as it is, as it shall be]. */
function staleValues(cipher: FieldCipher, record: Stored, fields: readonly SealedField[]): [string, string, string][] {
  return fields.flatMap(({ collection, path, field }) => {
    const sealed = valueAt(record, path);
    if (typeof sealed !== 'string' || sealed === '' || !cipher.isStale(sealed)) return [];
    const place = { collection, id: record._id, field };
    return [[path, sealed, cipher.encrypt(cipher.decrypt(sealed, place), place)] as [string, string, string]];
  });
}

/**
 * Seals what lies under an older field key under the first one (PIPL Art. 51). What is under a person's own key follows with that key.
 * A value that changes meanwhile is left to its new writer, who seals under the first key anyway.
 */
export function createResealer(
  { database, fields: cipher }: Pick<Platform, 'database' | 'fields'>,
  sealed: readonly SealedField[],
) {
  const all = [PERSON_KEYS, ...sealed];
  const collections = [...new Set(all.map(({ collection }) => collection))];

  async function resealCollection(name: string): Promise<number> {
    const fields = all.filter(({ collection }) => collection === name);
    const records = database.collection<Stored>(name);
    const projection = Object.fromEntries(fields.map(({ path }) => [path, 1]));
    let changed = 0;
    for (let after = ''; ;) {
      const page = await records
        .find({ _id: { $gt: after } })
        .sort({ _id: 1 })
        .limit(PAGE)
        .project<Stored>(projection)
        .toArray();
      for (const record of page) {
        const stale = staleValues(cipher, record, fields);
        if (stale.length === 0) continue;
        const before = Object.fromEntries(stale.map(([path, old]) => [path, old]));
        const next = Object.fromEntries(stale.map(([path, , fresh]) => [path, fresh]));
        const { modifiedCount } = await records.updateOne({ _id: record._id, ...before }, { $set: next as never });
        changed += modifiedCount === 1 ? stale.length : 0;
      }
      const last = page.at(-1);
      if (!last) return changed;
      after = last._id;
    }
  }

  return async function reseal(): Promise<number> {
    let changed = 0;
    for (const name of collections) changed += await resealCollection(name);
    return changed;
  };
}

/** `keys reseal`: now, instead of within the day; afterwards the older keys may be taken out of FIELD_KEYS. */
export const resealCommand = (reseal: () => Promise<number>, currentKey: string): Command => ({
  name: 'keys reseal',
  usage: 'keys reseal',
  summary: '用 FIELD_KEYS 的第一把密钥重新封存所有个人信息；换了第一把密钥以后运行',
  run: async (_args, { output }) => {
    output(`已用 ${currentKey} 重新封存 ${await reseal()} 处，没有留在别的密钥下的`);
  },
});
