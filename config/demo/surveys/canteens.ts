import { chance } from '../lib/chance';
import type { Dates } from '../lib/dates';
import type { DemoAnswer, DemoSurvey } from '../types';

const WORDS = [
  '菜软一点，我妈牙口不好。',
  '周末也开就好了，孩子上班，周末反而没人做饭。',
  '轮椅进门有一道坎，能不能垫平。',
  '味道不错，价钱也实在，就是要排队。',
  '希望能送到家，下雨天不敢出门。',
  '糖尿病人能不能有少糖的菜？',
];

/** Ended three weeks ago, its result is out: split by age, where nobody is told apart by it. */
export function canteens(d: Dates): DemoSurvey {
  const luck = chance('survey canteens');
  const responses = Array.from({ length: 164 }, (_, at) => {
    const age = luck.pick(['under60', 'sixties', 'sixties', 'over70', 'over70']);
    const went = luck.int(1, 10) > 3;
    const answers: DemoAnswer[] = [
      { questionId: 'age', optionIds: [age] },
      { questionId: 'went', optionIds: [went ? 'yes' : 'no'] },
      went
        ? { questionId: 'rate', points: luck.pick([3, 4, 4, 4, 5, 5]) }
        : { questionId: 'why', optionIds: luck.some(['far', 'dear', 'taste', 'unknown'], luck.int(1, 2)) },
    ];
    const words = WORDS[at];
    if (words !== undefined) answers.push({ questionId: 'more', text: words });
    return { key: `canteens-${at}`, answers, receivedAt: d.anyDayAt(-40 + (at % 14), `1${at % 9}:2${at % 6}`) };
  });
  return {
    key: 'canteens',
    title: '长者食堂办得怎么样',
    intro: '全区办了 9 家长者食堂。想知道大家去不去、吃得好不好、为什么不去，明年照着改。',
    unitId: 'civil-affairs',
    opensOn: d.day(-42),
    closesOn: d.day(-24),
    consultation: null,
    groupBy: 'age',
    questions: [
      {
        id: 'age',
        kind: 'single',
        title: '你多大年纪？',
        required: true,
        showIf: null,
        options: [
          { id: 'under60', label: '60 岁以下' },
          { id: 'sixties', label: '60 到 69 岁' },
          { id: 'over70', label: '70 岁以上' },
        ],
      },
      {
        id: 'went',
        kind: 'single',
        title: '今年去过长者食堂吗？',
        required: true,
        showIf: null,
        options: [
          { id: 'yes', label: '去过' },
          { id: 'no', label: '没去过' },
        ],
      },
      {
        id: 'rate',
        kind: 'scale',
        title: '总的说来满意吗？',
        required: true,
        showIf: { questionId: 'went', optionId: 'yes' },
        points: 5,
        low: '很不满意',
        high: '很满意',
      },
      {
        id: 'why',
        kind: 'multiple',
        title: '为什么没去？',
        required: true,
        showIf: { questionId: 'went', optionId: 'no' },
        most: null,
        options: [
          { id: 'far', label: '太远' },
          { id: 'dear', label: '嫌贵' },
          { id: 'taste', label: '不合口味' },
          { id: 'unknown', label: '不知道有' },
        ],
      },
      { id: 'more', kind: 'longText', title: '还想说什么？', required: false, showIf: null },
    ],
    responses,
    result: {
      publishedAt: d.at(-16, '10:00'),
      summary:
        '谢谢 164 位街坊。去过的人多数满意，没去的人主要是嫌远和不知道有。明年先在三个没有食堂的社区各开一家，周末轮流开门，把做法登在楼道公示栏里。',
    },
  };
}
