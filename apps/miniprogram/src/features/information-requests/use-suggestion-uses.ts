import type { RouteCall } from '@bandeng/contracts/types';
import { useCallback, useRef } from 'react';
import { api } from '@/lib/api';
import { newId } from '@/lib/ids';

export type SuggestionUse = RouteCall<'informationRequests.suggestionUse'>['body']['use'];

/** Counts under a random id what became of the suggestions of one form, each once. It is a count: without a network it is left out. */
export function useSuggestionUses(): (use: SuggestionUse) => void {
  const noted = useRef(new Set<SuggestionUse>());
  const id = useRef<Promise<string>>();
  return useCallback(use => {
    // What was filed without having been shown anything says nothing.
    if (noted.current.has(use) || (use !== 'shown' && !noted.current.has('shown'))) return;
    noted.current.add(use);
    id.current ??= newId();
    id.current
      .then(known => api.call('informationRequests.suggestionUse', { body: { id: known, use } }))
      .catch(() => undefined);
  }, []);
}
