import {
  recordOutcomes,
  recordResultText,
  refusedRecordAnswer,
  type RecordAnswer,
  type RequestKind,
} from './record-outcomes';
import { isStepOf } from './record-steps';
import { remedyText } from './remedy';
import { requestClock } from './request-clock';
import type { RequestEvent } from './request-events';

const limit = { workingDays: 5, why: '法律没有规定，这是内部期限，待本机关确认。' };
const filed: RequestEvent[] = [
  { type: 'submitted', on: '2026-11-02', limit },
  { type: 'registered', on: '2026-11-03' },
];
const answer = (changes: Partial<RecordAnswer> = {}): RecordAnswer => ({
  ...{ kinds: ['record_corrected'], text: '出生月份已经改成八月。', findings: '和户口登记不一样' },
  ...changes,
});

describe('a correction of one’s own record (Art. 41)', () => {
  test.each<[string, RequestKind, RecordAnswer, string | null]>([
    ['corrected, with findings', 'record_correction', answer(), null],
    ['no findings', 'record_correction', answer({ findings: undefined }), 'findings'],
    ['an answer for information', 'record_correction', answer({ kinds: ['granted'] }), 'kinds'],
    ['two results', 'record_correction', answer({ kinds: ['record_corrected', 'record_not_corrected'] }), 'kinds'],
    ['passed on to nobody', 'record_correction', answer({ kinds: ['record_passed_on'] }), 'agency'],
    ['passed on', 'record_correction', answer({ kinds: ['record_passed_on'], agency: '区民政局' }), null],
    ['corrected by somebody else', 'record_correction', answer({ agency: '区民政局' }), 'agency'],
    ['a result of Art. 41', 'information', answer(), 'kinds'],
    ['findings', 'information', { kinds: ['granted'], text: '给你。', findings: '有' }, 'kinds'],
    ['an answer', 'information', { kinds: ['granted'], text: '给你。' }, null],
  ])('%s, to %s -> refused at the right field, or not', (_, kind, given, field) =>
    expect(refusedRecordAnswer(kind, given)?.field ?? null).toBe(field),
  );

  test.each<[RecordAnswer, string | null]>([
    [answer(), '予以更正：出生月份已经改成八月'],
    [answer({ kinds: ['record_not_corrected'], text: '没有证据' }), '不予更正，理由是：没有证据'],
    [
      answer({ kinds: ['record_passed_on'], agency: '区民政局', text: '11月9日转出。' }),
      '本机关没有更正的权限，已经转送有权更正的区民政局：11月9日转出',
    ],
    [
      answer({ kinds: ['record_told_where'], agency: '市公安局', text: '带户口本去' }),
      '本机关没有更正的权限，请向有权更正的市公安局提出：带户口本去',
    ],
    [{ kinds: ['granted'], text: '给你。' }, null],
  ])('result as the letter says it: %#', (given, words) => expect(recordResultText(given)).toBe(words));

  test.each(Object.keys(recordOutcomes) as (keyof typeof recordOutcomes)[])('%s -> its letter tells a way on', code =>
    expect(
      remedyText(code, { reviewOrgan: '区政府', reviewAddress: '某路', court: '法院', courtAddress: '某路' }),
    ).toContain('60日内'),
  );

  test('clock: with a period of the office’s own -> that many working days, said to be so, on every day', () => {
    const { dueOn, explanation, days } = requestClock(filed);
    expect(dueOn).toBe('2026-11-10');
    expect(explanation).toContain('第5个工作日为2026年11月10日');
    expect(explanation).toContain(limit.why);
    expect(new Set(days.map(({ article }) => article))).toEqual(new Set(['本机关的内部期限']));
    expect(requestClock(filed.slice(0, 1)).explanation).toContain(limit.why);
  });

  test('steps: what is written for requests for information -> none of this kind', () => {
    expect((['registered', 'decided', 'withdrawn'] as const).every(type => isStepOf('record_correction', type))).toBe(
      true,
    );
    expect(
      (['correctionAsked', 'extended', 'thirdPartyAsked', 'reasonsAsked', 'feeNoticed'] as const).some(type =>
        isStepOf('record_correction', type),
      ),
    ).toBe(false);
    expect(isStepOf('information', 'feeNoticed')).toBe(true);
  });
});
