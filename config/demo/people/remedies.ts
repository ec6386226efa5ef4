import { dateOf, type Dates } from '../lib/dates';
import type { DemoRemedy } from '../types';

/** Who did not agree with an answer: a review that ended, and one that goes on. */
export const remediesFor = (d: Dates): DemoRemedy[] => [
  {
    key: 'bid-files-review',
    requestKey: 'bid-files',
    at: d.worked(40, '10:00'),
    kind: 'review',
    broughtOn: dateOf(d.worked(42, '10:00')),
    organ: '栖河区人民政府行政复议办公室',
    caseNumber: '栖河政复〔2026〕7号',
    ended: {
      at: d.worked(9, '15:00'),
      on: dateOf(d.worked(10, '15:00')),
      result: 'upheld',
      note: '复议机关认为征求第三方意见的程序完整，维持原答复。',
    },
  },
  {
    key: 'clinic-plan-review',
    requestKey: 'clinic-plan',
    at: d.worked(20, '09:30'),
    kind: 'review',
    broughtOn: dateOf(d.worked(21, '09:30')),
    organ: '栖河区人民政府行政复议办公室',
    ended: null,
  },
];
