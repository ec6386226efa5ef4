import type { SurveyQuestion } from '@bandeng/rules';
import { answersOf, askedOf, faultsOf } from './survey-draft';

const asked = { required: true, showIf: null };
const questions: SurveyQuestion[] = [
  {
    ...asked,
    id: 'went',
    kind: 'single',
    title: '去过吗？',
    options: [
      { id: 'yes', label: '去过' },
      { id: 'no', label: '没去过' },
    ],
  },
  { ...asked, id: 'why', kind: 'text', title: '为什么？', showIf: { questionId: 'went', optionId: 'no' } },
];
const draft = (answers: Parameters<typeof answersOf>[1]['answers']) => ({ title: '长者食堂', answers });

describe('draft of a survey', () => {
  test('a question that is not asked any more -> its words are not sent, and stay in the draft', () => {
    const said = draft({ went: { optionIds: ['yes'] }, why: { text: '远' } });
    expect(askedOf(questions, said).map(({ id }) => id)).toEqual(['went']);
    expect(answersOf(questions, said)).toEqual([{ questionId: 'went', optionIds: ['yes'] }]);
    expect(faultsOf(questions, said).size).toBe(0);
  });

  test('spaces and nothing chosen -> no answer; what must be said is named', () => {
    const said = draft({ went: { optionIds: ['no'] }, why: { text: '  ' } });
    expect(answersOf(questions, said)).toEqual([{ questionId: 'went', optionIds: ['no'] }]);
    expect([...faultsOf(questions, said)]).toEqual([['why', '这道题要答']]);
    expect(faultsOf(questions, draft({ went: { optionIds: [] } })).get('went')).toBe('这道题要答');
  });
});
