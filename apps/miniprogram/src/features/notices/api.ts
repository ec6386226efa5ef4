import type { RouteCall } from '@bandeng/contracts/types';
import { asApiError } from '@bandeng/contracts/api-error';
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { dropDraft, markDraft } from '@/lib/drafts';
import { byCursor } from '@/lib/paging';
import { currentReaderId } from '@/lib/reader-id';
import { newId } from '@/lib/ids';
import { reading, readingAll, readingList } from '@/lib/reads';
import { keepObjection, objectionBody, objectionKey, renewObjection, type ObjectionDraft } from './objection-draft';

export type NoticeFilter = NonNullable<RouteCall<'notices.list'>['query']>;
export type FeedbackKind = 'useful' | 'unclear' | 'mistake';

/** What is public, newest first. */
export const noticeList = (filter: NoticeFilter) => readingList('notices.list', { query: filter });

export const notice = (id: string) => reading('notices.get', { params: { id }, query: {} });

/** Every column, parents and children. */
export const columns = () => readingAll('columns.list', {});

/** Counts one reading. Nobody is told when it fails: a number is not worth a word. */
export async function countRead(id: string): Promise<void> {
  try {
    const readerId = await currentReaderId();
    await api.call('notices.reads', { params: { id }, body: { readerId } });
  } catch {
    // Not counted, then.
  }
}

/** 有用, 看不懂, 有错. The id is made once per press, so that a retry is the same feedback. */
export function useFeedback(noticeId: string) {
  return useMutation({
    mutationFn: async ({ kind, text }: { kind: FeedbackKind; text?: string }) =>
      api.call('notices.feedback', { params: { id: noticeId }, body: { id: await newId(), kind, text } }),
  });
}

/** Every version of a notice, the present one first; corrections are few. */
export const versionsOf = (id: string) => readingAll('notices.versions', { params: { id }, query: {} });

/** A version beside the one before it, block by block. */
export const versionChanges = (id: string, number: number) =>
  infiniteQueryOptions({
    queryKey: ['notices.versionDiff', id, number] as const,
    queryFn: ({ pageParam }) =>
      api.call('notices.versionDiff', { params: { id, number }, query: { cursor: pageParam, limit: 100 } }),
    ...byCursor,
  });

export const myObjections = (noticeId?: string) =>
  readingList('me.objections.list', { query: noticeId ? { notice: noticeId } : {} });

/** Sends an objection under its draft's id: a repeated tap, or one after a lost answer, sends it once. */
export function useSendObjection(noticeId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (draft: ObjectionDraft) => {
      const id = await keepObjection(noticeId, draft);
      const key = objectionKey(noticeId);
      markDraft(key, 'sending');
      try {
        const params = { id: noticeId };
        return await api.call('notices.objections.create', { params, body: objectionBody(id, draft) });
      } catch (error) {
        markDraft(key, 'saved');
        if (asApiError(error).code === 'id.conflict') await renewObjection(noticeId, draft);
        throw error;
      }
    },
    onSuccess: () => {
      dropDraft(objectionKey(noticeId));
      void client.invalidateQueries({ queryKey: ['me.objections.list'] });
    },
  });
}

/** The full text of a notice for a limited group, against the code on the posted sheet. */
export function useUnlock(noticeId: string) {
  return useMutation({
    mutationFn: (code: string) => api.call('notices.unlock', { params: { id: noticeId }, body: { code } }),
  });
}
