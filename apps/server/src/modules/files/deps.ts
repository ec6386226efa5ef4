import type { Actor } from '../../http/actor';
import type { Platform } from '../../platform/platform';
import type { Scanner } from './clamd';
import type { FileRepository } from './file.repository';

/**
 * May this actor read the file `fileId` that is bound to the record `id` now? Asked anew at every download, by the collection of the
 * record. `isUnlocked`: the call carries a ticket that the record's module issued for this file.
 */
export type VisibilityCheck = (
  id: string,
  actor: Actor,
  file: { fileId: string; isUnlocked: boolean },
) => Promise<boolean>;

export interface FilePorts {
  visibility: Readonly<Record<string, VisibilityCheck>>;
}

export type FilesDeps = Pick<Platform, 'clock' | 'ids' | 'config' | 'logger'> &
  FilePorts & {
    files: FileRepository;
    /** Null where no clamd is named. */
    scanner: Scanner | null;
  };
