import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { EnquiryDetail, RouteCall } from '@bandeng/contracts/types';
import { api } from '@/lib/api';
import { dropDraft, markDraft } from '@/lib/drafts';
import { newId } from '@/lib/ids';
import { reading, readingList } from '@/lib/reads';

export type EnquiryBody = RouteCall<'enquiries.create'>['body'];
export type EnquiryKind = EnquiryBody['kind'];
type RatingBody = RouteCall<'enquiries.rate'>['body'];
export const formDraftKey = 'enquiry';

export const enquiryKinds = () => reading('enquiries.kinds', { query: {} });
/** What is often asked: a few. */
export const frequentEnquiries = () => reading('enquiries.list', { query: { faq: 'true', limit: 5 } });
export const similarEnquiries = (text: string) => ({
  queryKey: ['enquiries.similar', text] as const,
  queryFn: () => api.call('enquiries.similar', { body: { text } }),
  enabled: text.trim().length >= 2,
});
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
export const useDeclineConversion = (id: string) =>
  useAct((offerId: string) => api.call('enquiries.declineConversion', { params: { id }, body: { offerId } }));
export const useReport = (id: string) =>
  useMutation({
    mutationFn: async (reason: string) =>
      api.call('enquiries.report', { params: { id }, body: { id: await newId(), reason } }),
  });
export const useAppeal = (id: string) =>
  useAct((text: string) => api.call('enquiries.appeal', { params: { id }, body: { text } }));
export const useReopen = (id: string) =>
  useAct((reason: string) => api.call('enquiries.reopen', { params: { id }, body: { reason } }));
export const useWithdraw = (id: string) => useAct(() => api.call('enquiries.withdraw', { params: { id }, body: {} }));
