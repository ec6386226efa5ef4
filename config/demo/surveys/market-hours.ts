import { chance } from '../lib/chance';
import type { Dates } from '../lib/dates';
import type { DemoAnswer, DemoSurvey } from '../types';

const WORDS = [
  '早市能不能五点半就开，我赶六点的班车。',
  '过渡点离公交站远，下雨天拎着菜不好走。',
  '希望留一排给自产自销的，别都租出去。',
];

/** Open, with a few answers: what is asked beside the consultation on the stalls. */
export function marketHours(d: Dates): DemoSurvey {
  const luck = chance('survey market hours');
  const responses = Array.from({ length: 23 }, (_, at) => {
    const answers: DemoAnswer[] = [
      { questionId: 'often', optionIds: [luck.pick(['daily', 'daily', 'weekly', 'weekly', 'seldom'])] },
      { questionId: 'when', optionIds: luck.some(['early', 'morning', 'noon', 'evening'], luck.int(1, 2)) },
    ];
    const words = WORDS[at];
    if (words !== undefined) answers.push({ questionId: 'more', text: words });
    return {
      key: `market-hours-${at}`,
      answers,
      receivedAt: d.anyDayAt(-1 - (at % 4), `${String(8 + (at % 10)).padStart(2, '0')}:1${at % 10}`),
    };
  });
  const asked = { required: true, showIf: null };
  return {
    key: 'market-hours',
    title: '过渡菜市场几点开门好',
    intro:
      '望桥农贸市场改造期间要摆过渡摊。方案正在征集意见，这里再问四件小事：你多久去一次、什么时候去、怎么去、还想说什么。答完大约两分钟。',
    unitId: 'wangqiao-street',
    opensOn: d.day(-5),
    closesOn: d.day(9),
    consultation: 'market-stalls',
    groupBy: 'often',
    questions: [
      {
        ...asked,
        id: 'often',
        kind: 'single',
        title: '你多久去一次望桥农贸市场？',
        options: [
          { id: 'daily', label: '几乎每天' },
          { id: 'weekly', label: '一周几次' },
          { id: 'seldom', label: '偶尔去' },
          { id: 'never', label: '不去' },
        ],
      },
      {
        ...asked,
        id: 'when',
        kind: 'multiple',
        title: '你一般什么时候去？',
        most: 2,
        options: [
          { id: 'early', label: '六点以前' },
          { id: 'morning', label: '六点到九点' },
          { id: 'noon', label: '九点到下午四点' },
          { id: 'evening', label: '下午四点以后' },
        ],
      },
      {
        id: 'instead',
        kind: 'text',
        title: '不去的话，你在哪里买菜？',
        required: false,
        showIf: { questionId: 'often', optionId: 'never' },
      },
      { id: 'more', kind: 'longText', title: '还想说什么？', required: false, showIf: null },
    ],
    responses,
    result: null,
  };
}
