import type { RouteAnswer, StaffComment } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../lib/http';
import { listAll } from '../../lib/list-all';
import type { AskedClause } from './draft-effect';
import { readClauses } from './read-clauses';

/** A consultation with its clauses (none when it asks about an edition), to write on. */
export interface KnownDraft {
  consultation: RouteAnswer<'staff.consultations.get'>;
  clauses: AskedClause[];
  /** Comments of clauses that were adopted and are in no draft yet. */
  adopted: StaffComment[];
}

/** As many as one reads through beside a draft. */
const ADOPTED_MOST = 500;

async function readAdopted(id: string): Promise<StaffComment[]> {
  const read = (cursor: string | undefined) =>
    api.call('staff.comments.list', { params: { id }, query: { queue: 'adopted', limit: 100, cursor } });
  return (await listAll<StaffComment>(read, ADOPTED_MOST)).filter(
    ({ carriedIn, target }) => carriedIn === null && target.kind === 'clause',
  );
}

/** Read once: what is being written is not replaced under the hand. */
export const useKnownDraft = (id: string) =>
  useQuery({
    queryKey: ['consultation', id, 'to-write'],
    queryFn: async (): Promise<KnownDraft> => {
      const consultation = await api.call('staff.consultations.get', { params: { id }, query: {} });
      if (consultation.draftKind === 'entries') return { consultation, clauses: [], adopted: [] };
      const mayCarry = consultation.abilities?.revise === true;
      const [clauses, adopted] = await Promise.all([readClauses(id), mayCarry ? readAdopted(id) : []]);
      return { consultation, clauses, adopted };
    },
    staleTime: Infinity,
    gcTime: 0,
  });
