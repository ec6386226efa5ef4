import fc from 'fast-check';
import {
  checkOpinionEvent,
  opinionClock,
  sayMinutesLeft,
  type OpinionEvent,
  type OpinionGravity,
} from './opinion-clock';
import { opinionReminders } from './opinion-reminders';

const HOURS = {
  extreme: { inform: 5, brief: 24 },
  major: { inform: 5, brief: 24 },
  general: { inform: null, brief: null },
};
/** So many minutes after ten in the evening in Shanghai. */
const after = (minutes: number) => new Date(Date.parse('2026-11-20T14:00:00Z') + minutes * 60_000);
const noticed = (gravity: OpinionGravity = 'major'): OpinionEvent => ({ type: 'noticed', at: after(0), gravity });
const at = (minutes: number, type: 'reported' | 'informed' | 'briefed' | 'noted' | 'closed'): OpinionEvent => ({
  ...{ type, at: after(minutes) },
});

describe('opinion clock', () => {
  test.each<[string, OpinionEvent[], number, object[], string | null]>([
    ['just noticed', [noticed()], 0, [{ state: 'waiting', minutesLeft: 300 }, { minutesLeft: 1440 }], 'inform'],
    ['on the minute', [noticed()], 300, [{ state: 'waiting', minutesLeft: 0 }, { state: 'waiting' }], 'inform'],
    ['a second late', [noticed()], 300 + 1 / 60, [{ state: 'late', minutesLeft: -1 }, {}], 'inform'],
    [
      'informed, then again',
      [noticed(), at(200, 'informed'), at(400, 'informed')],
      500,
      [
        { state: 'done', doneAt: after(200), minutesLeft: 100 },
        { state: 'waiting', minutesLeft: 940 },
      ],
      'brief',
    ],
    [
      'informed late, briefed in time',
      [noticed('extreme'), at(310, 'informed'), at(1440, 'briefed')],
      2000,
      [
        { state: 'done_late', minutesLeft: -10 },
        { state: 'done', minutesLeft: 0 },
      ],
      null,
    ],
    [
      'general',
      [noticed('general')],
      9999,
      [{ state: 'none', dueAt: null, minutesLeft: null }, { state: 'none' }],
      null,
    ],
    [
      'found graver later: from when it was noticed',
      [noticed('general'), { type: 'graded', at: after(250), gravity: 'major' }],
      250,
      [{ state: 'waiting', minutesLeft: 50 }, { minutesLeft: 1190 }],
      'inform',
    ],
  ])('%s', (_, events, minutes, duties, next) => {
    const clock = opinionClock(events, HOURS, after(minutes));
    expect(clock.duties).toEqual(duties.map(duty => expect.objectContaining(duty)));
    expect(clock.next?.duty ?? null).toBe(next);
  });

  test('nothing noticed -> RangeError', () => {
    expect(() => opinionClock([at(0, 'informed')], HOURS, after(0))).toThrow(RangeError);
    expect(() => opinionClock([], HOURS, after(0))).toThrow(RangeError);
  });
});

describe('what may follow', () => {
  test.each<[string, OpinionEvent[], OpinionEvent, string | null]>([
    ['before it was noticed', [noticed()], at(-1, 'informed'), 'opinion.early'],
    ['not yet', [noticed()], at(601, 'informed'), 'opinion.future'],
    ['closed without information', [noticed()], at(600, 'closed'), 'opinion.undone'],
    ['closed without a briefing', [noticed(), at(100, 'informed')], at(600, 'closed'), 'opinion.undone'],
    ['closed when both are out', [noticed(), at(100, 'informed'), at(200, 'briefed')], at(600, 'closed'), null],
    ['general: closed at once', [noticed('general')], at(10, 'closed'), null],
    ['the same gravity', [noticed()], { type: 'graded', at: after(5), gravity: 'major' }, 'opinion.same'],
    [
      'graded down, then closed',
      [noticed(), { type: 'graded', at: after(5), gravity: 'general' }],
      at(10, 'closed'),
      null,
    ],
    ['after its end', [noticed('general'), at(10, 'closed')], at(20, 'noted'), 'opinion.closed'],
  ])('%s', (_, events, next, code) => {
    expect(checkOpinionEvent(events, next, HOURS, after(600))?.code ?? null).toBe(code);
  });
});

describe('reminders', () => {
  const remindersOf = (events: OpinionEvent[], recorded = 0) =>
    opinionReminders(opinionClock(events, HOURS, after(recorded)), after(recorded)).map(
      ({ at: when, duty, step, to }) => [(when.getTime() - after(0).getTime()) / 60_000, duty, step, to],
    );

  test('written down at once -> half and an hour before to the unit, when due one level up too', () => {
    expect(remindersOf([noticed()])).toEqual([
      [150, 'inform', 'half', 'unit'],
      [240, 'inform', 'soon', 'unit'],
      [300, 'inform', 'due', 'above'],
      [720, 'brief', 'half', 'unit'],
      [1380, 'brief', 'soon', 'unit'],
      [1440, 'brief', 'due', 'above'],
    ]);
  });

  test('informed; written down late; closed -> only what is still to come, and what is due', () => {
    expect(remindersOf([noticed(), at(100, 'informed')], 800)).toEqual([
      [1380, 'brief', 'soon', 'unit'],
      [1440, 'brief', 'due', 'above'],
    ]);
    expect(remindersOf([noticed()], 310)[0]).toEqual([300, 'inform', 'due', 'above']);
    expect(remindersOf([noticed('general'), at(10, 'closed')])).toEqual([]);
  });
});

test.each([
  [300, '还剩 5 小时'],
  [200, '还剩 3 小时 20 分'],
  [40, '还剩 40 分'],
  [0, '还剩 0 分'],
  [-65, '超过 1 小时 5 分'],
])('%d minutes -> %s', (minutes, words) => {
  expect(sayMinutesLeft(minutes)).toBe(words);
});

test('any events in any order -> what is late is not done, what is due comes last of its reminders', () => {
  const anyEvent = fc.record({
    minutes: fc.integer({ min: 0, max: 3000 }),
    type: fc.constantFrom('informed', 'briefed', 'noted'),
  });
  fc.assert(
    fc.property(
      fc.constantFrom<OpinionGravity>('extreme', 'major', 'general'),
      fc.array(anyEvent),
      fc.nat(3000),
      (gravity, rest, now) => {
        const events = [noticed(gravity), ...rest.map(({ minutes, type }) => at(minutes, type as 'informed'))];
        const clock = opinionClock(events, HOURS, after(now));
        for (const { state, doneAt, minutesLeft } of clock.duties) {
          expect(state === 'late' || state === 'waiting' ? doneAt : null).toBeNull();
          if (minutesLeft !== null) expect(state.endsWith('late')).toBe(minutesLeft < 0);
        }
        const reminders = opinionReminders(clock, after(0));
        for (const duty of ['inform', 'brief'] as const) {
          const own = reminders.filter(one => one.duty === duty);
          if (own.length > 0) expect(own.at(-1)!.step).toBe('due');
        }
      },
    ),
  );
});
