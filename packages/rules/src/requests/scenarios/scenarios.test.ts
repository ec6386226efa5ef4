import { execFileSync } from 'node:child_process';
import { addDays, buildHolidayCalendar, nationalHolidayYears } from '../../calendar';
import { inTimeZone } from '../../in-time-zone.fixtures';
import { tableThreeRows } from '../decision-kinds';
import { mergeRefusal, splitRefusal } from '../one-matter';
import { requestClock } from '../request-clock';
import { receiptOf, requestChannels } from '../request-receipt';
import { requestReminders } from '../request-reminders';
import { tableThreeRowOf } from '../table-three-row';
import { answers } from './answers.fixtures';
import { channels } from './channels.fixtures';
import { correctionAndFee } from './correction-and-fee.fixtures';
import { longer } from './longer.fixtures';
import { oneMatter } from './one-matter.fixtures';
import { otherOpinions } from './other-opinions.fixtures';
import { receipt } from './receipt.fixtures';
import { triage } from './triage.fixtures';
import { eventOf, type Scenario } from './scenario.fixtures';

const ALL: readonly Scenario[] = [
  ...[...receipt, ...channels, ...answers, ...correctionAndFee],
  ...[...otherOpinions, ...longer, ...triage, ...oneMatter],
];

/** As it stood when it was split or merged: nothing but its receipt had happened. */
const atReceipt = ({ events }: Scenario) => {
  const { status, receivedOn, dueOn } = requestClock(events.slice(0, 2).map(eventOf));
  return { dueOn, matter: { status, receivedOn, isProposed: false, unitId: 'office', applicantKey: 'a' } };
};
const byTitle = (title: string) => ALL.find(scenario => scenario.title === title)!;

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

  test.each(ALL.filter(({ channel }) => channel))(
    'Art. $article, $title, by $channel -> the day of receipt is that of this way',
    ({ channel, events }) => {
      const { receivedOn } = requestClock(events.map(eventOf));
      const told = requestChannels[channel!].receivedBy === 'submitted' ? undefined : (receivedOn ?? undefined);
      const dates = { submittedOn: eventOf(events[0]!).on, receivedOn: told };
      expect(receiptOf(channel!, dates, '2026-12-31')).toEqual({ receivedOn });
    },
  );

  test('the ways in which a request comes -> each has a case', () => {
    expect(new Set(ALL.flatMap(({ channel }) => channel ?? []))).toEqual(new Set(Object.keys(requestChannels)));
  });

  test.each(ALL.filter(({ splitFrom }) => splitFrom))('$title -> may be split, the same receipt and last day', part => {
    const [whole, own] = [atReceipt(byTitle(part.splitFrom!)), atReceipt(part)];
    expect(splitRefusal(whole.matter)).toBeNull();
    expect(own).toEqual(whole);
  });

  test.each(ALL.filter(({ mergedInto }) => mergedInto))(
    '$title -> into the earlier one, and not the other way',
    joined => {
      const [own, into] = [atReceipt(joined).matter, atReceipt(byTitle(joined.mergedInto!)).matter];
      expect(mergeRefusal(own, into)).toBeNull();
      expect(mergeRefusal(into, own)).toContain('先收到');
    },
  );

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
