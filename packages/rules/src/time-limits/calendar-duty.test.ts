import { dutyOf, isCalendarDuty } from './calendar-duty';

const TODAY = '2026-10-14';
const published = (noticeId: string, publishedOn: string, title = '结果公开') => ({ noticeId, publishedOn, title });
const states = (text: string, publications: Parameters<typeof dutyOf>[1], today = TODAY) =>
  dutyOf(text, publications, today)!.periods.map(({ label, state, noticeId }) => [label, state, noticeId]);

describe('duties by the calendar', () => {
  it('每月结束后5个工作日内 on 14 October -> the twelve ended months, September late by a day', () => {
    const duty = dutyOf('每月结束后5个工作日内', [published('a', '2026-09-07')], TODAY)!;
    expect(duty).toMatchObject({ period: 'month', expected: 12, published: 1, overdue: 11 });
    expect(duty.periods.map(({ label }) => label)).toEqual([
      '10月',
      '11月',
      '12月',
      '1月',
      '2月',
      '3月',
      '4月',
      '5月',
      '6月',
      '7月',
      '8月',
      '9月',
    ]);
    expect(duty.periods.slice(-2)).toEqual([
      { label: '8月', from: '2026-08-01', to: '2026-08-31', dueOn: '2026-09-07', state: 'published', noticeId: 'a' },
      { label: '9月', from: '2026-09-01', to: '2026-09-30', dueOn: '2026-10-13', state: 'overdue', noticeId: null },
    ]);
  });

  it('on the due date -> waiting, the day after -> overdue', () => {
    expect(states('每月结束后5个工作日内', [], '2026-10-13').at(-1)).toEqual(['9月', 'waiting', null]);
    expect(states('每月结束后5个工作日内', [], '2026-10-14').at(-1)).toEqual(['9月', 'overdue', null]);
  });

  it('a title that names its month -> counts for that month, however late', () => {
    const publications = [
      published('late', '2026-10-02', '2026年7月结果'),
      published('sep', '2026-10-09', '9月结果'),
      published('no', '2026-10-10', '2025年8月补充'),
    ];
    expect(states('每月结束后5个工作日内', publications).slice(-3)).toEqual([
      ['7月', 'published', 'late'],
      ['8月', 'overdue', null],
      ['9月', 'published', 'sep'],
    ]);
  });

  it('每月 without a delay -> the running month too', () => {
    expect(states('每月', [published('a', '2026-10-01')]).at(-1)).toEqual(['10月', 'published', 'a']);
    expect(states('每月', []).slice(-2)).toEqual([
      ['9月', 'overdue', null],
      ['10月', 'waiting', null],
    ]);
  });

  it('每季度, 每半年, 每年 -> four, two, one', () => {
    expect(states('每季度结束后10个工作日内', [published('a', '2026-10-09', '三季度结果')])).toEqual([
      ['4季度', 'overdue', null],
      ['1季度', 'overdue', null],
      ['2季度', 'overdue', null],
      ['3季度', 'published', 'a'],
    ]);
    expect(states('每半年', []).map(([label]) => label)).toEqual(['上半年', '下半年']);
    expect(dutyOf('每年1月31日前', [], TODAY)!.periods).toMatchObject([
      { label: '2025年', dueOn: '2026-01-31', state: 'overdue' },
    ]);
  });

  it('two notices in one window -> the first counts', () => {
    expect(
      states('每月结束后5个工作日内', [published('a', '2026-10-01'), published('b', '2026-10-05')]).at(-1),
    ).toEqual(['9月', 'published', 'a']);
  });

  it.each(['信息形成之日起20个工作日内', '长期公开', '每周', ''])('%p -> no strip', text => {
    expect(dutyOf(text, [], TODAY)).toBeNull();
    expect(isCalendarDuty(text, TODAY)).toBe(false);
  });
});
