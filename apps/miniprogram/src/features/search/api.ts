import type { RouteCall } from '@bandeng/contracts/types';
import { reading, readingList } from '@/lib/reads';
import { readStored, writeStored } from '@/lib/storage';

export type SearchKind = NonNullable<RouteCall<'search.query'>['query']['kind']>;

export const searchHits = (q: string, kind?: SearchKind) => readingList('search.query', { query: { q, kind } });

/** Words to go on with, while someone types. */
export const suggestions = (q: string) => reading('search.suggest', { query: { q } });

const mostRecent = 8;

/** What was searched on this phone; it stays here. */
export const recentSearches = (): string[] => readStored<string[]>('recent-searches') ?? [];

export function rememberSearch(q: string): void {
  writeStored('recent-searches', [q, ...recentSearches().filter(known => known !== q)].slice(0, mostRecent));
}

export function forgetSearches(): void {
  writeStored('recent-searches', []);
}
