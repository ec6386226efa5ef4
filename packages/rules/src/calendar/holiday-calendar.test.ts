import { buildHolidayCalendar } from './holiday-calendar';
import { dayKind } from './day-kind';
import { addDays, weekdayOf } from './local-date';
import { nationalCalendar, nationalHolidayYears } from './national-calendar';
import { addWorkingDays } from './working-days';

describe('holiday calendar', () => {
  test('built-in years: 2019 to 2026, each with the notice it comes from', () => {
    expect(nationalHolidayYears.map(year => year.year)).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    for (const source of nationalHolidayYears.flatMap(year => year.sources)) {
      expect(source.number).toMatch(/^国办发明电〔20\d\d〕\d+号$/);
      expect(source.url).toMatch(/^https:\/\/www\.gov\.cn\//);
    }
  });

  test('built-in make-up days: all -> fall on weekends', () => {
    for (const date of nationalCalendar.work.keys()) expect([0, 6]).toContain(weekdayOf(date));
  });

  // Counted by hand from the notices: weekdays less weekdays off, plus make-up days.
  test.each([
    [2019, 250],
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('working days in %i -> %i', (year, expected) => {
    let count = 0;
    for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
      if (dayKind(date).working) count += 1;
    }
    expect(count).toBe(expected);
  });

  test.each([
    ['2026-10-03', 'holiday', '国庆节放假', false],
    ['2026-09-20', 'makeup', '国庆节调休上班', true],
    ['2026-11-21', 'weekend', '周末', false],
    ['2026-11-20', 'workday', '工作日', true],
    ['2020-02-01', 'holiday', '春节放假', false],
    ['2022-12-31', 'holiday', '元旦放假', false],
  ])('dayKind: %s -> %s %s', (date, kind, reason, working) => {
    expect(dayKind(date)).toEqual({ date, kind, reason, working, provisional: false });
  });

  test.each([
    ['2027-02-05', '春节放假'],
    ['2027-02-08', '春节放假'],
    ['2027-02-09', '工作日'],
    ['2027-04-05', '清明节放假'],
    ['2027-06-09', '端午节放假'],
    ['2027-09-15', '中秋节放假'],
    ['2028-05-02', '劳动节放假'],
    ['2028-05-03', '工作日'],
    ['2060-10-01', '国庆节放假'],
    ['2018-05-01', '劳动节放假'],
  ])('dayKind: %s, notice not known -> %s, provisional', (date, reason) => {
    expect(dayKind(date)).toMatchObject({ reason, provisional: true });
  });

  test('uncovered year: 2027 -> the 13 statutory days and weekends are off, nothing else', () => {
    let festivalDays = 0;
    for (let date = '2027-01-01'; date <= '2027-12-31'; date = addDays(date, 1)) {
      const fact = dayKind(date);
      if (fact.kind === 'holiday') festivalDays += 1;
      expect(fact.working).toBe(fact.kind === 'workday');
    }
    expect(festivalDays).toBe(13);
  });

  test('buildHolidayCalendar: an office adds 2027 -> no longer provisional and its make-up day counts', () => {
    const calendar = buildHolidayCalendar([
      ...nationalHolidayYears,
      {
        year: 2027,
        sources: [],
        off: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }],
        work: [{ name: '元旦', date: '2027-01-09' }],
      },
    ]);
    expect(addWorkingDays('2026-11-16', 40, calendar)).toMatchObject({ date: '2027-01-11', provisional: false });
  });

  test('buildHolidayCalendar: a day both off and worked, or a run backwards -> RangeError', () => {
    const year = { year: 2027, sources: [], work: [] };
    const run = { name: '元旦', from: '2027-01-03', to: '2027-01-01' };
    expect(() => buildHolidayCalendar([{ ...year, off: [run] }])).toThrow('早于开始日期');
    expect(() =>
      buildHolidayCalendar([
        { ...year, off: [{ ...run, to: '2027-01-03' }], work: [{ name: '元旦', date: '2027-01-03' }] },
      ]),
    ).toThrow('既是放假又是上班');
  });
});
