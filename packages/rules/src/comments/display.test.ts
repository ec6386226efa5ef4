import fc from 'fast-check';
import { displayRules, isCommentPublic, type CommentDisplayFacts } from './display';

function buildFacts(part: Partial<CommentDisplayFacts> = {}): CommentDisplayFacts {
  return {
    display: 'after_review',
    consultationState: 'open',
    check: 'pending',
    review: 'none',
    withdrawn: false,
    phoneVerified: true,
    anonymous: false,
    ...part,
  };
}

const anyFacts: fc.Arbitrary<CommentDisplayFacts> = fc.record({
  display: fc.constantFrom(...displayRules),
  consultationState: fc.constantFrom('draft', 'open', 'closed', 'answered', 'cancelled'),
  check: fc.constantFrom('pending', 'pass', 'review', 'risky', 'unknown'),
  review: fc.constantFrom('none', 'approved', 'rejected'),
  withdrawn: fc.boolean(),
  phoneVerified: fc.boolean(),
  anonymous: fc.boolean(),
});

describe('display of a comment', () => {
  test.each<[Partial<CommentDisplayFacts>, boolean]>([
    [{ display: 'with_outcome', check: 'pass', review: 'approved' }, false],
    [{ display: 'with_outcome', consultationState: 'closed', review: 'approved' }, false],
    [{ display: 'with_outcome', consultationState: 'answered' }, true],
    [{ display: 'with_outcome', consultationState: 'answered', check: 'risky' }, false],
    [{ display: 'with_outcome', consultationState: 'answered', check: 'risky', review: 'approved' }, true],
    [{ display: 'after_review', check: 'pass' }, false],
    [{ display: 'after_review', check: 'risky', review: 'approved' }, true],
    [{ display: 'after_check', check: 'pass' }, true],
    [{ display: 'after_check', check: 'review' }, false],
    [{ display: 'after_check', check: 'unknown', review: 'approved' }, true],
    [{ display: 'after_check', check: 'pass', review: 'rejected' }, false],
    [{ display: 'after_check', check: 'pass', consultationState: 'cancelled' }, false],
    [{ display: 'after_check', check: 'pass', withdrawn: true }, false],
  ])('isCommentPublic: %j -> visible %p', (part, visible) => {
    expect(isCommentPublic(buildFacts(part)).visible).toBe(visible);
  });

  test.each<[Partial<CommentDisplayFacts>, string]>([
    [{}, 'name'],
    [{ phoneVerified: false }, 'masked'],
    [{ anonymous: true }, 'alias'],
    [{ anonymous: true, phoneVerified: false }, 'alias'],
  ])('isCommentPublic: %j -> author %s', (part, author) => {
    expect(isCommentPublic(buildFacts(part)).author).toBe(author);
  });

  test('any facts -> withdrawn, rejected, or risky without approval is never shown', () => {
    fc.assert(
      fc.property(anyFacts, facts => {
        if (!isCommentPublic(facts).visible) return;
        expect(facts.withdrawn).toBe(false);
        expect(facts.review).not.toBe('rejected');
        expect(facts.check !== 'risky' || facts.review === 'approved').toBe(true);
      }),
    );
  });

  test('any facts -> an own name only with a verified phone and without the wish to be hidden', () => {
    fc.assert(
      fc.property(anyFacts, facts => {
        if (isCommentPublic(facts).author === 'name') expect(facts.phoneVerified && !facts.anonymous).toBe(true);
      }),
    );
  });
});
