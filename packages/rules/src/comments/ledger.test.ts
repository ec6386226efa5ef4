import fc from 'fast-check';
import { answerKinds, reconcile, type LedgerComment } from './ledger';

function buildComment(part: Partial<LedgerComment> = {}): LedgerComment {
  const answer = { kind: 'adopted' as const, reason: '已写入第三条' };
  return { id: 'a', withdrawn: false, answer, duplicateOf: null, persons: 1, ...part };
}

describe('ledger', () => {
  test('no comments -> balanced, all zero', () => {
    expect(reconcile([])).toMatchObject({ received: 0, persons: 0, balanced: true, problems: [] });
  });

  test('11 received, 5 adopted and the rest answered or withdrawn -> balanced', () => {
    const kinds = [...Array<'adopted'>(5).fill('adopted'), 'partly', 'partly', 'not_adopted', 'out_of_scope'] as const;
    const answered = kinds.map((kind, index) => buildComment({ id: `c${index}`, answer: { kind, reason: '理由' } }));
    const withdrawn = ['w1', 'w2'].map(id => buildComment({ id, withdrawn: true, answer: null }));
    expect(reconcile([...answered, ...withdrawn])).toEqual({
      received: 11,
      adopted: 5,
      partly: 2,
      notAdopted: 1,
      outOfScope: 1,
      withdrawn: 2,
      unanswered: 0,
      duplicates: 0,
      persons: 11,
      balanced: true,
      problems: [],
    });
  });

  test('a duplicate on paper -> beside the sum, its people counted once', () => {
    const ledger = reconcile([
      buildComment({ persons: 3 }),
      buildComment({ id: 'b', duplicateOf: 'a', answer: null, persons: 3 }),
    ]);
    expect(ledger).toMatchObject({ received: 1, adopted: 1, duplicates: 1, persons: 3, balanced: true });
  });

  test('a collective letter of 42 -> one comment, 42 persons', () => {
    expect(reconcile([buildComment({ persons: 42 })])).toMatchObject({ received: 1, persons: 42, balanced: true });
  });

  test('withdrawn after it was answered -> counts as withdrawn only', () => {
    expect(reconcile([buildComment({ withdrawn: true })])).toMatchObject({ adopted: 0, withdrawn: 1, balanced: true });
  });

  test.each<[string, LedgerComment[], string]>([
    ['no answer', [buildComment({ answer: null })], 'unanswered'],
    ['an answer without a reason', [buildComment({ answer: { kind: 'adopted', reason: ' ' } })], 'reason_missing'],
    ['duplicate of nothing', [buildComment({ duplicateOf: 'x' })], 'main_missing'],
    ['duplicate of itself', [buildComment({ duplicateOf: 'a' })], 'main_is_duplicate'],
    [
      'duplicate of a duplicate',
      [buildComment(), buildComment({ id: 'b', duplicateOf: 'a' }), buildComment({ id: 'c', duplicateOf: 'b' })],
      'main_is_duplicate',
    ],
    [
      'duplicate of a withdrawn comment',
      [buildComment({ withdrawn: true }), buildComment({ id: 'b', duplicateOf: 'a' })],
      'main_withdrawn',
    ],
    ['nobody behind it', [buildComment({ persons: 0 })], 'persons'],
    ['the same comment twice', [buildComment(), buildComment()], 'repeated_id'],
  ])('%s -> not balanced, and it says why', (_, comments, code) => {
    const ledger = reconcile(comments);
    expect(ledger.balanced).toBe(false);
    expect(ledger.problems.map(problem => problem.code)).toEqual([code]);
    expect(ledger.problems[0]?.message).toMatch(/[\u4e00-\u9fff]/);
  });

  const anyComment = fc.record({
    id: fc.uuid(),
    withdrawn: fc.boolean(),
    answer: fc.option(fc.record({ kind: fc.constantFrom(...answerKinds), reason: fc.constantFrom('', '理由') })),
    duplicateOf: fc.option(fc.uuid()),
    persons: fc.integer({ min: 1, max: 50 }),
  });

  test('any comments -> every one is in exactly one number, in any order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyComment, { selector: comment => comment.id }), comments => {
        const ledger = reconcile(comments);
        const { adopted, partly, notAdopted, outOfScope, withdrawn, unanswered, duplicates } = ledger;
        const answered = adopted + partly + notAdopted + outOfScope;
        expect(answered + withdrawn + unanswered).toBe(ledger.received);
        expect(ledger.received + duplicates).toBe(comments.length);
        expect(ledger.balanced).toBe(ledger.problems.length === 0);
        const { problems: _one, ...sums } = ledger;
        const { problems: _two, ...reversed } = reconcile([...comments].reverse());
        expect(reversed).toEqual(sums);
      }),
    );
  });
});
