import { hasOptions, type SurveyAnswer, type SurveyQuestion } from './questions';

/** Fewer people than this are not told apart further: their neighbours would know them (FACTS §8, 去标识化). */
export const SMALLEST_GROUP = 5;

export interface OptionCount {
  id: string;
  label: string;
  count: number;
  /** Of those who answered this question, in percent with one decimal. */
  share: number;
}

export interface QuestionTally {
  questionId: string;
  /** How many answered it. */
  answered: number;
  /** For a scale: its points. */
  options: OptionCount[];
  /** For a scale, with one decimal; null when nobody answered, and for other kinds. */
  average: number | null;
  groups: { label: string; answered: number; options: OptionCount[] }[] | null;
  /** Why it is not split by group, where one asked for groups. */
  groupNote: string | null;
}

export interface SurveyTally {
  responses: number;
  questions: QuestionTally[];
}

type Response = readonly SurveyAnswer[];
interface Group {
  label: string;
  responses: Response[];
}

const OTHERS = '其余（人数少，合在一起）';

/**
 * Counts and shares of a 问卷, from the answers themselves.
 * @param groupBy a single choice that everybody was asked; each other question is split by it where no number that comes of it stands for
 * one to four people. Groups smaller than that are put together, and when one number of a question is smaller, the whole question stays
 * unsplit: else what is left out could be had by subtraction.
 */
export function tallySurvey(
  questions: readonly SurveyQuestion[],
  responses: readonly Response[],
  groupBy: string | null,
): SurveyTally {
  const groups = groupBy === null ? null : groupsOf(questions, responses, groupBy);
  return {
    responses: responses.length,
    questions: questions.map(question => {
      const whole = countsOf(question, responses);
      const split = groups && question.id !== groupBy ? splitOf(question, whole.options, groups) : null;
      return { questionId: question.id, ...whole, groups: null, groupNote: null, ...split };
    }),
  };
}

function countsOf(
  question: SurveyQuestion,
  responses: readonly Response[],
): Pick<QuestionTally, 'answered' | 'options' | 'average'> {
  const given = responses.flatMap(answers => answers.find(({ questionId }) => questionId === question.id) ?? []);
  const answered = given.length;
  const option = (id: string, label: string, count: number) => ({ id, label, count, share: share(count, answered) });
  if (hasOptions(question)) {
    const options = question.options.map(({ id, label }) =>
      option(id, label, given.filter(({ optionIds }) => optionIds?.includes(id)).length),
    );
    return { answered, options, average: null };
  }
  if (question.kind !== 'scale') return { answered, options: [], average: null };
  const points = Array.from({ length: question.points }, (_, at) => at + 1);
  const options = points.map(point =>
    option(String(point), String(point), given.filter(answer => answer.points === point).length),
  );
  const sum = given.reduce((total, answer) => total + (answer.points ?? 0), 0);
  return { answered, options, average: answered === 0 ? null : Math.round((sum / answered) * 10) / 10 };
}

const share = (count: number, of: number): number => (of === 0 ? 0 : Math.round((count / of) * 1_000) / 10);

/** People by what they chose; groups that are too small together, with the next smallest until they are enough. Null: there is one only. */
function groupsOf(
  questions: readonly SurveyQuestion[],
  responses: readonly Response[],
  groupBy: string,
): Group[] | null {
  const question = questions.find(({ id }) => id === groupBy);
  if (!question || !hasOptions(question)) return null;
  const chosen = (answers: Response) => answers.find(({ questionId }) => questionId === groupBy)?.optionIds?.[0];
  const all = [
    ...question.options.map(({ id, label }) => ({ label, responses: responses.filter(each => chosen(each) === id) })),
    { label: '没有说', responses: responses.filter(each => chosen(each) === undefined) },
  ].filter(group => group.responses.length > 0);
  const bySize = [...all].sort((a, b) => a.responses.length - b.responses.length);
  const together: Group[] = [];
  let count = 0;
  for (const group of bySize) {
    if (count >= SMALLEST_GROUP || (count === 0 && group.responses.length >= SMALLEST_GROUP)) break;
    together.push(group);
    count += group.responses.length;
  }
  const alone = all.filter(group => !together.includes(group));
  const groups = together.length === 0 ? alone : [...alone, merge(together)];
  return groups.length > 1 ? groups : null;
}

const merge = (groups: readonly Group[]): Group => ({
  label: OTHERS,
  responses: groups.flatMap(({ responses }) => responses),
});

function splitOf(
  question: SurveyQuestion,
  whole: readonly OptionCount[],
  groups: readonly Group[],
): Pick<QuestionTally, 'groups' | 'groupNote'> | null {
  if (whole.length === 0) return null;
  const isSmall = (count: number) => count > 0 && count < SMALLEST_GROUP;
  const split = groups.map(({ label, responses }) => ({ label, ...countsOf(question, responses) }));
  const counts = [{ answered: 0, options: whole }, ...split].flatMap(({ answered, options }) => [
    answered,
    ...options.map(({ count }) => count),
  ]);
  if (counts.some(isSmall))
    return { groups: null, groupNote: `分开以后有的数不到 ${SMALLEST_GROUP} 人，这一题不再分组` };
  return {
    groups: split.map(({ label, answered, options }) => ({ label, answered, options })),
    groupNote: null,
  };
}
