import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RouteCall } from '@bandeng/contracts/types';
import { api } from '@/lib/api';
import { reading } from '@/lib/reads';

/** What can be done with a slip now: asked whenever it is scanned, for it may have arrived meanwhile. */
export const slipOf = (code: string) => ({ ...reading('slips.get', { params: { code }, query: {} }), staleTime: 0 });

export function useClaim() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RouteCall<'slips.claim'>['body']) => api.call('slips.claim', { body }),
    // Locked, or somebody else was faster: the page says so then.
    onError: () => client.invalidateQueries({ queryKey: ['slips.get'] }),
    onSuccess: async () => {
      for (const list of ['me.comments.list', 'me.enquiries.list'])
        await client.invalidateQueries({ queryKey: [list] });
    },
  });
}
