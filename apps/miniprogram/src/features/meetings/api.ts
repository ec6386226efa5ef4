import type { RouteAnswer, RouteCall } from '@bandeng/contracts/types';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { asApiError } from '@bandeng/contracts/api-error';
import { api } from '@/lib/api';
import { dropDraft, markDraft, readDraft, saveDraft } from '@/lib/drafts';
import { newId } from '@/lib/ids';
import { reading, readingList } from '@/lib/reads';

export type Meeting = RouteAnswer<'meetings.get'>;
export type SignUpInput = Omit<RouteCall<'meetings.signUp'>['body'], 'id'>;
/** A sign-up that is being written; the title is kept with it, to be gone on with from anywhere. */
export interface SignUpDraft extends Required<SignUpInput> {
  title: string;
}

export const meetings = (when: 'coming' | 'past') => readingList('meetings.list', { query: { when } });
export const meeting = (id: string) => reading('meetings.get', { params: { id }, query: {} });
export const draw = (id: string) => reading('meetings.draw', { params: { id }, query: {} });
export const mySignUps = () => readingList('me.signUps.list', { query: {} });

export const draftPrefix = 'sign-up:';
export const draftKeyOf = (meetingId: string) => `${draftPrefix}${meetingId}`;

/** Keeps the draft on the phone and gives the id that it will be sent with: the same one for every try. */
export async function keepSignUp(meetingId: string, draft: SignUpDraft): Promise<string> {
  const key = draftKeyOf(meetingId);
  const id = readDraft(key)?.id ?? (await newId());
  saveDraft(key, id, draft);
  return readDraft(key)?.id ?? id;
}

const readAnew = (client: QueryClient) =>
  Promise.all(
    (['meetings.get', 'meetings.list', 'me.signUps.list'] as const).map(name =>
      client.invalidateQueries({ queryKey: [name] }),
    ),
  );

export function useSignUp(meetingId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (draft: SignUpDraft) => {
      const id = await keepSignUp(meetingId, draft);
      const key = draftKeyOf(meetingId);
      markDraft(key, 'sending');
      const { name, phone, represents, statement } = draft;
      const body = {
        id,
        name: name.trim(),
        represents,
        ...(phone.trim() !== '' && { phone: phone.trim() }),
        ...(statement.trim() !== '' && { statement: statement.trim() }),
      };
      try {
        return await api.call('meetings.signUp', { params: { id: meetingId }, body });
      } catch (error) {
        markDraft(key, 'saved');
        // What an earlier try had sent under this id was something else: the words stay, under a new one.
        if (asApiError(error).code === 'id.conflict') {
          dropDraft(key);
          await keepSignUp(meetingId, draft);
        }
        throw error;
      }
    },
    onSuccess: () => {
      dropDraft(draftKeyOf(meetingId));
      return readAnew(client);
    },
  });
}

export function useWithdrawSignUp(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.call('me.signUps.withdraw', { params: { id } }),
    onSuccess: () => readAnew(client),
  });
}
