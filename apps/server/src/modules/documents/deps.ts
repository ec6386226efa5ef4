import type { Attachment } from '@bandeng/contracts/types';
import type { KnownActor } from '../../http/actor';
import type { Actor } from '../../http/actor';
import type { ReadingThread } from './reading-thread';
import type { ScanCache } from './scan-files';

/** A stored file with its bytes at hand. */
export interface ReadableFile extends Attachment {
  sha256: string;
  read(): Promise<Buffer>;
}

/** What this module needs of its neighbours, no more. */
export interface DocumentPorts {
  files: {
    /** In the order asked for; ids that are gone are left out. */
    open(ids: readonly string[]): Promise<ReadableFile[]>;
    /** One that this actor may read now; throws file.not_found. */
    openReadable(actor: Actor, id: string): Promise<ReadableFile>;
    /** Other bytes for a file of this record, unless it belongs elsewhere or has others by now. */
    replaceBytes(
      owner: { collection: string; id: string },
      file: { id: string; sha256: string },
      bytes: Uint8Array,
    ): Promise<void>;
    /** Keeps bytes as an upload of this actor; null when their kind is not accepted. */
    keep(actor: KnownActor, input: { name: string; bytes: Uint8Array }): Promise<Attachment | null>;
  };
}

export type DocumentsDeps = DocumentPorts & { thread: ReadingThread; scans: ScanCache };
