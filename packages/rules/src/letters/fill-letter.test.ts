import { fillLetter, missingFacts } from './fill-letter';
import type { LetterKind } from './letter';

const bodies = { reviewOrgan: '某政府', reviewAddress: '甲路', court: '某法院', courtAddress: '乙路' };
const request = { requestNumber: '栖公申〔2026〕7号', receivedOn: '2026-11-06', subject: '某路改造的预算' };
const letter: LetterKind = {
  id: 'T26',
  code: 'not_handled',
  name: '不予处理告知书',
  stage: 'decision',
  to: 'applicant',
  articles: ['第三十五条'],
  decisionKinds: ['publication', 'excessive'],
  isNumbered: true,
  facts: ['reason'],
  optionalFacts: ['responsibleAgency', 'noticeOn'],
  factsFor: { publication: ['whereToFind'] },
  remedy: { kind: 'either', source: '某' },
  body: [
    '{{receivedOn}}收到{{requestNumber}}：{{subject}}。{{reason}}。',
    { for: 'publication', text: '到{{whereToFind}}。' },
    { if: 'responsibleAgency', text: '另问{{responsibleAgency}}。' },
  ],
};

describe('fillLetter', () => {
  test('facts, one ends with a full stop -> dates in words, one full stop, only its own paragraphs', () => {
    const facts = { ...request, reason: '因为这样。', whereToFind: '书店' };
    const filled = fillLetter(letter, { facts, decision: 'publication', bodies });
    expect(filled.title).toBe('不予处理告知书');
    expect(filled.paragraphs).toEqual(['2026年11月6日收到栖公申〔2026〕7号：某路改造的预算。因为这样。', '到书店。']);
    expect(filled.remedy).toContain('某政府（地址：甲路）');
  });

  test('another decision, with the optional fact -> its paragraph instead', () => {
    const facts = { ...request, reason: '因为', responsibleAgency: '某局' };
    const { paragraphs } = fillLetter(letter, { facts, decision: 'excessive', bodies });
    expect(paragraphs.slice(1)).toEqual(['另问某局。']);
  });

  test('a fact with a place mark in it -> stays as it was written', () => {
    const facts = { ...request, reason: '{{subject}}和$&', whereToFind: '书店' };
    const { paragraphs } = fillLetter(letter, { facts, decision: 'publication', bodies });
    expect(paragraphs[0]).toContain('。{{subject}}和$&。');
  });

  test.each([
    ['nothing of its own', { ...request }, ['reason', 'whereToFind']],
    ['blanks', { ...request, reason: ' ', whereToFind: '' }, ['reason', 'whereToFind']],
    ['no request', { reason: '因为', whereToFind: '书店' }, ['requestNumber', 'receivedOn', 'subject']],
    ['a day that is none', { ...request, receivedOn: '2026-02-30', reason: '因', whereToFind: '店' }, ['receivedOn']],
    ['an optional day that is none', { ...request, reason: '因', whereToFind: '店', noticeOn: '昨天' }, ['noticeOn']],
    ['all', { ...request, reason: '因', whereToFind: '店' }, []],
  ])('missing: %s -> %j', (_, facts, missing) => {
    expect(missingFacts(letter, facts, 'publication')).toEqual(missing);
    const fill = () => fillLetter(letter, { facts, decision: 'publication', bodies });
    if (missing.length > 0) expect(fill).toThrow(RangeError);
    else expect(fill).not.toThrow();
  });
});
