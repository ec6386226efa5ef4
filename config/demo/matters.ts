import type { Dates } from './lib/dates';
import type { DemoMatter } from './types';

/** Two things as residents can follow them: one through all five stages, one in the middle of being decided. */
export const mattersFor = (d: Dates): DemoMatter[] => [
  {
    key: 'meals',
    name: '老年人助餐',
    unitId: 'civil-affairs',
    at: d.at(-60, '11:00'),
    members: [
      { kind: 'consultation', key: 'meal-rules', stage: 'decision' },
      { kind: 'survey', key: 'canteens', stage: 'decision' },
      { kind: 'notice', key: 'meal-rules', stage: 'decision' },
      { kind: 'notice', key: 'meal-rules-explained', stage: 'decision' },
      { kind: 'notice', key: 'meal-sites-signed', stage: 'execution' },
      { kind: 'notice', key: 'meal-places', stage: 'service' },
      { kind: 'notice', key: 'fake-diners-handled', stage: 'management' },
      { kind: 'notice', key: `meals-${d.month(-2).first.slice(0, 7)}`, stage: 'result' },
    ],
  },
  {
    key: 'market',
    name: '望桥农贸市场改造',
    unitId: 'wangqiao-street',
    at: d.at(-20, '10:00'),
    members: [
      { kind: 'consultation', key: 'market-stalls', stage: 'decision' },
      { kind: 'survey', key: 'market-hours', stage: 'decision' },
      { kind: 'meeting', key: 'stalls-bench', stage: 'decision' },
      { kind: 'notice', key: 'market-move', stage: 'execution' },
      { kind: 'notice', key: 'audit-market', stage: 'result' },
    ],
  },
];
