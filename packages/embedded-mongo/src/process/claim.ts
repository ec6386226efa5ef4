/**
 * Only one engine may write a data folder. LMDB lets one write transaction in at a time, over all processes; inside one,
 * the engine writes itself down as the owner, unless a living owner is already there. This decides even when lock files fail.
 */
import { decode, encode } from '../bson/codec';
import { ownerKey } from '../storage/key-space';
import type { Store } from '../storage/store';
import { isAlive, processStart } from './engine-file';

/** Throws when another living process owns the folder. */
export function claimOwnership(store: Store): void {
  store.exclusively(() => {
    const stored = store.live.get(ownerKey);
    if (stored !== undefined) {
      const owner = decode(stored);
      const file = { pid: Number(owner.pid), port: 0, processStart: owner.start as string | undefined };
      if (file.pid !== process.pid && isAlive(file))
        throw new Error(`the data folder belongs to the running engine ${file.pid}`);
    }
    store.live.put(ownerKey, encode({ pid: process.pid, start: processStart(process.pid) ?? null }));
  });
}
