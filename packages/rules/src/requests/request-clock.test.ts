import { addDays } from '../calendar';
import { requestBreaches } from './request-breaches';
import { checkRequestEvent, requestClock } from './request-clock';
import type { RequestEvent } from './request-events';
import { allowedRequestEvents, nextRequestTarget, requestTransitions } from './request-transitions';

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

const excess: [RequestEvent & { type: 'reasonsAsked' }, RequestEvent] = [
  { type: 'reasonsAsked', on: '2026-11-04', deadline: '2026-11-13' },
  { type: 'reasonsGiven', on: '2026-11-06' },
];

describe('request clock', () => {
  test.each([
    ['2025-01-20', '2025-02-21', '2025-03-21', false],
    ['2026-02-10', '2026-03-16', '2026-04-14', false],
    ['2026-09-18', '2026-10-22', '2026-11-19', false],
    ['2026-09-20', '2026-10-23', '2026-11-20', false],
    ['2026-11-16', '2026-12-14', '2027-01-12', true],
  ])('received %s -> due %s; extended by 20 -> %s, provisional %p', (on, dueOn, later, provisional) => {
    expect(requestClock(received(on))).toMatchObject({
      receivedOn: on,
      dueOn,
      status: 'in_progress',
      provisional: false,
    });
    expect(requestClock(received(on, extended(addDays(on, 9))))).toMatchObject({
      dueOn: later,
      status: 'extended',
      provisional,
    });
  });

  test('submitted on Friday, not registered -> no dates, the office has until the end of the next working day', () => {
    const clock = requestClock([{ type: 'submitted', on: '2026-11-20' }]);
    expect(clock).toMatchObject({
      receivedOn: null,
      dueOn: null,
      days: [],
      status: 'awaiting_confirmation',
      paused: null,
    });
    expect(clock.nextStep).toMatchObject({ who: 'office', by: '2026-11-23' });
    expect(clock.explanation).toContain('登记确认之日为收到日期');
  });

  test('registered on a Saturday -> that day is the day of receipt, Monday is day 1', () => {
    const clock = requestClock([
      { type: 'submitted', on: '2026-11-20' },
      { type: 'registered', on: '2026-11-21' },
    ]);
    expect(clock.days.slice(0, 3).map(day => [day.date, day.kind])).toEqual([
      ['2026-11-21', 'received'],
      ['2026-11-22', 'off'],
      ['2026-11-23', 'counted'],
    ]);
    expect(clock.days.at(-1)).toMatchObject({ date: clock.dueOn, kind: 'due', counted: true });
  });

  test('over the autumn holidays -> make-up days count and are marked', () => {
    const { days, explanation } = requestClock(received('2026-09-18'));
    expect(days.filter(day => day.kind === 'makeup').map(day => day.date)).toEqual(['2026-09-20', '2026-10-10']);
    expect(days.filter(day => day.counted)).toHaveLength(20);
    expect(explanation).toContain('调休上班2天计入');
    expect(explanation).toContain('第20个工作日为2026年10月22日');
  });

  test('third party asked on Monday, answered on Thursday -> Monday counts, Tuesday to Thursday do not', () => {
    const clock = requestClock(received('2026-11-02', asked('2026-11-09'), answered('2026-11-12')));
    expect(clock.days.filter(day => day.kind === 'paused').map(day => day.date)).toEqual([
      '2026-11-10',
      '2026-11-11',
      '2026-11-12',
    ]);
    expect(clock).toMatchObject({ dueOn: '2026-12-03', status: 'in_progress', paused: null });
    expect(requestClock(received('2026-11-02')).dueOn).toBe('2026-11-30');
  });

  test('third party not answered yet -> paused, due date assumes the 15th working day, and says so', () => {
    const clock = requestClock(received('2026-11-02', asked('2026-11-09')));
    expect(clock).toMatchObject({
      status: 'paused',
      paused: { kind: 'thirdParty', since: '2026-11-09', until: '2026-11-30' },
      dueOn: '2026-12-21',
      nextStep: { who: 'thirdParty', by: '2026-11-30' },
    });
    expect(clock.explanation).toContain('以对方在期限最后一日答复为前提');
  });

  test('two letters at once -> paused until the last answer, overlapping days taken once', () => {
    const one = [asked('2026-11-09', 'a'), answered('2026-11-11', 'a')];
    const both: RequestEvent[] = [
      asked('2026-11-09', 'a'),
      { type: 'otherAgencyAsked', on: '2026-11-10' },
      answered('2026-11-11', 'a'),
    ];
    expect(requestClock(received('2026-11-02', ...both)).status).toBe('paused');
    const done = requestClock(received('2026-11-02', ...both, { type: 'otherAgencyAnswered', on: '2026-11-12' }));
    expect(done).toMatchObject({ status: 'in_progress', dueOn: '2026-12-03' });
    expect(requestClock(received('2026-11-02', ...one)).dueOn).toBe('2026-12-02');
  });

  test('correction: asked -> no due date; corrected -> the count starts anew', () => {
    const events = received('2026-11-02', { type: 'correctionAsked', on: '2026-11-04', deadline: '2026-11-18' });
    expect(requestClock(events)).toMatchObject({
      status: 'awaiting_correction',
      dueOn: null,
      paused: { kind: 'correction', until: '2026-11-18' },
      nextStep: { who: 'applicant', by: '2026-11-18' },
    });
    const corrected = requestClock([...events, { type: 'corrected', on: '2026-11-16' }]);
    expect(corrected).toMatchObject({ receivedOn: '2026-11-16', dueOn: '2026-12-14', status: 'in_progress' });
    expect(corrected.days[0]).toMatchObject({ kind: 'received', reason: '收到补正当日不计' });
    expect(requestClock([...events, { type: 'correctionLapsed', on: '2026-11-19' }])).toMatchObject({
      status: 'lapsed',
      nextStep: { who: 'nobody' },
    });
  });

  test('correction awaited -> the days counted so far and that it starts anew, no pause of days still to come', () => {
    const events = received('2026-11-02', { type: 'correctionAsked', on: '2026-11-04', deadline: '2026-11-18' });
    expect(requestClock(events).explanation).toBe(
      '2026年11月2日收到申请，当日不计；到2026年11月4日算了2个工作日。收到补正后的申请之日起，重新计算答复期限。',
    );
    const atOnce = received('2026-11-02', { type: 'correctionAsked', on: '2026-11-02', deadline: '2026-11-18' });
    expect(requestClock(atOnce).explanation).toContain('算了0个工作日');
    const lapsed = requestClock([...events, { type: 'correctionLapsed', on: '2026-11-19' }]);
    expect(lapsed.explanation).toBe('2026年11月2日收到申请，当日不计；到2026年11月4日算了2个工作日。');
    const answered = requestClock([...events, { type: 'corrected', on: '2026-11-16' }]);
    expect(answered.explanation).not.toContain('算了');
  });

  test('fee: noticed -> waits for the applicant; paid -> 20 working days from the next one', () => {
    const events = received('2026-11-02', { type: 'feeNoticed', on: '2026-11-09' });
    expect(requestClock(events)).toMatchObject({
      status: 'paused',
      dueOn: null,
      paused: { kind: 'fee', until: '2026-12-07' },
    });
    expect(requestClock([...events, { type: 'feePaid', on: '2026-11-16' }])).toMatchObject({
      status: 'in_progress',
      receivedOn: '2026-11-16',
      dueOn: '2026-12-14',
    });
    expect(requestClock([...events, { type: 'feeLapsed', on: '2026-12-08' }]).status).toBe('lapsed');
    // Taken back: as if it had never gone out.
    const { dueOn } = requestClock(received('2026-11-02'));
    expect(requestClock([...events, { type: 'feeDropped', on: '2026-11-16' }])).toMatchObject({
      ...{ status: 'in_progress', dueOn, paused: null },
      nextStep: { who: 'office', by: dueOn },
    });
  });

  test.each<[string, RequestEvent[], string]>([
    ['nothing', [], '没有任何记录'],
    ['no submission', [{ type: 'registered', on: '2026-11-02' }], '还没有提交'],
    [
      'decided before registration',
      [
        { type: 'submitted', on: '2026-11-02' },
        { type: 'decided', on: '2026-11-03', kind: 'granted' },
      ],
      '待登记确认',
    ],
    ['extended twice', received('2026-11-02', extended('2026-11-05', 5), extended('2026-11-06', 5)), '不能进行'],
    [
      'extended twice around a pause',
      received('2026-11-02', extended('2026-11-05', 5), asked('2026-11-06'), extended('2026-11-09', 5)),
      '只能延长一次',
    ],
    ['extended by 21', received('2026-11-02', extended('2026-11-05', 21)), '不得超过20个工作日'],
    [
      'extended by nobody',
      received('2026-11-02', { type: 'extended', on: '2026-11-05', workingDays: 5, approvedBy: ' ' }),
      '负责人同意',
    ],
    [
      'an answer nobody asked for',
      received('2026-11-02', asked('2026-11-05', 'a'), answered('2026-11-06', 'b')),
      '没有发出过',
    ],
    ['the same letter twice', received('2026-11-02', asked('2026-11-05'), asked('2026-11-06')), '正在等待答复'],
    [
      'a fee paid that nobody asked for',
      received('2026-11-02', asked('2026-11-05'), { type: 'feePaid', on: '2026-11-06' }),
      '没有待缴',
    ],
    [
      'lapsed on the last day',
      received(
        '2026-11-02',
        { type: 'correctionAsked', on: '2026-11-03', deadline: '2026-11-10' },
        { type: 'correctionLapsed', on: '2026-11-10' },
      ),
      '还没有届满',
    ],
    [
      'anything after the decision',
      received(
        '2026-11-02',
        { type: 'decided', on: '2026-11-05', kind: 'granted' },
        { type: 'withdrawn', on: '2026-11-06' },
      ),
      '已答复',
    ],
    [
      'more time without reasons',
      received('2026-11-02', { type: 'delayed', on: '2026-11-09', workingDays: 5, approvedBy: '主任' }),
      '说明理由以后',
    ],
    [
      'more time than is reasonable',
      received('2026-11-02', ...excess, { type: 'delayed', on: '2026-11-09', workingDays: 61, approvedBy: '主任' }),
      '1到60个工作日',
    ],
    [
      'more time, by nobody',
      received('2026-11-02', ...excess, { type: 'delayed', on: '2026-11-09', workingDays: 5, approvedBy: ' ' }),
      '负责人同意',
    ],
    [
      'more time twice',
      received(
        '2026-11-02',
        ...excess,
        { type: 'delayed', on: '2026-11-09', workingDays: 5, approvedBy: '主任' },
        { type: 'delayed', on: '2026-11-10', workingDays: 5, approvedBy: '主任' },
      ),
      '已经确定过',
    ],
    ['reasons asked for twice', received('2026-11-02', excess[0], { ...excess[0], on: '2026-11-05' }), '已经要求过'],
    ['reasons nobody asked for', received('2026-11-02', { type: 'reasonsGiven', on: '2026-11-05' }), '没有要求过'],
    [
      'reasons to be given at once',
      received('2026-11-02', { type: 'reasonsAsked', on: '2026-11-05', deadline: '2026-11-05' }),
      '应晚于',
    ],
    [
      'silence while there is still time',
      received('2026-11-02', asked('2026-11-09'), { type: 'thirdPartySilent', on: '2026-11-30' }),
      '还没有届满',
    ],
    [
      'silence of whom nobody asked',
      received('2026-11-02', asked('2026-11-09'), { type: 'otherAgencySilent', on: '2026-12-30' }),
      '没有发出过',
    ],
    [
      'a letter that arrived twice',
      received(
        '2026-11-02',
        asked('2026-11-09'),
        { type: 'thirdPartyServed', on: '2026-11-10' },
        { type: 'thirdPartyServed', on: '2026-11-11' },
      ),
      '签收日期已经登记过',
    ],
    ['a date that is none', received('2026-11-31'), '2026-11-31'],
  ])('illegal: %s -> RangeError that says why', (_, events, message) => {
    expect(() => requestClock(events)).toThrow(RangeError);
    expect(() => requestClock(events)).toThrow(message);
  });

  test('correction asked twice -> refused with its article', () => {
    const events = received(
      '2026-11-02',
      { type: 'correctionAsked', on: '2026-11-03', deadline: '2026-11-10' },
      { type: 'corrected', on: '2026-11-09' },
    );
    const again: RequestEvent = { type: 'correctionAsked', on: '2026-11-10', deadline: '2026-11-17' };
    expect(checkRequestEvent(events, again)).toMatchObject({ code: 'request.correction_twice' });
    expect(checkRequestEvent(events, { type: 'withdrawn', on: '2026-11-10' })).toBeNull();
    expect(checkRequestEvent(events, { type: 'withdrawn', on: '2026-11-01' })).toMatchObject({ code: 'request.state' });
  });

  test('what others did and the office learns of later -> put where it happened, when all since then still holds', () => {
    const events = received('2026-11-02', asked('2026-11-09', 'a'), asked('2026-11-12', 'b'));
    expect(checkRequestEvent(events, answered('2026-11-10', 'a'))).toBeNull();
    expect(requestClock([...events, answered('2026-11-10', 'a')]).questions).toMatchObject([{ ref: 'b' }]);
    expect(checkRequestEvent(events, answered('2026-11-08', 'a'))).toMatchObject({ code: 'request.state' });
    expect(checkRequestEvent(events, answered('2026-11-11', 'b'))).toMatchObject({ code: 'request.question_unknown' });
    expect(checkRequestEvent(events, extended('2026-11-10'))).toMatchObject({
      message: expect.stringContaining('早于'),
    });
  });

  test('a letter out -> an open question with the last day of an answer, later when it arrived later', () => {
    const events = received('2026-11-02', asked('2026-11-09', 'a'));
    expect(requestClock(events).questions).toEqual([
      { kind: 'thirdParty', ref: 'a', since: '2026-11-09', servedOn: null, deadline: '2026-11-30' },
    ]);
    const served = requestClock([...events, { type: 'thirdPartyServed', on: '2026-11-12', ref: 'a' }]);
    expect(served.questions).toMatchObject([{ servedOn: '2026-11-12', deadline: '2026-12-03' }]);
    expect(served.nextStep).toMatchObject({ who: 'thirdParty', by: '2026-12-03' });
  });

  test('counted anew -> the days before are kept, each with why and where it is written', () => {
    const { earlier, days } = requestClock(
      received(
        '2026-11-02',
        { type: 'correctionAsked', on: '2026-11-04', deadline: '2026-11-18' },
        { type: 'corrected', on: '2026-11-06' },
      ),
    );
    expect(earlier).toEqual([
      [
        { date: '2026-11-02', counted: false, reason: '收到当日不计', article: '条例第三十一条', kind: 'received' },
        expect.objectContaining({ date: '2026-11-03', counted: true, article: '条例第三十三条第二款' }),
        expect.objectContaining({ date: '2026-11-04', counted: true }),
        expect.objectContaining({ date: '2026-11-05', kind: 'paused', article: '条例第三十条' }),
      ],
    ]);
    expect(days[0]).toMatchObject({ date: '2026-11-06', article: '条例第三十条' });
  });

  test('days 21 and later -> say by which article', () => {
    const more: RequestEvent = { type: 'delayed', on: '2026-11-10', workingDays: 2, approvedBy: '主任' };
    const { days, explanation } = requestClock(received('2026-11-02', ...excess, extended('2026-11-09', 1), more));
    expect(
      days
        .filter(day => day.counted)
        .map(day => day.article)
        .slice(19),
    ).toEqual(['条例第三十三条第二款', '条例第三十三条第二款', '条例第三十五条', '条例第三十五条']);
    expect(explanation).toContain('按条例第三十五条延迟2个工作日；第23个工作日为2026年12月3日');
  });

  test('reasons awaited -> the office keeps its day, the applicant has one too', () => {
    const { nextStep } = requestClock(received('2026-11-02', excess[0]));
    expect(nextStep).toMatchObject({ who: 'office', by: '2026-11-30' });
    expect(nextStep.what).toContain('2026年11月13日前（含当日）说明申请的理由，期限照常计算');
  });

  test('breaches: each step after its time -> named with the last day it had', () => {
    const events: RequestEvent[] = [
      { type: 'submitted', on: '2026-11-02' },
      { type: 'registered', on: '2026-11-04' },
      { type: 'correctionAsked', on: '2026-11-16', deadline: '2026-11-20' },
      { type: 'corrected', on: '2026-11-18' },
      { type: 'decided', on: '2026-12-17', kind: 'granted' },
    ];
    expect(requestBreaches(events).map(({ code, dueOn }) => [code, dueOn])).toEqual([
      ['registration_late', '2026-11-03'],
      ['correction_notice_late', '2026-11-13'],
      ['decision_late', '2026-12-16'],
    ]);
    expect(requestBreaches(received('2026-11-02', extended('2026-12-01')))).toMatchObject([{ code: 'extension_late' }]);
    expect(requestBreaches(received('2026-11-02', extended('2026-11-30')))).toEqual([]);
  });
});

describe('request transitions', () => {
  test('closed statuses -> nothing is allowed', () => {
    for (const status of ['decided', 'withdrawn', 'lapsed'] as const) expect(allowedRequestEvents(status)).toEqual([]);
  });

  test('every open status -> can be withdrawn', () => {
    const open = Object.entries(requestTransitions).filter(([, events]) => Object.keys(events).length > 0);
    for (const [, events] of open) expect(events.withdrawn).toBe('withdrawn');
    expect(open).toHaveLength(5);
  });

  test('registration -> starts the work, once', () => {
    expect(nextRequestTarget('awaiting_confirmation', 'registered')).toBe('in_progress');
    expect(nextRequestTarget('in_progress', 'registered')).toBeNull();
  });
});
