import type { RouteCall } from '@bandeng/contracts/types';
import { useMutation } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { currentReaderId } from '@/lib/reader-id';
import { newId } from '@/lib/ids';
import { reading, readingAll, readingList } from '@/lib/reads';

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

/** The full text of a notice for a limited group, against the code on the posted sheet. */
export function useUnlock(noticeId: string) {
  return useMutation({
    mutationFn: (code: string) => api.call('notices.unlock', { params: { id: noticeId }, body: { code } }),
  });
}
