import type { OwnComment, RouteCall } from '@bandeng/contracts/types';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { asApiError } from '@bandeng/contracts/api-error';
import { dropDraft, markDraft } from '@/lib/drafts';
import { newId } from '@/lib/ids';
import { reading, readingAll, readingList } from '@/lib/reads';
import { commentBody, draftKeyOf, keepComment, renewComment } from './comment-draft';
import type { CommentDraft } from './comment-draft';
import { countSent } from './count-sent';
import type { CommentTarget } from '@/lib/place';

export type ConsultationState = 'open' | 'closed' | 'answered';
export type CommentFilter = Omit<NonNullable<RouteCall<'consultations.comments.list'>['query']>, 'limit' | 'cursor'>;

export const consultations = (state: ConsultationState) => readingList('consultations.list', { query: { state } });
export const consultation = (id: string) => reading('consultations.get', { params: { id }, query: {} });
export const draftItems = (id: string, touchedOnly: boolean) =>
  readingList('consultations.draft', { params: { id }, query: touchedOnly ? { change: 'touched' } : {} });
/** The whole draft (800 entries at most), for the order of what is spoken of most. */
export const wholeDraftItems = (id: string) => readingAll('consultations.draft', { params: { id }, query: {} });
export const myReports = () => readingList('me.reports.list', { query: {} });
export const decisions = (year: number | undefined) =>
  readingList('decisions.list', { query: year === undefined ? {} : { year } });
export const decisionYears = () => reading('decisions.years', { query: {} });
export const versions = (id: string) => readingList('consultations.versions', { params: { id }, query: {} });
export const changesOfVersion = (id: string, version: number) =>
  readingList('consultations.changes', { params: { id, version }, query: {} });
export const comments = (id: string, filter: CommentFilter = {}) =>
  readingList('consultations.comments.list', { params: { id }, query: filter });
export const outcome = (id: string) => reading('consultations.outcome', { params: { id }, query: {} });
export const myComments = (consultationId?: string) =>
  readingList('me.comments.list', { query: consultationId ? { consultation: consultationId } : {} });
export const changesOfEdition = (id: string) =>
  readingAll('editions.diff', { params: { id }, query: { change: 'changed' } });

export const similarComments = (id: string, target: CommentTarget, body: string) =>
  queryOptions({
    queryKey: ['consultations.comments.similar', id, target, body] as const,
    queryFn: () => api.call('consultations.comments.similar', { params: { id }, body: { target, body } }),
    staleTime: Infinity,
  });

const ownKey = (id: string) => ['own-comment', id] as const;

/** One comment of mine. There is no address of its own: it is looked for among mine in that consultation. */
export const ownComment = (consultationId: string, id: string) =>
  queryOptions({
    queryKey: ownKey(id),
    queryFn: async (): Promise<OwnComment | null> => {
      let cursor: string | undefined;
      do {
        const query = { consultation: consultationId, limit: 100, cursor };
        const page = await api.call('me.comments.list', { query });
        const found = page.items.find(comment => comment.id === id);
        if (found) return found;
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      return null;
    },
  });

const readAnew = (client: QueryClient) =>
  Promise.all(
    (
      [
        'consultations.list',
        'consultations.get',
        'consultations.draft',
        'consultations.comments.list',
        'me.comments.list',
      ] as const
    ).map(name => client.invalidateQueries({ queryKey: [name] })),
  );

/** Sends a comment under its draft's id: a repeated tap, or one after a lost answer, sends it once. */
export function useSendComment() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ draft, penName }: { draft: CommentDraft; penName: string | undefined }) => {
      const id = await keepComment(draft);
      const key = draftKeyOf(draft);
      markDraft(key, 'sending');
      try {
        const params = { id: draft.consultationId };
        return await api.call('consultations.comments.create', { params, body: commentBody(id, draft, penName) });
      } catch (error) {
        markDraft(key, 'saved');
        if (asApiError(error).code === 'id.conflict') await renewComment(draft);
        throw error;
      }
    },
    onSuccess: (comment, { draft }) => {
      dropDraft(draftKeyOf(draft));
      client.setQueryData(ownKey(comment.id), comment);
      countSent(client, draft.consultationId, draft.place.target);
      void readAnew(client);
    },
  });
}

/** 我也这么想: the server counts one for each account, however often it is said. */
export function useSupport(consultationId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (commentId: string) =>
      api.call('consultations.comments.support', {
        params: { id: consultationId, commentId },
        body: { id: await newId() },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['consultations.comments.list'] }),
  });
}

export function useReport(consultationId: string) {
  return useMutation({
    mutationFn: async ({ commentId, reason }: { commentId: string; reason: string }) =>
      api.call('consultations.comments.report', {
        params: { id: consultationId, commentId },
        body: { id: await newId(), reason },
      }),
  });
}

export function useWithdrawComment(consultationId: string, commentId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.call('consultations.comments.withdraw', { params: { id: consultationId, commentId } }),
    onSuccess: () => Promise.all([readAnew(client), client.invalidateQueries({ queryKey: ownKey(commentId) })]),
  });
}

export const receiptCheck = (hash: string) => reading('receipts.get', { params: { hash }, query: {} });
