import type { Dates } from '../lib/dates';
import type { DemoNudge } from '../types';

/** Who asked for what is late: not the first of the picker, who can do it. */
export const nudgesFor = (d: Dates): DemoNudge[] => {
  const entry = 'elderly-care/补贴与服务/老年人助餐补贴发放结果';
  return [
    { key: 'meals-2', residentKey: 'demo-2', entry, at: d.anyDayAt(-1, '09:12') },
    { key: 'meals-3', residentKey: 'demo-3', entry, at: d.anyDayAt(-1, '19:40') },
    { key: 'meals-4', residentKey: 'demo-4', entry, at: d.anyDayAt(0, '08:05') },
  ];
};
