import { randomUUID } from 'node:crypto';
import type { RouteCall } from '@bandeng/contracts/types';
import type { TestClient } from '../../../testing';

export type NewSurvey = RouteCall<'staff.surveys.create'>['body'];
export type NewResponse = RouteCall<'surveys.answer'>['body'];

export const UNIT = 'civil-affairs';

const asked = { required: false, showIf: null };

/** One choice, why for those who say no, a scale, and a word; a week from the day the test clock stands at. */
export const surveyInput = (over: Partial<NewSurvey> = {}): NewSurvey => ({
  id: randomUUID(),
  title: '长者食堂办得怎么样',
  intro: '栖河区民政局想知道大家吃得好不好。',
  unitId: UNIT,
  opensOn: '2026-11-16',
  closesOn: '2026-11-22',
  questions: [
    {
      ...asked,
      id: 'went',
      kind: 'single',
      title: '你去过吗？',
      required: true,
      options: [
        { id: 'yes', label: '去过' },
        { id: 'no', label: '没去过' },
      ],
    },
    {
      ...asked,
      id: 'why',
      kind: 'multiple',
      title: '为什么没去？',
      showIf: { questionId: 'went', optionId: 'no' },
      options: [
        { id: 'far', label: '远' },
        { id: 'dear', label: '贵' },
      ],
      most: null,
    },
    { ...asked, id: 'rate', kind: 'scale', title: '打几分？', points: 5, low: '差', high: '好' },
    { ...asked, id: 'more', kind: 'longText', title: '还想说什么？' },
  ],
  ...over,
});

export const responseInput = (over: Partial<NewResponse> = {}): NewResponse => ({
  id: randomUUID(),
  answers: [
    { questionId: 'went', optionIds: ['yes'] },
    { questionId: 'rate', points: 4 },
  ],
  ...over,
});

/** Drafted and published at once. */
export async function openSurvey(office: TestClient, over: Partial<NewSurvey> = {}): Promise<string> {
  const input = surveyInput(over);
  await office.call('staff.surveys.create', { body: input });
  await office.call('staff.surveys.publish', { params: { id: input.id } });
  return input.id;
}
