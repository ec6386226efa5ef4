import { refusedCombination } from './decision-combinations';
import { decisionKinds, type DecisionKindCode } from './decision-kinds';

const all = Object.keys(decisionKinds) as DecisionKindCode[];

describe('reply kinds together', () => {
  test.each(all)('%s alone -> may be', code => expect(refusedCombination([code])).toBeNull());

  test.each<[DecisionKindCode[]]>([
    [['granted', 'already_public']],
    [['denied_state_secret', 'denied_third_party']],
    [['not_existing', 'not_responsible']],
    [['partial', 'denied_third_party']],
    [['denied_process', 'partial', 'granted', 'not_existing']],
  ])('%p -> may be one answer', codes => expect(refusedCombination(codes)).toBeNull());

  test.each<[DecisionKindCode[], string]>([
    [['granted', 'denied_state_secret'], '部分公开'],
    [['already_public', 'not_existing'], '部分公开'],
    [['granted', 'granted'], '写了两遍'],
    [['complaint', 'granted'], '不能一起选'],
    [['partial', 'repeated'], '不能一起选'],
    [['denied_internal', 'not_existing'], '不能一起选'],
    [['still_unclear', 'publication'], '不能一起选'],
  ])('%p -> refused: %s', (codes, words) => expect(refusedCombination(codes)).toContain(words));

  test('any two kinds -> the order makes no difference to whether they may', () => {
    for (const a of all)
      for (const b of all) expect(refusedCombination([a, b]) === null).toBe(refusedCombination([b, a]) === null);
  });
});
