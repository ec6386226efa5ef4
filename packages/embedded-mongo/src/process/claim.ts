/**
 * Only one engine may write a data folder. LMDB lets one write transaction in at a time, over all processes; inside one,
 * the engine writes itself down as the owner, unless a living owner is already there. Nothing else decides.
 */
import { decode, encode } from '@bandeng/mongo-documents/bson';
import { ownerKey } from '../storage/key-space';
import type { Store } from '../storage/store';
import { isAlive, processStart } from './engine-file';

/** The engine is not needed: another one has the folder. */
export class FolderTaken extends Error {}

/** Throws when another living process owns the folder. */
export function claimOwnership(store: Store): void {
  store.exclusively(() => {
    const { pid, start } = decode(store.live.get(ownerKey) ?? encode({ pid: process.pid }));
    if (pid !== process.pid && isAlive({ pid: Number(pid), processStart: (start ?? undefined) as string | undefined }))
      throw new FolderTaken(`the data folder belongs to the running engine ${String(pid)}`);
    store.live.put(ownerKey, encode({ pid: process.pid, start: processStart(process.pid) ?? null }));
  });
}
