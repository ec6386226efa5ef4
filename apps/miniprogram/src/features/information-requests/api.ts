import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { RouteCall } from '@bandeng/contracts/types';
import { api } from '@/lib/api';
import { dropDraft, markDraft } from '@/lib/drafts';
import { reading, readingAll, readingList } from '@/lib/reads';
import { requestBody } from './request-draft';
import type { HandedIn, RequestDraft } from './request-draft';

export const formDraftKey = 'request';
/** A request in the place of one's own message has a draft of its own. */
export const draftKeyFrom = (enquiryId: string) => (enquiryId === '' ? formDraftKey : `request-from:${enquiryId}`);
export const reasonsDraftKey = (id: string) => `request-reasons:${id}`;
export const correctionDraftKey = (id: string) => `request-correction:${id}`;

export const myRequests = () => readingList('me.informationRequests.list', { query: {} });
export const informationRequest = (id: string) => reading('informationRequests.get', { params: { id }, query: {} });
export const requestClock = (id: string) => reading('informationRequests.clock', { params: { id }, query: {} });
export const requestLetters = (id: string) => reading('informationRequests.letters', { params: { id }, query: {} });
/** The office keeps the first time as the proof that it arrived. */
export const openedLetter = (id: string) => reading('letters.open', { params: { id } });
export const checkedLetter = (code: string) => ({
  ...reading('letters.check', { params: { code }, query: {} }),
  enabled: code !== '',
});
export const requestUnits = () => readingAll('units.list', {});
export const suggestions = (text: string) => ({
  queryKey: ['informationRequests.suggestions', text] as const,
  queryFn: () => api.call('informationRequests.suggestions', { body: { text } }),
  enabled: text.trim().length >= 2,
});

const readAnew = (client: QueryClient) =>
  Promise.all(
    (['me.informationRequests.list', 'informationRequests.get', 'informationRequests.clock'] as const).map(name =>
      client.invalidateQueries({ queryKey: [name] }),
    ),
  );

/** Files the request under the draft's id: a repeated tap, or one after a lost answer, files it once. */
export function useSendRequest() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, draft, handedIn }: { id: string; draft: RequestDraft; handedIn: HandedIn }) => {
      const key = draftKeyFrom(draft.fromEnquiryId);
      markDraft(key, 'sending');
      try {
        return await api.call('informationRequests.create', { body: requestBody(id, draft, handedIn) });
      } catch (error) {
        markDraft(key, 'saved');
        throw error;
      }
    },
    onSuccess: (_, { draft }) => {
      dropDraft(draftKeyFrom(draft.fromEnquiryId));
      void client.invalidateQueries({ queryKey: ['enquiries.get'] });
      void readAnew(client);
    },
  });
}

export function useWithdraw(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.call('informationRequests.withdraw', { params: { id }, body: {} }),
    onSuccess: () => readAnew(client),
  });
}

export function useAnswerConversion(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { offerId: string; isAgreed: boolean }) =>
      api.call('informationRequests.answerConversion', { params: { id }, body }),
    onSuccess: () => readAnew(client),
  });
}

export function useExplain(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (text: string) => api.call('informationRequests.explain', { params: { id }, body: { text } }),
    onSuccess: () => {
      dropDraft(reasonsDraftKey(id));
      void readAnew(client);
    },
  });
}

type FeeReply = RouteCall<'informationRequests.answerFee'>['body'];
export function useAnswerFee(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: FeeReply) => api.call('informationRequests.answerFee', { params: { id }, body }),
    onSuccess: () => readAnew(client),
  });
}

/** Art. 44. */
export function useSuggestPublishing(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      api.call('informationRequests.suggestPublishing', { params: { id }, body: reason === '' ? {} : { reason } }),
    onSuccess: () => readAnew(client),
  });
}

interface Correction {
  id: string;
  content: { name: string; documentNumber?: string; description?: string };
}

export function useCorrect(requestId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Correction) => api.call('informationRequests.correct', { params: { id: requestId }, body }),
    onSuccess: () => {
      dropDraft(correctionDraftKey(requestId));
      void readAnew(client);
    },
  });
}
