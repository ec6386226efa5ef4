import type { RouteCall } from '@bandeng/contracts/types';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { newId } from '@/lib/ids';
import { reading, readingAll, readingList } from '@/lib/reads';

export type EntryFilter = NonNullable<RouteCall<'entries.list'>['query']>;
export type Level = NonNullable<EntryFilter['level']>;
export type Stage = NonNullable<EntryFilter['stage']>;

export const domains = () => readingAll('domains.list', {});

/** The entries of one domain, to the end: the tree needs them all to group them. */
export const entriesOfDomain = (domain: string, level?: Level, stage?: Stage) =>
  readingAll('entries.list', { query: { domain, level, stage } });

export const entry = (id: string) => reading('entries.get', { params: { id }, query: {} });

/** Asks for one late period. The server counts a person once a period, so a retry under a new id is the same nudge. */
export function useNudge(entryId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (from: string) =>
      api.call('entries.nudge', { params: { id: entryId }, body: { id: await newId(), from } }),
    // Refused because it was published meanwhile: the strip is read anew as well.
    onSettled: () => client.invalidateQueries({ queryKey: entry(entryId).queryKey }),
  });
}

export const myNudges = () => readingList('me.nudges.list', { query: {} });
