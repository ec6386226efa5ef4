import type { Actor } from '../../http/actor';
import type { Platform } from '../../platform/platform';
import type { FileRepository } from './file.repository';

/** May this actor read what is bound to the record `id` now? Asked anew at every download, by the collection of the record. */
export type VisibilityCheck = (id: string, actor: Actor) => Promise<boolean>;

export interface FilePorts {
  visibility: Readonly<Record<string, VisibilityCheck>>;
}

export type FilesDeps = Pick<Platform, 'clock' | 'ids' | 'config'> & FilePorts & { files: FileRepository };
