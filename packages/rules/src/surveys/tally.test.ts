import type { SurveyAnswer, SurveyQuestion } from './questions';
import { tallySurvey } from './tally';

const base = { required: false, showIf: null };
const age: SurveyQuestion = {
  id: 'age',
  kind: 'single',
  title: '你多大年纪？',
  ...base,
  options: ['young', 'middle', 'old'].map(id => ({ id, label: id })),
};
const likes: SurveyQuestion = {
  id: 'likes',
  kind: 'single',
  title: '愿意吗？',
  ...base,
  options: [
    { id: 'yes', label: '愿意' },
    { id: 'no', label: '不愿意' },
  ],
};
const scale: SurveyQuestion = {
  id: 'scale',
  kind: 'scale',
  title: '打几分？',
  ...base,
  points: 5,
  low: '差',
  high: '好',
};

const person = (ageId: string, like: string): SurveyAnswer[] => [
  { questionId: 'age', optionIds: [ageId] },
  { questionId: 'likes', optionIds: [like] },
];
const times = (count: number, answers: SurveyAnswer[]) => Array.from({ length: count }, () => answers);
const ofLikes = (responses: SurveyAnswer[][]) => tallySurvey([age, likes], responses, 'age').questions[1]!;

describe('tally of a survey', () => {
  test('counts: of those who answered the question, shares in percent; a scale has an average', () => {
    const responses = [
      ...times(2, [{ questionId: 'likes', optionIds: ['yes'] }]),
      [
        { questionId: 'likes', optionIds: ['no'] },
        { questionId: 'scale', points: 4 },
      ],
      [{ questionId: 'scale', points: 5 }],
    ];
    const { responses: count, questions } = tallySurvey([likes, scale], responses, null);
    expect(count).toBe(4);
    expect(questions[0]).toMatchObject({
      answered: 3,
      options: [
        { id: 'yes', count: 2, share: 66.7 },
        { id: 'no', count: 1, share: 33.3 },
      ],
      groups: null,
    });
    expect(questions[1]).toMatchObject({ answered: 2, average: 4.5 });
    expect(questions[1]!.options.map(option => option.count)).toEqual([0, 0, 0, 1, 1]);
  });

  test('nobody answered -> zeros, no average, no division by nothing', () => {
    expect(tallySurvey([scale], [], null).questions[0]).toMatchObject({ answered: 0, average: null });
    expect(tallySurvey([likes], [], null).questions[0]!.options.map(option => option.share)).toEqual([0, 0]);
  });

  test('groups: each large enough -> split, and each split adds up to the whole', () => {
    const { groups, options } = ofLikes([
      ...times(6, person('young', 'yes')),
      ...times(5, person('middle', 'no')),
      ...times(7, person('old', 'yes')),
    ]);
    expect(groups?.map(({ label, answered }) => [label, answered])).toEqual([
      ['young', 6],
      ['middle', 5],
      ['old', 7],
    ]);
    for (const [at, { count }] of options.entries())
      expect(groups!.reduce((sum, group) => sum + group.options[at]!.count, 0)).toBe(count);
  });

  test('groups: one of four people -> together with the next smallest, so that it cannot be had by subtraction', () => {
    const { groups } = ofLikes([
      ...times(4, person('young', 'yes')),
      ...times(9, person('middle', 'yes')),
      ...times(8, person('old', 'yes')),
    ]);
    expect(groups?.map(({ label, answered }) => [label, answered])).toEqual([
      ['middle', 9],
      ['其余（人数少，合在一起）', 12],
    ]);
  });

  test('groups: an option that four chose -> the question is not split at all, and says why', () => {
    const tallied = ofLikes([
      ...times(20, person('young', 'yes')),
      ...times(4, person('old', 'no')),
      ...times(10, person('old', 'yes')),
    ]);
    expect(tallied.groups).toBeNull();
    expect(tallied.groupNote).toContain('不到 5 人');
    expect(tallied.options.map(({ count }) => count)).toEqual([30, 4]);
  });

  test('groups: four of a large group chose what many chose -> the question is not split', () => {
    const tallied = ofLikes([
      ...times(20, person('young', 'yes')),
      ...times(4, person('old', 'yes')),
      ...times(10, person('old', 'no')),
    ]);
    expect(tallied).toMatchObject({ groups: null, groupNote: expect.stringContaining('不到 5 人') });
  });

  test('groups: everybody in one -> nothing to split', () => {
    expect(ofLikes(times(30, person('young', 'yes')))).toMatchObject({ groups: null, groupNote: null });
  });

  test('groups: never a number of one to four people in a split, whatever the answers', () => {
    for (let n = 0; n < 400; n += 1) {
      const pick = (salt: number, of: readonly string[]) => of[(n * 7 + salt * (n + 3)) % of.length]!;
      const responses = Array.from({ length: (n * 13) % 60 }, (_, at) =>
        person(pick(at, ['young', 'middle', 'old']), pick(at + 1, ['yes', 'no', 'no'])),
      );
      const { groups, options } = ofLikes(responses);
      if (!groups) continue;
      const small = (count: number) => count > 0 && count < 5;
      expect(groups.some(({ answered }) => small(answered))).toBe(false);
      const counts = [...options, ...groups.flatMap(group => group.options)].map(({ count }) => count);
      expect(counts.some(small)).toBe(false);
    }
  });
});
