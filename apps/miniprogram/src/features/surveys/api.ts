import { useMutation, useQueryClient } from '@tanstack/react-query';
import { asApiError } from '@bandeng/contracts/api-error';
import type { RouteAnswer } from '@bandeng/contracts/types';
import { api } from '@/lib/api';
import { dropDraft, markDraft } from '@/lib/drafts';
import { reading, readingList } from '@/lib/reads';
import { answersOf, draftKeyOf, keepSurvey, renewSurvey } from './survey-draft';
import type { SurveyDraft } from './survey-draft';
import { keepReceipt } from './survey-receipts';

export type Survey = RouteAnswer<'surveys.get'>;
export type SurveyState = Survey['state'];

export const surveys = (state: SurveyState) => readingList('surveys.list', { query: { state } });
export const survey = (id: string) => reading('surveys.get', { params: { id }, query: {} });
export const surveyResult = (id: string) => reading('surveys.result', { params: { id }, query: {} });
export const surveyTexts = (id: string, question: string) =>
  readingList('surveys.texts', { params: { id }, query: { question } });

/** Sends the answers under their draft's id: a repeated tap, or one after a lost answer, sends them once. */
export function useSendAnswers({ id: surveyId, questions }: Pick<Survey, 'id' | 'questions'>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (draft: SurveyDraft) => {
      const id = await keepSurvey(surveyId, draft);
      const key = draftKeyOf(surveyId);
      markDraft(key, 'sending');
      try {
        const body = { id, answers: answersOf(questions, draft) };
        return await api.call('surveys.answer', { params: { id: surveyId }, body });
      } catch (error) {
        markDraft(key, 'saved');
        if (asApiError(error).code === 'id.conflict') await renewSurvey(surveyId, draft);
        throw error;
      }
    },
    onSuccess: ({ receipt }) => {
      dropDraft(draftKeyOf(surveyId));
      keepReceipt(surveyId, receipt);
      void client.invalidateQueries({ queryKey: ['surveys.get'] });
    },
  });
}
