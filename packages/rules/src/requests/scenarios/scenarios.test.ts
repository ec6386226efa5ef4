import { execFileSync } from 'node:child_process';
import { addDays, buildHolidayCalendar, nationalHolidayYears } from '../../calendar';
import { inTimeZone } from '../../in-time-zone.fixtures';
import { tableThreeRows } from '../decision-kinds';
import { requestClock } from '../request-clock';
import { requestReminders } from '../request-reminders';
import { tableThreeRowOf } from '../table-three-row';
import { answers } from './answers.fixtures';
import { correctionAndFee } from './correction-and-fee.fixtures';
import { longer } from './longer.fixtures';
import { otherOpinions } from './other-opinions.fixtures';
import { receipt } from './receipt.fixtures';
import { triage } from './triage.fixtures';
import { eventOf } from './scenario.fixtures';

const ALL = [...receipt, ...answers, ...correctionAndFee, ...otherOpinions, ...longer, ...triage];

const year2026 = nationalHolidayYears.find(({ year }) => year === 2026)!;

describe('whole cases', () => {
  test.each(ALL)('Art. $article, $title -> $status, next $next, due $due, row $row', scenario => {
    const events = scenario.events.map(eventOf);
    const { status, dueOn, nextStep } = requestClock(events);
    expect({
      status,
      next: [nextStep.who, nextStep.by].filter(Boolean).join(' '),
      due: dueOn,
      row: tableThreeRowOf(events),
    }).toEqual({ status: scenario.status, next: scenario.next, due: scenario.due, row: scenario.row });
  });

  test.each(ALL)('Art. $article, $title -> no day twice, none left out, each with its article', scenario => {
    const { days, earlier } = requestClock(scenario.events.map(eventOf));
    const all = [...earlier.flat(), ...days];
    expect(all.map(day => day.date)).toEqual(all.map((_, index) => addDays(all[0]!.date, index)));
    expect(all.filter(day => day.reason === '' || day.article === '')).toEqual([]);
  });

  test('all cases -> at least 60, and every row of table three is reached', () => {
    expect(ALL.length).toBeGreaterThanOrEqual(60);
    expect(new Set(ALL.flatMap(({ row }) => row ?? []))).toEqual(new Set(Object.keys(tableThreeRows)));
  });

  test.each(['America/Los_Angeles', 'Pacific/Kiritimati'])(
    'a process in %s -> the same days, words and reminders',
    zone => {
      const call =
        'input.map(events => ({ ...rules.requestClock(events), reminders: rules.requestReminders(rules.requestClock(events)) }))';
      const cases = ALL.map(({ events }) => events.map(eventOf));
      const here = cases.map(events => ({
        ...requestClock(events),
        reminders: requestReminders(requestClock(events)),
      }));
      const there = inTimeZone(execFileSync, zone, { file: 'requests/index', call, input: cases });
      expect(there).toEqual({ zone, answer: JSON.parse(JSON.stringify(here)) });
    },
  );

  const changed = buildHolidayCalendar([
    ...nationalHolidayYears,
    { ...year2026, off: [...year2026.off, { name: '临时放假', from: '2026-11-10', to: '2026-11-13' }] },
  ]);
  const isJudged = (line: string) => /Silent|feeLapsed/.test(line);

  test.each(ALL.filter(({ events }) => !events.some(isJudged)))(
    'days off changed afterwards: Art. $article, $title -> can still be counted, nobody has a day less',
    ({ events, due }) => {
      const { dueOn } = requestClock(events.map(eventOf), changed);
      expect((dueOn ?? '') >= (due ?? '')).toBe(true);
    },
  );

  test('days off changed after a time was found to be over -> it stands by the day it was judged by', () => {
    const asked = ['2026-11-02 submitted', '2026-11-02 registered', '2026-11-09 otherAgencyAsked'];
    const silent = [...asked, '2026-12-01 otherAgencySilent deadline=2026-11-30'].map(eventOf);
    expect(
      requestClock(silent, changed)
        .days.filter(day => day.kind === 'paused')
        .at(-1)?.date,
    ).toBe('2026-11-30');
    expect(() => requestClock([...asked, '2026-12-01 otherAgencySilent'].map(eventOf), changed)).toThrow('还没有届满');
    const fee = ['2026-11-02 submitted', '2026-11-02 registered', '2026-11-09 feeNoticed'];
    const lapsed = [...fee, '2026-12-08 feeLapsed deadline=2026-12-07'].map(eventOf);
    expect(requestClock(lapsed, changed).status).toBe('lapsed');
  });
});
