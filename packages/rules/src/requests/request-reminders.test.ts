import { requestClock } from './request-clock';
import type { RequestEvent } from './request-events';
import { requestReminders } from './request-reminders';

const received: RequestEvent[] = [
  { type: 'submitted', on: '2026-11-02' },
  { type: 'registered', on: '2026-11-02' },
];
const remindersOf = (...more: RequestEvent[]) => requestReminders(requestClock([...received, ...more]));

describe('request reminders', () => {
  test('20 working days -> after half, with five and two left, on the last day', () => {
    expect(remindersOf()).toEqual([
      { on: '2026-11-16', step: 'half' },
      { on: '2026-11-23', step: 'five' },
      { on: '2026-11-26', step: 'two' },
      { on: '2026-11-30', step: 'due' },
    ]);
  });

  test('extended -> half of the longer time', () => {
    const longer = remindersOf({ type: 'extended', on: '2026-11-20', workingDays: 20, approvedBy: '主任' });
    expect(longer.map(({ on, step }) => `${step} ${on}`)).toEqual([
      'half 2026-11-30',
      'five 2026-12-21',
      'two 2026-12-24',
      'due 2026-12-28',
    ]);
  });

  test('somebody else has to act, or it is over -> none', () => {
    expect(remindersOf({ type: 'thirdPartyAsked', on: '2026-11-09' })).toEqual([]);
    expect(remindersOf({ type: 'correctionAsked', on: '2026-11-04', deadline: '2026-11-18' })).toEqual([]);
    expect(remindersOf({ type: 'decided', on: '2026-11-04', kind: 'granted' })).toEqual([]);
    expect(requestReminders(requestClock(received.slice(0, 1)))).toEqual([]);
  });
});
