import type { Scenario } from './scenario.fixtures';

const WHOLE = 'three matters in one, before it is split';
const EARLIER = 'the matter asked for first, in which the second goes on';

/** 一事一申请: what becomes of the clock and of table three when one request is split, or goes on in another. */
export const oneMatter: readonly Scenario[] = [
  {
    title: WHOLE,
    article: '33',
    events: ['2026-11-02 submitted', '2026-11-02 registered'],
    status: 'in_progress',
    next: 'office 2026-11-30',
    due: '2026-11-30',
    row: null,
  },
  {
    title: 'split off a week later, given: by the receipt of the whole, counted by itself',
    article: '33, 36 (2)',
    splitFrom: WHOLE,
    events: ['2026-11-02 submitted', '2026-11-02 registered', '2026-11-27 decided kind=granted'],
    status: 'decided',
    next: 'nobody',
    due: '2026-11-30',
    row: 'granted',
  },
  {
    title: 'split off too, not found: counted in its own row',
    article: '33, 36 (4)',
    splitFrom: WHOLE,
    events: ['2026-11-02 submitted', '2026-11-02 registered', '2026-11-30 decided kind=not_existing'],
    status: 'decided',
    next: 'nobody',
    due: '2026-11-30',
    row: 'unable.notHeld',
  },
  {
    title: 'what stayed is extended: the parts are not',
    article: '33',
    splitFrom: WHOLE,
    events: ['2026-11-02 submitted', '2026-11-02 registered', '2026-11-20 extended workingDays=10 approvedBy=主任'],
    status: 'extended',
    next: 'office 2026-12-14',
    due: '2026-12-14',
    row: null,
  },
  {
    title: EARLIER,
    article: '33, 36 (2)',
    events: ['2026-11-02 submitted', '2026-11-02 registered', '2026-11-30 decided kind=granted'],
    status: 'decided',
    next: 'nobody',
    due: '2026-11-30',
    row: 'granted',
  },
  {
    title: 'the same matter asked for again: goes on in the earlier one, counted as 其他',
    article: '31, 33',
    mergedInto: EARLIER,
    events: ['2026-11-05 submitted', '2026-11-06 registered', '2026-11-09 withdrawn into=request'],
    status: 'withdrawn',
    next: 'nobody',
    due: '2026-12-04',
    row: 'other.other',
  },
];
