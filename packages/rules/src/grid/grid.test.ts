import { coveragePercent, scoreOf, hiddenCells } from './coverage';
import { nextVisit, type DoorHistory } from './next-visit';
import { countsFor, whenTaken } from './when-taken';

const at = (text: string) => Date.parse(text);
const HOUR = 3_600_000;

describe('when something was taken down', () => {
  const receivedAt = at('2026-11-16T10:00:00Z');
  test.each([
    [
      'a right clock -> its time',
      { phoneTime: at('2026-11-16T08:00:00Z'), offset: 0 },
      '2026-11-16T08:00:00.000Z',
      false,
    ],
    [
      'a clock an hour slow -> corrected',
      { phoneTime: at('2026-11-16T07:00:00Z'), offset: HOUR },
      '2026-11-16T08:00:00.000Z',
      false,
    ],
    [
      'a clock a day fast -> not after its arrival',
      { phoneTime: at('2026-11-17T09:00:00Z'), offset: 0 },
      '2026-11-16T10:00:00.000Z',
      false,
    ],
    [
      'under way for four days, three allowed -> late',
      { phoneTime: at('2026-11-12T10:00:00Z'), offset: 0 },
      '2026-11-12T10:00:00.000Z',
      true,
    ],
    [
      'under way for exactly three days -> not late',
      { phoneTime: at('2026-11-13T10:00:00Z'), offset: 0 },
      '2026-11-13T10:00:00.000Z',
      false,
    ],
  ])('%s', (_, phone, expected, isLate) => {
    const taken = whenTaken({ ...phone, receivedAt }, 72);
    expect([new Date(taken.at).toISOString(), taken.isLate]).toEqual([expected, isLate]);
  });

  test.each([
    ['said before the end, arrived a day later -> counts', '2026-11-15T09:00:00Z', '2026-11-15T16:00:00Z', true],
    ['said after the end -> does not', '2026-11-15T17:00:00Z', '2026-11-15T16:00:00Z', false],
    ['said at the very end -> does not', '2026-11-15T16:00:00Z', '2026-11-15T16:00:00Z', false],
    [
      'said before the end, arrived longer after it than allowed -> does not',
      '2026-11-10T09:00:00Z',
      '2026-11-12T16:00:00Z',
      false,
    ],
  ])('%s', (_, said, closes, expected) => {
    expect(countsFor(at(closes), { phoneTime: at(said), offset: 0, receivedAt }, 72)).toBe(expected);
  });
});

describe('the next visit', () => {
  const last = (reaction: 'knew' | 'not_home', followUpOn: string | null = null): DoorHistory['last'] => ({
    on: '2026-11-16',
    reaction,
    followUpOn,
  });
  test.each([
    [
      'promised for a day -> that day, whatever else',
      30,
      last('not_home', '2026-11-20'),
      { on: '2026-11-20', why: 'follow_up' },
    ],
    ['nobody at home -> tried again', null, last('not_home'), { on: '2026-11-18', why: 'not_home' }],
    ['every thirty days, seen -> thirty days on', 30, last('knew'), { on: '2026-12-16', why: 'regular' }],
    ['every thirty days, never seen -> since it stands in the list', 30, null, { on: '2026-11-01', why: 'regular' }],
    ['nothing asked for, seen -> nothing', null, last('knew'), null],
    ['nothing asked for, never seen -> nothing', null, null, null],
  ])('%s', (_, visitEveryDays, history, expected) => {
    expect(nextVisit({ visitEveryDays, last: history }, 2, '2026-11-01')).toEqual(expected);
  });
});

describe('coverage', () => {
  test.each([
    ['none is small', [5, 20], [null, null]],
    ['one small: could be worked out -> the next smallest too', [24, 18, 3], [null, 'beside', 'few']],
    ['two small with five doors together: cannot', [24, 3, 2], [null, 'few', 'few']],
    ['two small with four: could', [24, 3, 1], ['beside', 'few', 'few']],
    ['nothing beside it', [4], ['few']],
    ['no doors: nothing to work out', [24, 0], [null, 'few']],
  ])('cells that are not shown: %s', (_, doors, expected) => {
    expect(hiddenCells(doors.map(count => ({ doors: count })))).toEqual(expected);
  });

  const steps = [
    { atLeast: 85, points: 6 },
    { atLeast: 95, points: 10 },
    { atLeast: 90, points: 8 },
  ];
  test.each([
    [{ doors: 100, reached: 95 }, 95, 10],
    [{ doors: 10_000, reached: 9_499 }, 94.9, 8],
    [{ doors: 100, reached: 90 }, 90, 8],
    [{ doors: 100, reached: 85 }, 85, 6],
    [{ doors: 100, reached: 84 }, 84, 0],
    [{ doors: 0, reached: 0 }, null, 0],
  ])('%j -> %p per cent, %d points', (cell, percent, points) => {
    expect([coveragePercent(cell), scoreOf(coveragePercent(cell), steps)]).toEqual([percent, points]);
  });
});
