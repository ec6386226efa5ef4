import fc from 'fast-check';
import { addDays, addWorkingDays, countWorkingDaysBetween, fromDayNumber, toDayNumber } from '../calendar';
import { allowedEvents, nextState } from '../state-machines';
import { checkEnquiryEvent } from './check-enquiry-event';
import { enquiryClock, enquiryStatus } from './enquiry-clock';
import { enquiryMachine, type EnquiryEvent, type EnquiryEventType, type EnquiryStatus } from './enquiry-events';

const LIMITS = { acceptWorkingDays: 1, reopenWithinDays: 30 };
const at = (on: string, type: EnquiryEventType, workingDays = 5): EnquiryEvent =>
  type === 'submitted' || type === 'accepted' ? { type, on, workingDays } : { type, on };
const clockOf = (...events: EnquiryEvent[]) => enquiryClock(events, LIMITS);
const PATH = ['accepted', 'assigned', 'drafted', 'answered'] as const;
/** A message of this day that came so far, all on the same day. */
const until = (on: string, last: (typeof PATH)[number]) => [
  at(on, 'submitted'),
  ...PATH.slice(0, PATH.indexOf(last) + 1).map(type => at(on, type)),
];

describe('enquiry clock', () => {
  test('a question before National Day -> five working days over the holiday and the make-up day, accepted by the next', () => {
    expect(clockOf(at('2026-09-29', 'submitted'))).toMatchObject({
      status: 'submitted',
      startedOn: '2026-09-29',
      dueOn: '2026-10-12',
      provisional: false,
      nextStep: { who: 'office', by: '2026-09-30' },
      isReopened: false,
    });
  });

  test.each<[EnquiryStatus, EnquiryEventType[], string, string | null]>([
    ['accepted', ['accepted'], 'office', '2026-11-17'],
    ['assigned', ['accepted', 'assigned'], 'unit', '2026-11-23'],
    ['drafted', ['accepted', 'assigned', 'drafted'], 'reviewer', '2026-11-23'],
    ['assigned', ['accepted', 'assigned', 'drafted', 'sentBack'], 'unit', '2026-11-23'],
    ['with_hotline', ['accepted', 'handedOn'], 'office', '2026-11-23'],
    ['with_hotline', ['accepted', 'assigned', 'handedOn'], 'office', '2026-11-23'],
    ['accepted', ['accepted', 'handedOn', 'takenBack'], 'office', '2026-11-17'],
    ['answered', ['accepted', 'assigned', 'drafted', 'answered'], 'nobody', null],
    ['answered', ['accepted', 'assigned', 'drafted', 'answered', 'published', 'rated'], 'nobody', null],
    ['not_ours', ['notOurs'], 'nobody', null],
    ['withdrawn', ['withdrawn'], 'nobody', null],
  ])('%s after %j -> %s acts', (status, types, who, by) => {
    const clock = clockOf(at('2026-11-16', 'submitted'), ...types.map(type => at('2026-11-16', type)));
    expect(clock).toMatchObject({ status, nextStep: { who, by } });
  });

  test('accepted as another kind -> its days, from the same day', () => {
    expect(clockOf(at('2026-11-16', 'submitted', 5), at('2026-11-17', 'accepted', 13)).dueOn).toBe('2026-12-03');
  });

  test('opened again -> counted anew from that day, to be assigned by the next', () => {
    expect(clockOf(...until('2026-11-16', 'answered'), at('2026-11-20', 'reopened'))).toMatchObject({
      status: 'accepted',
      startedOn: '2026-11-20',
      dueOn: '2026-11-27',
      nextStep: { who: 'office', by: '2026-11-23' },
      isReopened: true,
    });
  });

  test('over the turn of a year whose notice is not known -> provisional', () => {
    expect(clockOf(at('2026-12-30', 'submitted', 13)).provisional).toBe(true);
  });

  test('nothing submitted -> RangeError', () => {
    expect(() => clockOf(at('2026-11-16', 'accepted'))).toThrow(RangeError);
    expect(() => clockOf()).toThrow(RangeError);
  });
});

describe('what may follow', () => {
  const refusalOf = (events: EnquiryEvent[], next: EnquiryEvent) =>
    checkEnquiryEvent(events, next, LIMITS)?.code ?? null;
  const answered = until('2026-11-16', 'answered');

  test.each<[string, EnquiryEvent[], EnquiryEvent, string | null]>([
    [
      'assigned before it is accepted',
      until('2026-11-16', 'accepted').slice(0, 1),
      at('2026-11-16', 'assigned'),
      'enquiry.order',
    ],
    ['answered without a review', until('2026-11-16', 'assigned'), at('2026-11-16', 'answered'), 'enquiry.order'],
    ['handed on before it is accepted', [at('2026-11-16', 'submitted')], at('2026-11-16', 'handedOn'), 'enquiry.order'],
    ['handed on when it is drafted', until('2026-11-16', 'drafted'), at('2026-11-16', 'handedOn'), 'enquiry.order'],
    [
      'answered while the hotline has it',
      [...until('2026-11-16', 'assigned'), at('2026-11-16', 'handedOn')],
      at('2026-11-17', 'drafted'),
      'enquiry.order',
    ],
    ['a day before the last', until('2026-11-16', 'accepted'), at('2026-11-15', 'assigned'), 'enquiry.backwards'],
    ['assigned to others', until('2026-11-16', 'assigned'), at('2026-11-17', 'assigned'), null],
    ['rated', answered, at('2026-11-17', 'rated'), null],
    ['rated twice', [...answered, at('2026-11-17', 'rated')], at('2026-11-18', 'rated'), 'enquiry.rated_once'],
    ['opened again on the last day', answered, at('2026-12-16', 'reopened'), null],
    ['opened again a day late', answered, at('2026-12-17', 'reopened'), 'enquiry.reopen_late'],
    ['withdrawn after the answer', answered, at('2026-11-17', 'withdrawn'), 'enquiry.order'],
  ])('%s', (_, events, next, code) => {
    expect(refusalOf(events, next)).toBe(code);
  });

  test('answered a second time -> rated again, not opened again', () => {
    const again = [
      ...[...answered, at('2026-11-17', 'rated'), at('2026-11-17', 'reopened'), at('2026-11-18', 'assigned')],
      ...[at('2026-11-18', 'drafted'), at('2026-11-18', 'answered')],
    ];
    expect(refusalOf(again, at('2026-11-19', 'rated'))).toBeNull();
    expect(refusalOf(again, at('2026-11-19', 'reopened'))).toBe('enquiry.reopened_once');
  });

  test('not ours -> may be disputed once, and is rated', () => {
    const sent = [at('2026-11-16', 'submitted'), at('2026-11-16', 'notOurs')];
    expect(refusalOf(sent, at('2026-11-17', 'reopened'))).toBeNull();
    expect(refusalOf(sent, at('2026-11-17', 'rated'))).toBeNull();
  });
});

describe('properties', () => {
  const anyDate = fc.integer({ min: toDayNumber('2019-01-01'), max: toDayNumber('2028-06-30') }).map(fromDayNumber);
  const types = Object.keys(enquiryMachine.submitted).concat(
    ...Object.values(enquiryMachine).map(row => Object.keys(row)),
  ) as EnquiryEventType[];
  const anySteps = fc.array(fc.record({ type: fc.constantFrom(...types), gap: fc.integer({ min: 0, max: 40 }) }), {
    maxLength: 14,
  });

  test('any list of events kept out or let in -> the machine allows each step, one reopening at most, the due date is never before the start', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 20 }), anySteps, (on, workingDays, steps) => {
        const events: EnquiryEvent[] = [{ type: 'submitted', on, workingDays }];
        let day = on;
        for (const { type, gap } of steps) {
          const next = at(addDays(day, gap), type, workingDays);
          const allowed = nextState(enquiryMachine, enquiryStatus(events), type) !== null;
          if (checkEnquiryEvent(events, next, LIMITS) !== null) continue;
          expect(allowed).toBe(true);
          events.push(next);
          day = next.on;
        }
        const clock = enquiryClock(events, LIMITS);
        expect(events.filter(({ type }) => type === 'reopened').length).toBeLessThanOrEqual(1);
        expect(clock.dueOn).toBe(addWorkingDays(clock.startedOn, workingDays).date);
        expect(countWorkingDaysBetween(clock.startedOn, clock.dueOn)).toBe(workingDays);
        expect(clock.nextStep.by === null).toBe(['answered', 'not_ours', 'withdrawn'].includes(clock.status));
      }),
    );
  });

  test('the machine: every state is reached, only what was taken back is final', () => {
    const seen = new Set<EnquiryStatus>(['submitted']);
    for (const state of seen)
      for (const event of allowedEvents(enquiryMachine, state)) seen.add(nextState(enquiryMachine, state, event)!);
    expect([...seen].sort()).toEqual(Object.keys(enquiryMachine).sort());
    expect([...seen].filter(state => allowedEvents(enquiryMachine, state).length === 0)).toEqual(['withdrawn']);
  });
});
