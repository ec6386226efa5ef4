import { nationalCalendar } from '../calendar';
import type { RequestEvent } from '../requests';
import { factsOfCase, type CaseConsultation, type CaseFacts } from './case-facts';
import { lettersOfCase } from './case-letters';
import type { LetterKind } from './letter';

const kinds = (code: string, decisionKinds: LetterKind['decisionKinds']) => ({ code, decisionKinds }) as LetterKind;
const letters = [
  kinds('granted', ['granted']),
  kinds('partial', ['partial']),
  kinds('denied_process', ['denied_process']),
  kinds('denied_third_party', ['denied_third_party']),
  kinds('not_existing', ['not_existing']),
  kinds('lapsed', ['correction_lapsed', 'fee_lapsed']),
  kinds('withdrawal', ['withdrawn']),
  kinds('repeated', ['repeated']),
];
const START: RequestEvent[] = [
  { type: 'submitted', on: '2026-11-02' },
  { type: 'registered', on: '2026-11-03' },
];
const consultation = (changes: Partial<CaseConsultation> = {}): CaseConsultation => ({
  ...{ id: 'q1', kind: 'third_party', askedOn: '2026-11-05', deadline: null },
  ...{ opinion: null, text: null, isSilent: false },
  ...changes,
});
const aCase = (events: readonly RequestEvent[] = [], changes: Partial<CaseFacts> = {}): CaseFacts => ({
  number: '栖公申〔2026〕0007',
  content: { name: '电梯补助明细', documentNumber: null, description: null },
  delivery: '在小程序里提供电子文件',
  events: [...START, ...events].map(fact => ({
    fact,
    note: `为什么${fact.type}`,
    by: fact.type === 'submitted' ? 'applicant' : 'office',
  })),
  ...{ consultations: [], reasons: null, fee: null, searches: [], decision: null, approvedBy: null },
  ...changes,
});
const keysOf = (given: CaseFacts) => lettersOfCase(given, letters).map(({ key }) => key);

describe('lettersOfCase', () => {
  test.each<[string, CaseFacts, string[]]>([
    ['registered only', aCase(), []],
    [
      'correction asked, and given up',
      aCase([
        { type: 'correctionAsked', on: '2026-11-04', deadline: '2026-11-20' },
        { type: 'correctionLapsed', on: '2026-11-23' },
      ]),
      ['correction_notice@correctionAsked', 'lapsed@decided:correction_lapsed'],
    ],
    [
      'a third party and another agency asked',
      aCase([
        { type: 'thirdPartyAsked', on: '2026-11-05', ref: 'q1' },
        { type: 'otherAgencyAsked', on: '2026-11-05', ref: 'q2' },
      ]),
      [
        ...['third_party_consultation@thirdPartyAsked:q1', 'consultation_notice@thirdPartyAsked:q1'],
        ...['agency_consultation@otherAgencyAsked:q2', 'consultation_notice@otherAgencyAsked:q2'],
      ],
    ],
    [
      'extended, then withdrawn',
      aCase([
        { type: 'extended', on: '2026-11-10', workingDays: 10, approvedBy: 's1' },
        { type: 'withdrawn', on: '2026-11-11' },
      ]),
      ['extension_notice@extended', 'withdrawal@decided:withdrawn'],
    ],
    [
      'a part given: its grounds are in the one letter, what does not exist has its own',
      aCase([{ type: 'decided', on: '2026-11-12', kind: 'partial,denied_process,not_existing' }]),
      ['partial@decided:partial', 'not_existing@decided:not_existing'],
    ],
    [
      'disclosed although the third party said no -> they are told',
      aCase([{ type: 'decided', on: '2026-11-12', kind: 'granted' }], {
        consultations: [consultation({ opinion: 'disagree' }), consultation({ id: 'q2', opinion: 'agree' })],
      }),
      ['granted@decided:granted', 'disclosure_notice@decided:q1'],
    ],
    [
      'kept back because of them -> they are not',
      aCase([{ type: 'decided', on: '2026-11-12', kind: 'denied_third_party' }], {
        consultations: [consultation({ opinion: 'disagree' })],
      }),
      ['denied_third_party@decided:denied_third_party'],
    ],
  ])('%s', (_, given, keys) => {
    expect(keysOf(given)).toEqual(['registration@registered', ...keys]);
  });
});

describe('factsOfCase', () => {
  const factsFor = (given: CaseFacts, code: string) =>
    factsOfCase(
      given,
      lettersOfCase(given, letters).find(letter => letter.code === code)!,
      nationalCalendar,
    );

  test('registration -> the day of receipt and the last day of the answer, how it came', () => {
    expect(factsFor(aCase(), 'registration')).toMatchObject({
      ...{ requestNumber: '栖公申〔2026〕0007', subject: '电梯补助明细', channel: '互联网渠道' },
      ...{ receivedOn: '2026-11-03', registeredOn: '2026-11-03', dueOn: '2026-12-01' },
    });
  });

  test('content with a number and a description -> one sentence; written down by staff -> the way is asked', () => {
    const given = aCase([], { content: { name: '办法。', documentNumber: '栖政〔2025〕1号', description: '附件' } });
    expect(factsFor(given, 'registration').subject).toBe('办法。（文号：栖政〔2025〕1号）；附件');
    const spoken = { ...given, events: given.events.map(event => ({ ...event, by: 'office' as const })) };
    expect(factsFor(spoken, 'registration').channel).toBeUndefined();
  });

  test('extension -> the last day before it and after it, why, who agreed', () => {
    const given = aCase([{ type: 'extended', on: '2026-11-10', workingDays: 10, approvedBy: 's1' }], {
      approvedBy: '方清和',
    });
    expect(factsFor(given, 'extension_notice')).toMatchObject({
      ...{ dueOn: '2026-12-01', extendedDueOn: '2026-12-15', extensionDays: '10' },
      ...{ extensionReason: '为什么extended', approvedBy: '方清和' },
    });
  });

  test('delay -> its own letter: why the applicant needed so many, why it takes longer, until when, who agreed', () => {
    const given = aCase(
      [
        { type: 'reasonsAsked', on: '2026-11-04', deadline: '2026-11-13' },
        { type: 'reasonsGiven', on: '2026-11-10' },
        { type: 'delayed', on: '2026-11-12', workingDays: 10, approvedBy: 's1' },
      ],
      { reasons: { items: '今年 27 件', given: '要写论文' }, delayApprovedBy: '方清和' },
    );
    expect(keysOf(given)).toContain('delay_notice@delayed');
    expect(factsFor(given, 'delay_notice')).toMatchObject({
      ...{ delayReason: '为什么delayed', delayDays: '10', delayedDueOn: '2026-12-15', approvedBy: '方清和' },
      ...{ reasonsAskedOn: '2026-11-04', reasonsGiven: '你（单位）说明：要写论文' },
    });
  });

  test('asked before -> the earlier answers, as they were written down; of another kind of answer they say nothing', () => {
    const decided = (kind: string) =>
      aCase([{ type: 'decided', on: '2026-11-12', kind }], {
        ...{ earlierReply: '2026-10-08的答复' },
        decision: { kinds: [kind as 'repeated'], text: '答复过', attachments: [] },
      });
    expect(factsFor(decided('repeated'), 'repeated').earlierReply).toBe('2026-10-08的答复');
    expect(factsFor(decided('granted'), 'granted').earlierReply).toBeUndefined();
  });

  test('fee -> lines, sum and the last day to pay; not paid -> the notice and its day in the letter that ends it', () => {
    const fee = { yuan: 300, lines: [{ text: '31至60页，每页10元', yuan: 300 }], howToPay: '到窗口' };
    const given = aCase(
      [
        { type: 'feeNoticed', on: '2026-11-05' },
        { type: 'feeLapsed', on: '2026-12-04', deadline: '2026-12-03' },
      ],
      { fee },
    );
    expect(factsFor(given, 'fee_notice')).toMatchObject({
      ...{ feeItems: '31至60页，每页10元，300元', feeTotal: '300元', feeDueOn: '2026-12-03', feeWay: '到窗口' },
    });
    expect(factsFor(given, 'lapsed')).toMatchObject({ noticeOn: '2026-11-05', lapsedOn: '2026-12-03' });
  });

  test('consultation -> of what kind to the applicant, their own words to themselves; open -> the last day they have', () => {
    const asked: RequestEvent = { type: 'thirdPartyAsked', on: '2026-11-05', ref: 'q1' };
    const open = aCase([asked], { consultations: [consultation()] });
    expect(factsFor(open, 'third_party_consultation')).toMatchObject({ consultationDueOn: '2026-11-26' });
    expect(factsFor(open, 'consultation_notice')).toMatchObject({ consultedWhom: '第三方', consultedOn: '2026-11-05' });
    const answered = aCase(
      [
        asked,
        { type: 'thirdPartyAnswered', on: '2026-11-09', ref: 'q1' },
        { type: 'decided', on: '2026-11-12', kind: 'granted' },
      ],
      { consultations: [consultation({ opinion: 'disagree', text: '有账号' })] },
    );
    expect(factsFor(answered, 'disclosure_notice').thirdPartyAnswer).toBe('你（单位）不同意公开，理由是：有账号');
    expect(factsFor(answered, 'granted').thirdPartyAnswer).toBe('第三方不同意公开');
  });

  test('answer -> its words as the reason, its grounds as the basis, its files, and where it was looked for', () => {
    const decided: RequestEvent = { type: 'decided', on: '2026-11-12', kind: 'partial,denied_process,not_existing' };
    const given = aCase([decided], {
      decision: { kinds: ['partial', 'denied_process', 'not_existing'], text: '因为', attachments: ['甲', '乙'] },
      searches: [{ on: '2026-11-09', place: '区档案馆', words: '电梯' }],
    });
    expect(factsFor(given, 'partial')).toMatchObject({
      ...{ attachments: '甲、乙', provision: '在小程序里提供电子文件', reason: '因为' },
      legalBasis: '《中华人民共和国政府信息公开条例》第十六条第二款、第三十六条第（三）项',
    });
    expect(factsFor(given, 'not_existing').searchRecord).toBe('在区档案馆以“电梯”检索');
    expect(factsFor(given, 'not_existing').legalBasis).toBeUndefined();
  });
});
