import fc from 'fast-check';
import { addDays, addWorkingDays, countWorkingDaysBetween, fromDayNumber, toDayNumber } from '../calendar';
import { requestBreaches } from './request-breaches';
import { checkRequestEvent, requestClock } from './request-clock';
import type { RequestEvent } from './request-events';

/** Submitted and registered on one day, then what else happened. */
function received(on: string, ...more: RequestEvent[]): RequestEvent[] {
  return [{ type: 'submitted', on }, { type: 'registered', on }, ...more];
}
const asked = (on: string, ref?: string): RequestEvent => ({ type: 'thirdPartyAsked', on, ref });
const answered = (on: string, ref?: string): RequestEvent => ({ type: 'thirdPartyAnswered', on, ref });
const extended = (on: string, workingDays = 20): RequestEvent => ({
  type: 'extended',
  on,
  workingDays,
  approvedBy: '主任',
});

const anyDate = fc.integer({ min: toDayNumber('2019-01-01'), max: toDayNumber('2028-06-30') }).map(fromDayNumber);
/** Pauses one after the other: days before the letter, days until the answer. */
const anyPauses = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 20 })), { maxLength: 4 });

function withPauses(on: string, pauses: [number, number][]): RequestEvent[] {
  let day = on;
  const more = pauses.flatMap(([before, length], index) => {
    const since = addDays(day, before);
    day = addDays(since, length);
    return [asked(since, String(index)), answered(day, String(index))];
  });
  return received(on, ...more);
}

const LONGER: readonly RequestEvent['type'][] = [
  'thirdPartyAsked',
  'otherAgencyAsked',
  'extended',
  'delayed',
  'thirdPartyServed',
];
const anyStep = fc.record({
  gap: fc.integer({ min: 0, max: 30 }),
  type: fc.constantFrom<RequestEvent['type']>(
    'correctionAsked',
    'corrected',
    'extended',
    'thirdPartyAsked',
    'thirdPartyServed',
    'thirdPartyAnswered',
    'thirdPartySilent',
    'otherAgencyAsked',
    'otherAgencyAnswered',
    'otherAgencySilent',
    'reasonsAsked',
    'reasonsGiven',
    'delayed',
    'feeNoticed',
    'feePaid',
  ),
});
const eventFor = (type: RequestEvent['type'], on: string) =>
  ({
    type,
    on,
    deadline: type.endsWith('Asked') ? addDays(on, 9) : undefined,
    workingDays: 10,
    approvedBy: '主任',
  }) as RequestEvent;

describe('request clock, whatever happens', () => {
  test('any pauses -> exactly 20 days count, none inside a pause, every day is listed once', () => {
    fc.assert(
      fc.property(anyDate, anyPauses, (on, pauses) => {
        const { days, dueOn } = requestClock(withPauses(on, pauses));
        expect(days.filter(day => day.counted)).toHaveLength(20);
        expect(days.map(day => day.date)).toEqual(days.map((_, index) => addDays(on, index)));
        expect(days.at(-1)).toMatchObject({ date: dueOn, kind: 'due' });
        expect(days.every(day => day.counted === ['counted', 'makeup', 'due'].includes(day.kind))).toBe(true);
      }),
    );
  });

  test('one more pause, a longer one, or an extension -> never an earlier due date', () => {
    fc.assert(
      fc.property(anyDate, anyPauses, fc.integer({ min: 1, max: 20 }), (on, pauses, extra) => {
        const due = requestClock(withPauses(on, pauses)).dueOn ?? '';
        const [last, rest] = [pauses.at(-1), pauses.slice(0, -1)];
        if (last) {
          expect(requestClock(withPauses(on, rest)).dueOn! <= due).toBe(true);
          expect(requestClock(withPauses(on, [...rest, [last[0], last[1] + extra]])).dueOn! >= due).toBe(true);
        }
        const longer = requestClock([...withPauses(on, pauses), extended('2030-01-01', extra)]).dueOn ?? '';
        expect(longer > due).toBe(true);
        expect(addWorkingDays(on, 20).date <= due).toBe(true);
      }),
    );
  });

  test('extension of n -> exactly n working days later when nothing pauses', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 20 }), (on, extra) => {
        const { dueOn } = requestClock(received(on, extended(on, extra)));
        expect(countWorkingDaysBetween(on, dueOn ?? on)).toBe(20 + extra);
      }),
    );
  });

  test('the same events in another order of the list -> the same answer', () => {
    const events: RequestEvent[] = [
      { type: 'submitted', on: '2026-11-02' },
      { type: 'registered', on: '2026-11-03' },
      asked('2026-11-05'),
      answered('2026-11-12'),
      extended('2026-11-17', 10),
      { type: 'decided', on: '2026-12-01', kind: 'partial' },
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), shuffled => {
        expect(requestClock(shuffled)).toEqual(requestClock(events));
      }),
    );
  });

  test('any steps that may follow one another -> no day before the receipt, none counted twice, never an earlier due date', () => {
    fc.assert(
      fc.property(anyDate, fc.array(anyStep, { maxLength: 12 }), (on, steps) => {
        let events = received(on);
        let day = on;
        for (const { gap, type } of steps) {
          day = addDays(day, gap);
          const event = eventFor(type, day);
          if (checkRequestEvent(events, event) !== null) continue;
          const before = requestClock(events);
          events = [...events, event];
          const after = requestClock(events);
          const all = [...after.earlier.flat(), ...after.days];
          expect(all.map(({ date }) => date)).toEqual(all.map((_, index) => addDays(on, index)));
          if (before.dueOn && after.dueOn && LONGER.includes(type)) expect(after.dueOn >= before.dueOn).toBe(true);
          if (after.dueOn) {
            expect(after.dueOn > after.receivedOn!).toBe(true);
            expect([20, 30, 40]).toContain(after.days.filter(({ counted }) => counted).length);
          }
          expect(requestBreaches(events).every(breach => breach.on > breach.dueOn)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('a frozen list -> read, not sorted in place', () => {
    const events = withPauses('2026-11-02', [[1, 3]]);
    expect(requestClock(Object.freeze(events)).dueOn).toBe('2026-12-03');
  });
});
