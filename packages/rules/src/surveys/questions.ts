export interface SurveyOption {
  id: string;
  label: string;
}

interface Asked {
  id: string;
  title: string;
  required: boolean;
  /** Asked only of who chose this option of an earlier question; null: of everybody. */
  showIf: { questionId: string; optionId: string } | null;
}

/** One question of a 问卷. */
export type SurveyQuestion = Asked &
  (
    | { kind: 'single'; options: SurveyOption[] }
    /** `most`: so many may be chosen; null: as many as one likes. */
    | { kind: 'multiple'; options: SurveyOption[]; most: number | null }
    /** From 1 to `points`; `low` and `high` say what the ends mean. */
    | { kind: 'scale'; points: number; low: string; high: string }
    | { kind: 'text' }
    | { kind: 'longText' }
  );

/** What one person said to one question; a question that was left out has no answer. */
export interface SurveyAnswer {
  questionId: string;
  optionIds?: string[] | undefined;
  points?: number | undefined;
  text?: string | undefined;
}

/** What is wrong and where, by the path of the contract. */
export interface SurveyFault {
  path: string;
  message: string;
}

/** Longest answers in words, in UTF-16 code units. */
export const SURVEY_TEXT_LIMITS = { text: 200, longText: 2_000 } as const;

export const hasOptions = (
  question: SurveyQuestion,
): question is Extract<SurveyQuestion, { kind: 'single' | 'multiple' }> =>
  question.kind === 'single' || question.kind === 'multiple';

/**
 * The questions that are asked of who answered so: those without a condition, and those whose condition a question that was asked itself
 * fulfils. In their order.
 */
export function visibleQuestions(
  questions: readonly SurveyQuestion[],
  answers: readonly SurveyAnswer[],
): SurveyQuestion[] {
  const chosen = new Map(answers.map(answer => [answer.questionId, answer.optionIds ?? []]));
  const visible: SurveyQuestion[] = [];
  for (const question of questions) {
    const { showIf } = question;
    const isAsked =
      showIf === null ||
      (visible.some(({ id }) => id === showIf.questionId) &&
        (chosen.get(showIf.questionId)?.includes(showIf.optionId) ?? false));
    if (isAsked) visible.push(question);
  }
  return visible;
}

/** What keeps these questions from being asked: ids that stand twice, conditions that lead nowhere, limits that cannot be kept. */
export function questionFaults(questions: readonly SurveyQuestion[], groupBy: string | null): SurveyFault[] {
  const faults: SurveyFault[] = [];
  const fault = (at: number, message: string) => faults.push({ path: `questions.${at}`, message });
  const before = new Map<string, SurveyQuestion>();
  questions.forEach((question, at) => {
    if (before.has(question.id)) fault(at, '有两道题用了同一个编号');
    if (hasOptions(question)) {
      if (new Set(question.options.map(({ id }) => id)).size < question.options.length)
        fault(at, '有两个选项用了同一个编号');
      if (new Set(question.options.map(({ label }) => label)).size < question.options.length)
        fault(at, '有两个选项一模一样');
      if (question.kind === 'multiple' && question.most !== null && question.most > question.options.length)
        fault(at, '最多选几个，不能比选项还多');
    }
    if (question.showIf !== null && !pointsAtOption(before.get(question.showIf.questionId), question.showIf.optionId))
      fault(at, '显示的条件要指向前面一道选择题的一个选项');
    before.set(question.id, question);
  });
  const group = groupBy === null ? undefined : before.get(groupBy);
  if (groupBy !== null && (group?.kind !== 'single' || group.showIf !== null))
    faults.push({ path: 'groupBy', message: '分组要用一道人人都问的单选题' });
  return faults;
}

const pointsAtOption = (question: SurveyQuestion | undefined, optionId: string): boolean =>
  question !== undefined && hasOptions(question) && question.options.some(({ id }) => id === optionId);

/** What is wrong with these answers, by question; none: they can be counted. */
export function answerFaults(questions: readonly SurveyQuestion[], answers: readonly SurveyAnswer[]): SurveyFault[] {
  const visible = visibleQuestions(questions, answers);
  const faults: SurveyFault[] = [];
  const fault = (questionId: string, message: string) => faults.push({ path: `answers.${questionId}`, message });
  const answered = new Map<string, SurveyAnswer>();
  for (const answer of answers) {
    if (answered.has(answer.questionId)) fault(answer.questionId, '一道题只能答一次');
    answered.set(answer.questionId, answer);
    if (!visible.some(({ id }) => id === answer.questionId)) fault(answer.questionId, '这道题不用答');
  }
  for (const question of visible) {
    const answer = answered.get(question.id);
    const message = answer ? wrongWith(question, answer) : question.required ? '这道题要答' : undefined;
    if (message !== undefined) fault(question.id, message);
  }
  return faults;
}

function wrongWith(question: SurveyQuestion, { optionIds, points, text }: SurveyAnswer): string | undefined {
  const isOnly = (...given: unknown[]) => given.every(part => part === undefined);
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const chosen = optionIds ?? [];
      if (!isOnly(points, text) || chosen.length === 0) return '请选一项';
      if (
        new Set(chosen).size < chosen.length ||
        !chosen.every(id => question.options.some(option => option.id === id))
      )
        return '选的不在选项里';
      if (question.kind === 'single') return chosen.length === 1 ? undefined : '只能选一项';
      return question.most !== null && chosen.length > question.most ? `最多选 ${question.most} 项` : undefined;
    }
    case 'scale': {
      const isPoint = points !== undefined && Number.isInteger(points) && points >= 1 && points <= question.points;
      return isOnly(optionIds, text) && isPoint ? undefined : `请在 1 到 ${question.points} 里选一个`;
    }
    case 'text':
    case 'longText': {
      const limit = SURVEY_TEXT_LIMITS[question.kind];
      if (!isOnly(optionIds, points) || text === undefined || text.trim() === '') return '请写几个字，不想写就空着';
      return text.length > limit ? `最多 ${limit} 字` : undefined;
    }
  }
}
