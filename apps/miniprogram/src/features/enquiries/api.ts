import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { EnquiryDetail, RouteCall } from '@bandeng/contracts/types';
import { api } from '@/lib/api';
import { dropDraft, markDraft } from '@/lib/drafts';
import { reading, readingList } from '@/lib/reads';

export type EnquiryBody = RouteCall<'enquiries.create'>['body'];
export type EnquiryKind = EnquiryBody['kind'];
type RatingBody = RouteCall<'enquiries.rate'>['body'];
export const formDraftKey = 'enquiry';

export const enquiryKinds = () => reading('enquiries.kinds', { query: {} });
export const publicEnquiries = (kind: EnquiryKind | undefined) => readingList('enquiries.list', { query: { kind } });
export const myEnquiries = () => readingList('me.enquiries.list', { query: {} });
export const enquiry = (id: string) => reading('enquiries.get', { params: { id }, query: {} });

const readAnew = (client: QueryClient) =>
  Promise.all(
    (['me.enquiries.list', 'enquiries.get'] as const).map(name => client.invalidateQueries({ queryKey: [name] })),
  );

/** Sends the message under its draft's id: a repeated tap, or one after a lost answer, sends it once. */
export function useSendEnquiry() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: EnquiryBody) => {
      markDraft(formDraftKey, 'sending');
      try {
        return await api.call('enquiries.create', { body });
      } catch (error) {
        markDraft(formDraftKey, 'saved');
        throw error;
      }
    },
    onSuccess: () => {
      dropDraft(formDraftKey);
      void readAnew(client);
    },
  });
}

/** An act of whoever asked; what it is now is read anew. */
function useAct<Given>(work: (given: Given) => Promise<EnquiryDetail>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: work, onSuccess: () => readAnew(client) });
}

export const useRate = (id: string) =>
  useAct((body: RatingBody) => api.call('enquiries.rate', { params: { id }, body }));
export const useReopen = (id: string) =>
  useAct((reason: string) => api.call('enquiries.reopen', { params: { id }, body: { reason } }));
export const useWithdraw = (id: string) => useAct(() => api.call('enquiries.withdraw', { params: { id }, body: {} }));
