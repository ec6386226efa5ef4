import type { Question } from './words';

/** A question as it is written: its choices one a line, its condition as `question:option`. */
export interface QuestionDraft {
  id: string;
  kind: Question['kind'];
  title: string;
  required: boolean;
  choices?: string;
  most?: number | null;
  points?: number;
  low?: string;
  high?: string;
  showIf?: string;
}

const optionsOf = (choices = '') =>
  choices
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map((label, at) => ({ id: `o${at + 1}`, label }));

/** The next free id: those of questions that were taken out are not given again. */
export function nextQuestionId(drafts: readonly Pick<QuestionDraft, 'id'>[]): string {
  const numbers = drafts.map(({ id }) => Number(/^q(\d+)$/.exec(id)?.[1] ?? 0));
  return `q${Math.max(0, ...numbers) + 1}`;
}

export function questionOf({ id, kind, title, required, showIf, ...draft }: QuestionDraft): Question {
  const [questionId = '', optionId = ''] = (showIf ?? '').split(':');
  const asked = { id, title, required, showIf: showIf ? { questionId, optionId } : null };
  switch (kind) {
    case 'single':
      return { ...asked, kind, options: optionsOf(draft.choices) };
    case 'multiple':
      return { ...asked, kind, options: optionsOf(draft.choices), most: draft.most ?? null };
    case 'scale':
      return { ...asked, kind, points: draft.points ?? 5, low: draft.low ?? '', high: draft.high ?? '' };
    default:
      return { ...asked, kind };
  }
}

/**
 * What was saved, for writing on. Options take the ids that their lines will have, and conditions follow them.
 */
export function draftOf(question: Question, questions: readonly Question[]): QuestionDraft {
  const { id, kind, title, required, showIf } = question;
  return {
    id,
    kind,
    title,
    required,
    ...('options' in question && { choices: question.options.map(({ label }) => label).join('\n') }),
    ...(question.kind === 'multiple' && { most: question.most }),
    ...(question.kind === 'scale' && { points: question.points, low: question.low, high: question.high }),
    ...(showIf && { showIf: conditionOf(showIf, questions) }),
  };
}

function conditionOf(
  { questionId, optionId }: NonNullable<Question['showIf']>,
  questions: readonly Question[],
): string {
  const asked = questions.find(({ id }) => id === questionId);
  const at = asked && 'options' in asked ? asked.options.findIndex(({ id }) => id === optionId) : -1;
  return `${questionId}:o${at + 1}`;
}

/** What a question may depend on: a choice of one that stands before it. */
export const conditionsBefore = (drafts: readonly QuestionDraft[], at: number): { value: string; label: string }[] =>
  drafts.slice(0, at).flatMap((draft, number) =>
    draft.kind === 'single' || draft.kind === 'multiple'
      ? optionsOf(draft.choices).map(({ id, label }) => ({
          value: `${draft.id}:${id}`,
          label: `第 ${number + 1} 题选了「${label}」`,
        }))
      : [],
  );
