import type { RouteCall } from '@bandeng/contracts/types';
import { reading, readingAll } from '@/lib/reads';

export type EntryFilter = NonNullable<RouteCall<'entries.list'>['query']>;
export type Level = NonNullable<EntryFilter['level']>;
export type Stage = NonNullable<EntryFilter['stage']>;

export const domains = () => readingAll('domains.list', {});

/** The entries of one domain, to the end: the tree needs them all to group them. */
export const entriesOfDomain = (domain: string, level?: Level, stage?: Stage) =>
  readingAll('entries.list', { query: { domain, level, stage } });

export const entry = (id: string) => reading('entries.get', { params: { id }, query: {} });
