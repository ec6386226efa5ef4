import type { RouteAnswer } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../lib/http';
import type { AskedClause } from './draft-effect';
import { readClauses } from './read-clauses';

/** A consultation with its clauses (none when it asks about an edition), to write on. */
export interface KnownDraft {
  consultation: RouteAnswer<'staff.consultations.get'>;
  clauses: AskedClause[];
}

/** Read once: what is being written is not replaced under the hand. */
export const useKnownDraft = (id: string) =>
  useQuery({
    queryKey: ['consultation', id, 'to-write'],
    queryFn: async (): Promise<KnownDraft> => {
      const consultation = await api.call('staff.consultations.get', { params: { id }, query: {} });
      return { consultation, clauses: consultation.draftKind === 'clauses' ? await readClauses(id) : [] };
    },
    staleTime: Infinity,
    gcTime: 0,
  });
