import type { Platform } from '../../platform/platform';
import type { Findable, SearchKind } from './search.model';
import type { SearchRepository } from './search.repository';

/** How a module's public things come into the index and are looked at again on the way out. */
export interface SearchSource {
  /** Those of them that everybody may read. */
  findAll(ids: readonly string[]): Promise<Findable[]>;
  /** The ids of all of them, some at a time: for a rebuild. */
  listIds(): AsyncIterable<readonly string[]>;
  /** Which of these may be read by everybody now. */
  stillPublic(ids: readonly string[]): Promise<Set<string>>;
}

export interface SearchPorts {
  sources: Readonly<Record<SearchKind, SearchSource>>;
  catalog: {
    /** Entries that an edition brought into force and those that it dropped, some at a time. */
    listTouchedEntries(editionId: string): AsyncIterable<readonly string[]>;
  };
}

export type SearchDeps = Pick<Platform, 'clock' | 'cursors' | 'transaction' | 'blindIndex' | 'logger'> &
  SearchPorts & { documents: SearchRepository };
