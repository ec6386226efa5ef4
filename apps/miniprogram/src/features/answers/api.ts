import { reading, readingList } from '@/lib/reads';

export interface AnswerFilter {
  q?: string;
  unit?: string | undefined;
  year?: number;
}

export const publicAnswers = (filter: AnswerFilter) => readingList('answers.list', { query: filter });
export const publicAnswer = (id: string) => reading('answers.get', { params: { id }, query: {} });
