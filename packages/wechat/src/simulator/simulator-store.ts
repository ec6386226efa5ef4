/** A stored value: anything that JSON can hold. */
export type StoredValue = unknown;

export interface StoreSetOptions {
  /** The value may be forgotten from then on. */
  expiresAt?: Date;
  /** Write only when nothing is stored under the key, in one step. */
  isNew?: boolean;
}

/**
 * Where the simulator keeps its state. The default lives in memory; give one on a database when two servers play the
 * same WeChat. `set` with `isNew` and `delete` must each be one step, since one-time codes and quotas rest on them.
 */
export interface SimulatorStore {
  get(key: string): Promise<StoredValue | undefined>;
  /** @returns whether it was written: false only with `isNew` and a key in use */
  set(key: string, value: StoredValue, options?: StoreSetOptions): Promise<boolean>;
  /** @returns whether there was something to delete */
  delete(key: string): Promise<boolean>;
  /** The newest `limit` entries under the prefix (default: all), in the order of their keys. */
  list(prefix: string, limit?: number): Promise<{ key: string; value: StoredValue }[]>;
}

/** How many writes pass between two sweeps of what has expired. */
const SWEEP_EVERY = 1000;

/** A store in this process's memory, swept of what has expired now and then. */
export function createMemoryStore(now: () => Date): SimulatorStore {
  const entries = new Map<string, { json: string; expiresAt: number }>();
  let writes = 0;

  const live = (key: string) => {
    const entry = entries.get(key);
    return entry !== undefined && entry.expiresAt > now().getTime() ? entry : undefined;
  };
  const sweep = () => {
    for (const key of entries.keys()) if (live(key) === undefined) entries.delete(key);
  };

  return {
    get: key => {
      const entry = live(key);
      return Promise.resolve(entry === undefined ? undefined : (JSON.parse(entry.json) as unknown));
    },
    set: (key, value, { expiresAt, isNew = false } = {}) => {
      if (isNew && live(key) !== undefined) return Promise.resolve(false);
      entries.set(key, { json: JSON.stringify(value), expiresAt: expiresAt?.getTime() ?? Infinity });
      writes += 1;
      if (writes % SWEEP_EVERY === 0) sweep();
      return Promise.resolve(true);
    },
    delete: key => Promise.resolve(live(key) !== undefined && entries.delete(key)),
    list: (prefix, limit = Infinity) => {
      const keys = [...entries.keys()].filter(key => key.startsWith(prefix) && live(key) !== undefined).sort();
      const newest = limit === Infinity ? keys : keys.slice(-limit);
      return Promise.resolve(newest.map(key => ({ key, value: JSON.parse(live(key)?.json ?? 'null') as unknown })));
    },
  };
}
