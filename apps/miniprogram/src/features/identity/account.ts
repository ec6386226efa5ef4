import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { reading } from '@/lib/reads';
import { endSession } from '@/lib/session';

export const me = () => reading('me.get', { query: {} });

/** Everything the server holds of this account, as it gave it. */
export const exportMine = () => api.call('me.export', { query: {} });

/** The name under which one speaks in public; null takes it back. What was said before is signed anew. */
export function useSetName() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string | null) => api.call('me.name', { body: { name } }),
    onSuccess: account => {
      client.setQueryData(me().queryKey, account);
      return client.invalidateQueries({ queryKey: ['consultations.comments.list'] });
    },
  });
}

/** A number that WeChat vouches for: the code comes from its button. */
export function useVerifyPhone() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => api.call('me.phone', { body: { code } }),
    onSuccess: account => client.setQueryData(me().queryKey, account),
  });
}

/** Closes the account for good. What was said in public stays, without a name. */
export function useCloseAccount() {
  return useMutation({
    mutationFn: () => api.call('me.close'),
    onSuccess: endSession,
  });
}

/** Binds the post of a staff member to this WeChat account, by the code that the office read out. */
export function useBindStaff() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => api.call('auth.staffBindings', { body: { code } }),
    onSuccess: account => client.setQueryData(me().queryKey, account),
  });
}
