import type { Platform } from '../../platform/platform';
import type { Findable, SearchKind } from './search.model';
import type { SearchRepository } from './search.repository';

/** How a module's public things come into the index and are looked at again on the way out. */
export interface SearchSource {
  /** Null when it is not public. */
  find(id: string): Promise<Findable | null>;
  /** All of them in the order of their ids, from after `afterId`: for a rebuild. */
  list(afterId: string, limit: number): Promise<{ ids: string[]; items: Findable[] }>;
  /** Which of these may still be read by everybody now. */
  stillPublic(ids: readonly string[]): Promise<Set<string>>;
}

export interface SearchPorts {
  sources: Readonly<Record<SearchKind, SearchSource>>;
}

export type SearchDeps = Pick<Platform, 'clock' | 'cursors' | 'transaction' | 'blindIndex' | 'logger'> &
  SearchPorts & { documents: SearchRepository };
