import { answerFaults, questionFaults, visibleQuestions, type SurveyQuestion } from './questions';

const asked = { required: false, showIf: null };
const options = [
  { id: 'a', label: '常去' },
  { id: 'b', label: '没去过' },
];
const went: SurveyQuestion = { id: 'q1', kind: 'single', title: '去过长者食堂吗？', ...asked, required: true, options };
const why: SurveyQuestion = {
  id: 'q2',
  kind: 'multiple',
  title: '为什么没去？',
  ...asked,
  showIf: { questionId: 'q1', optionId: 'b' },
  options: [
    { id: 'a', label: '远' },
    { id: 'b', label: '贵' },
    { id: 'c', label: '不合口味' },
  ],
  most: 2,
};
const how: SurveyQuestion = {
  id: 'q3',
  kind: 'text',
  title: '太远的话，开在哪里好？',
  ...asked,
  required: true,
  showIf: { questionId: 'q2', optionId: 'a' },
};
const scale: SurveyQuestion = {
  id: 'q4',
  kind: 'scale',
  title: '打几分？',
  ...asked,
  points: 5,
  low: '差',
  high: '好',
};
const all = [went, why, how, scale];
const said = (questionId: string, ...optionIds: string[]) => ({ questionId, optionIds });

describe('questions of a survey', () => {
  test('visible: a chain of conditions -> asked only while each link was chosen', () => {
    const idsOf = (...answers: Parameters<typeof visibleQuestions>[1]) =>
      visibleQuestions(all, answers).map(({ id }) => id);
    expect(idsOf()).toEqual(['q1', 'q4']);
    expect(idsOf(said('q1', 'b'))).toEqual(['q1', 'q2', 'q4']);
    expect(idsOf(said('q1', 'b'), said('q2', 'a', 'c'))).toEqual(['q1', 'q2', 'q3', 'q4']);
    // The answer to a question that is not asked any more leads nowhere.
    expect(idsOf(said('q1', 'a'), said('q2', 'a'))).toEqual(['q1', 'q4']);
  });

  test('question faults: none in a good one; a condition that looks ahead, twins, too many, a group of a few -> each named', () => {
    expect(questionFaults(all, 'q1')).toEqual([]);
    const messages = (questions: SurveyQuestion[], groupBy: string | null = null) =>
      questionFaults(questions, groupBy).map(({ path, message }) => `${path} ${message}`);
    expect(messages([why, went])).toEqual(['questions.0 显示的条件要指向前面一道选择题的一个选项']);
    expect(messages([went, went])).toEqual(['questions.1 有两道题用了同一个编号']);
    expect(messages([went, { ...why, most: 4 }])).toEqual(['questions.1 最多选几个，不能比选项还多']);
    const twins = [...options, { id: 'c', label: '常去' }];
    expect(messages([{ ...went, options: twins } as SurveyQuestion])).toEqual(['questions.0 有两个选项一模一样']);
    expect(messages(all, 'q2')).toEqual(['groupBy 分组要用一道人人都问的单选题']);
  });

  test('answers: whole ones -> no fault, also without what need not be answered', () => {
    expect(answerFaults(all, [said('q1', 'a')])).toEqual([]);
    expect(
      answerFaults(all, [
        said('q1', 'b'),
        said('q2', 'a', 'b'),
        { questionId: 'q3', text: '菜场旁边' },
        { questionId: 'q4', points: 5 },
      ]),
    ).toEqual([]);
  });

  test.each([
    ['nothing said to what must be answered', [], 'q1', '这道题要答'],
    ['two of one', [said('q1', 'a', 'b')], 'q1', '只能选一项'],
    ['an option that is none', [said('q1', 'z')], 'q1', '选的不在选项里'],
    [
      'more than the most',
      [said('q1', 'b'), said('q2', 'a', 'b', 'c'), { questionId: 'q3', text: 'x' }],
      'q2',
      '最多选 2 项',
    ],
    ['a question that was not asked', [said('q1', 'a'), said('q2', 'a')], 'q2', '这道题不用答'],
    ['a point off the scale', [said('q1', 'a'), { questionId: 'q4', points: 6 }], 'q4', '请在 1 到 5 里选一个'],
    ['the same twice', [said('q1', 'a'), said('q1', 'a')], 'q1', '一道题只能答一次'],
    ['words where a choice belongs', [{ questionId: 'q1', text: '常去' }], 'q1', '请选一项'],
    [
      'too many words',
      [said('q1', 'b'), said('q2', 'a'), { questionId: 'q3', text: '远'.repeat(201) }],
      'q3',
      '最多 200 字',
    ],
  ])('answers: %s -> said at the question', (_, answers, questionId, message) => {
    expect(answerFaults(all, answers)).toEqual([{ path: `answers.${questionId}`, message }]);
  });
});
