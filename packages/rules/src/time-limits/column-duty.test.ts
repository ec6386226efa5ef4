import { columnDuty, sayRhythm } from './column-duty';

const published = (publishedOn: string, title = '结果公开') => ({ noticeId: publishedOn, publishedOn, title });
const NEWS = { within: { n: 2, unit: 'weeks' } } as const;
const PAPERS = { within: { n: 6, unit: 'months' } } as const;
const MONEY = { schedule: '每月结束后20日内' };

describe('duty of a column', () => {
  it.each([
    ['fourteen days after the last one', NEWS, '2026-11-08', '2026-11-22', 'kept', '2026-11-22'],
    ['the day after', NEWS, '2026-11-08', '2026-11-23', 'late', '2026-11-22'],
    ['half a year after 31 August: the last of February', PAPERS, '2025-08-31', '2026-02-28', 'kept', '2026-02-28'],
    ['the day after that', PAPERS, '2025-08-31', '2026-03-01', 'late', '2026-02-28'],
  ] as const)('within: %s -> its day counts', (_, rhythm, last, today, state, dueOn) => {
    expect(columnDuty(rhythm, { last, publications: [], today })).toEqual({ state, dueOn, overdue: [] });
  });

  it('within: nothing ever -> empty, due on no day', () => {
    const duty = columnDuty(NEWS, { last: null, publications: [], today: '2026-11-22' });
    expect(duty).toEqual({ state: 'empty', dueOn: null, overdue: [] });
  });

  const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'].map(month =>
    published(
      `2026-${month}-15`,
      `${month === '01' ? 2025 : 2026}年${Number(month) === 1 ? 12 : Number(month) - 1}月收支`,
    ),
  );
  const year = [published('2025-12-10', '2025年11月收支'), published('2025-11-12', '2025年10月收支'), ...months];

  it('schedule: every ended month is there -> kept, due when the running one has to be out', () => {
    const publications = [...year, published('2026-11-16', '2026年10月收支')];
    const duty = columnDuty(MONEY, { last: '2026-11-16', publications, today: '2026-11-22' });
    expect(duty).toEqual({ state: 'kept', dueOn: '2026-12-20', overdue: [] });
  });

  it('schedule: the last month not out -> kept until its day, then late by that month', () => {
    const duty = (today: string) => columnDuty(MONEY, { last: '2026-10-15', publications: year, today });
    expect(duty('2026-11-20')).toEqual({ state: 'kept', dueOn: '2026-11-20', overdue: [] });
    expect(duty('2026-11-21')).toEqual({
      state: 'late',
      dueOn: '2026-11-20',
      overdue: [{ label: '10月', dueOn: '2026-11-20' }],
    });
  });

  it('schedule: nothing ever -> empty, with every period', () => {
    const duty = columnDuty({ schedule: '每年3月31日前' }, { last: null, publications: [], today: '2026-11-22' });
    expect(duty).toEqual({ state: 'empty', dueOn: '2026-03-31', overdue: [{ label: '2025年', dueOn: '2026-03-31' }] });
  });

  it('words', () => {
    expect([NEWS, PAPERS, MONEY].map(sayRhythm)).toEqual(['2 周内要有新的', '6 个月内要有新的', '每月结束后20日内']);
  });
});
