import type { RouteAnswer, RouteCall } from '@bandeng/contracts/types';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { reading, readingList } from '@/lib/reads';

export type SubscriptionItem = RouteCall<'me.subscriptions.put'>['body']['items'][number];
export type Template = 'consultation_result' | 'request_progress' | 'new_notice';

export const inbox = () => readingList('me.messages.list', { query: {} });
/** One page of it: for the number of unread ones. */
export const unreadCount = () => reading('me.messages.list', { query: { limit: 1, unread: 'true' } });
export const subscriptions = () => reading('me.subscriptions.get', { query: {} });

/** One message. Reading it is what marks it as read, and the answer is the message. */
export const message = (id: string) =>
  queryOptions({
    queryKey: ['me.messages.read', id] as const,
    queryFn: () => api.call('me.messages.read', { params: { id } }),
    staleTime: Infinity,
  });

/** Replaces what one is told of. */
export function usePutSubscriptions() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (items: readonly SubscriptionItem[]) =>
      api.call('me.subscriptions.put', { body: { items: items.map(({ kind, id }) => ({ kind, id })) } }),
    onSuccess: ({ items }) =>
      client.setQueryData<RouteAnswer<'me.subscriptions.get'>>(
        subscriptions().queryKey,
        known => known && { ...known, items },
      ),
  });
}
