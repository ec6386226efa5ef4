import { conditionsBefore, draftOf, nextQuestionId, questionOf, type QuestionDraft } from './question-drafts';
import type { Question } from './words';

const went: QuestionDraft = {
  id: 'q1',
  kind: 'single',
  title: '去过吗？',
  required: true,
  choices: '去过\n\n 没去过 ',
};
const why: QuestionDraft = {
  id: 'q3',
  kind: 'multiple',
  title: '为什么？',
  required: false,
  choices: '远\n贵',
  showIf: 'q1:o2',
};

describe('drafts of questions', () => {
  test('question: lines -> options, empty ones left out; a condition -> question and option', () => {
    expect(questionOf(went)).toMatchObject({
      options: [
        { id: 'o1', label: '去过' },
        { id: 'o2', label: '没去过' },
      ],
      showIf: null,
    });
    expect(questionOf(why)).toMatchObject({ most: null, showIf: { questionId: 'q1', optionId: 'o2' } });
  });

  test('saved with other ids -> written on with those of the lines, the condition with them', () => {
    const asked = { required: false, showIf: null };
    const options = ['a', 'b'].map(id => ({ id, label: id }));
    const saved: Question[] = [
      { ...asked, id: 'q1', kind: 'single', title: 'x', options },
      { ...asked, id: 'q2', kind: 'text', title: 'y', showIf: { questionId: 'q1', optionId: 'b' } },
    ];
    expect(draftOf(saved[1]!, saved).showIf).toBe('q1:o2');
    expect(questionOf(draftOf(saved[1]!, saved))).toMatchObject({ showIf: { questionId: 'q1', optionId: 'o2' } });
  });

  test('next id: after the highest, not in the gap', () => expect(nextQuestionId([went, why])).toBe('q4'));

  test('conditions: choices of earlier questions only', () => {
    expect(conditionsBefore([went, why], 0)).toEqual([]);
    expect(conditionsBefore([went, why], 1)).toEqual([
      { value: 'q1:o1', label: '第 1 题选了「去过」' },
      { value: 'q1:o2', label: '第 1 题选了「没去过」' },
    ]);
  });
});
