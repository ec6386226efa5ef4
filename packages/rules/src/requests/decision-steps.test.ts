import { isOutdated, maySign, needsLegalReview, type DecisionSignature } from './decision-steps';

describe('decision steps', () => {
  const signed: DecisionSignature[] = [
    { act: 'propose', by: 'ding' },
    { act: 'review', by: 'lu' },
  ];

  it.each([
    ['propose', 'ding', true],
    ['propose', 'lu', false],
    ['propose', 'fan', true],
    ['review', 'lu', true],
    ['review', 'ding', false],
    ['approve', 'fan', true],
    ['approve', 'ding', false],
    ['approve', 'lu', false],
  ] as const)('maySign: %s by %s -> %s', (act, by, may) => {
    expect(maySign(act, by, signed)).toBe(may);
  });

  it('needsLegalReview: every kind may go without -> no; one may not, or none may -> yes', () => {
    const simple = ['granted', 'already_public'] as const;
    expect(needsLegalReview(['granted'], simple)).toBe(false);
    expect(needsLegalReview(['already_public', 'granted'], simple)).toBe(false);
    expect(needsLegalReview(['already_public', 'partial'], simple)).toBe(true);
    expect(needsLegalReview(['granted'], [])).toBe(true);
  });

  it('isOutdated: only dates moved -> no; somebody answered, or the fee came -> yes', () => {
    expect(isOutdated([])).toBe(false);
    expect(isOutdated(['extended', 'thirdPartyServed', 'otherAgencySilent'])).toBe(false);
    for (const type of ['thirdPartyAnswered', 'corrected', 'feePaid', 'reasonsGiven'] as const)
      expect([type, isOutdated(['extended', type])]).toEqual([type, true]);
  });
});
