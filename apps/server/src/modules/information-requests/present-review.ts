import type { InformationRequest } from '@bandeng/contracts/types';
import { wizardFactsOf, wizardPath, wizardQuestions, wizardSteps, type WizardFacts } from '@bandeng/rules';
import type { InformationRequestRecord, RequestConsultation, RequestDecision } from './information-request.model';

export const consultationState = ({ answer, isSilent }: Pick<RequestConsultation, 'answer' | 'isSilent'>) =>
  answer && !answer.isLate ? ('answered' as const) : isSilent ? ('silent' as const) : ('waiting' as const);

/** What the five steps have to know of this request. */
export const wizardFactsOfRecord = (record: InformationRequestRecord): WizardFacts =>
  wizardFactsOf({
    isCorrected: record.events.some(({ fact }) => fact.type === 'correctionAsked'),
    reasons: record.reasons ?? null,
    consultations: (record.consultations ?? []).map(letter => ({ ...letter, state: consultationState(letter) })),
    searchCount: record.searches?.length ?? 0,
    grounds: record.grounds ?? [],
  });

type Review = NonNullable<NonNullable<InformationRequest['decision']>['review']>;

/** The way to the decision in words: the questions that were asked, as they were answered, and what stood against it. */
export function presentReview(
  record: InformationRequestRecord,
  { answers = {}, warnings = [] }: Pick<RequestDecision, 'answers' | 'warnings'>,
): Review {
  const { questions } = wizardPath(answers, wizardFactsOfRecord(record));
  return {
    answers: questions.flatMap(id => {
      const { step, text, article, options } = wizardQuestions[id];
      const given = answers[id];
      if (given === undefined) return [];
      const words = [given].flat().map(value => (options as Readonly<Record<string, string>>)[value] ?? value);
      return { step: wizardSteps[step], question: text, article, answer: words.join('；') || '没有' };
    }),
    warnings: warnings.map(({ message, article }) => ({ message, article })),
  };
}

/** For the office; the applicant is told what was decided, not what was looked at on the way. */
export const presentSearches = (
  { searches = [] }: Pick<InformationRequestRecord, 'searches'>,
  nameOf: (staffId: string) => string,
): InformationRequest['searches'] =>
  searches.map(({ staffId, at, ...search }) => ({ ...search, at: at.toISOString(), by: nameOf(staffId) }));

/** What was found in the applicant's earlier requests; for the office. */
export const presentGrounds = (
  { grounds = [] }: Pick<InformationRequestRecord, 'grounds'>,
  nameOf: (staffId: string) => string,
): InformationRequest['grounds'] =>
  grounds.map(({ staffId, at, cases, ...ground }) => ({
    ...ground,
    ...{ at: at.toISOString(), by: nameOf(staffId) },
    cases: cases.map(({ id, number, name, likeness, answeredOn }) => ({ id, number, name, likeness, answeredOn })),
  }));
