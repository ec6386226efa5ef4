import { answerFaults, visibleQuestions } from '@bandeng/rules';
import type { SurveyAnswer, SurveyQuestion } from '@bandeng/rules';
import { dropDraft, readDraft, saveDraft } from '@/lib/drafts';
import { newId } from '@/lib/ids';

/** Answers that are being given, by question; the title is kept with them, to be gone on with from anywhere. */
export interface SurveyDraft {
  title: string;
  answers: Record<string, Omit<SurveyAnswer, 'questionId'>>;
}

export const draftPrefix = 'survey:';
export const draftKeyOf = (surveyId: string) => `${draftPrefix}${surveyId}`;

const isSaid = ({ optionIds, points, text }: Omit<SurveyAnswer, 'questionId'>): boolean =>
  (optionIds?.length ?? 0) > 0 || points !== undefined || (text ?? '').trim() !== '';

const listed = ({ answers }: SurveyDraft): SurveyAnswer[] =>
  Object.entries(answers)
    .filter(([, answer]) => isSaid(answer))
    .map(([questionId, { text, ...answer }]) => ({
      questionId,
      ...answer,
      ...(text !== undefined && { text: text.trim() }),
    }));

/** The questions that are asked of who answered so. */
export const askedOf = (questions: readonly SurveyQuestion[], draft: SurveyDraft): SurveyQuestion[] =>
  visibleQuestions(questions, listed(draft));

/** What is sent: answers to what was asked. What was answered before a question went away stays on the phone. */
export function answersOf(questions: readonly SurveyQuestion[], draft: SurveyDraft): SurveyAnswer[] {
  const asked = new Set(askedOf(questions, draft).map(({ id }) => id));
  return listed(draft).filter(({ questionId }) => asked.has(questionId));
}

/** What is still wrong, by question. */
export const faultsOf = (questions: readonly SurveyQuestion[], draft: SurveyDraft): Map<string, string> =>
  new Map(
    answerFaults(questions, answersOf(questions, draft)).map(({ path, message }) => [
      path.replace('answers.', ''),
      message,
    ]),
  );

/** Keeps the draft on the phone and gives the id that it will be sent with: the same one for every try. */
export async function keepSurvey(surveyId: string, draft: SurveyDraft): Promise<string> {
  const key = draftKeyOf(surveyId);
  const id = readDraft(key)?.id ?? (await newId());
  saveDraft(key, id, draft);
  return readDraft(key)?.id ?? id;
}

/** The answers stay, under a new id: the old one was taken by what an earlier try had said. */
export async function renewSurvey(surveyId: string, draft: SurveyDraft): Promise<void> {
  const id = await newId();
  dropDraft(draftKeyOf(surveyId));
  saveDraft(draftKeyOf(surveyId), id, draft);
}
