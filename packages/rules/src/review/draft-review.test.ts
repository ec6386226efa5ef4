import fc from 'fast-check';
import {
  actOnDraft,
  openStepOf,
  refusalToSign,
  stepName,
  type DraftAct,
  type DraftReview,
  type ReviewSignature,
} from './draft-review';

const people = ['writer', 'anna', 'bert', 'cora', 'dora'];
const hashes = ['h1', 'h2', 'h3'];
const START: DraftReview = { state: 'writing', steps: 3, contentHash: 'h1', writers: ['writer'], signatures: [] };

const person = fc.constantFrom(...people);
const hash = fc.constantFrom(...hashes);
/** Mostly what a person would do: sign the open step over the present content; now and then something wrong. */
type Wish =
  | { kind: 'sign'; by: string; isSloppy: boolean; step: number; contentHash: string }
  | Exclude<DraftAct, { kind: 'sign' }>;
const wish: fc.Arbitrary<Wish> = fc.oneof<fc.MaybeWeightedArbitrary<Wish>[]>(
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('save' as const),
      by: fc.constantFrom('writer', 'writer', 'anna'),
      contentHash: hash,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('submit' as const), steps: fc.integer({ min: 1, max: 3 }) }) },
  {
    weight: 9,
    arbitrary: fc.record({
      kind: fc.constant('sign' as const),
      by: person,
      isSloppy: fc.boolean(),
      step: fc.integer({ min: 0, max: 4 }),
      contentHash: hash,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('sendBack' as const),
      to: fc.oneof(fc.integer({ min: -1, max: 4 }), fc.constant('writer' as const)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('recall', 'schedule', 'unschedule', 'publish', 'file', 'discard')
      .map(kind => ({ kind }) as Wish),
  },
);

const toAct = (review: DraftReview, given: Wish): DraftAct => {
  if (given.kind !== 'sign') return given;
  const { by, isSloppy, step, contentHash } = given;
  const honest = { step: openStepOf(review) ?? 0, contentHash: review.contentHash };
  return { kind: 'sign', signature: { by, isVoid: false, ...(isSloppy ? { step, contentHash } : honest) } };
};

/** Every review on the way, the first one first, each with the act that made it. */
function walk(wishes: readonly Wish[]): { act: DraftAct | null; review: DraftReview }[] {
  const way: { act: DraftAct | null; review: DraftReview }[] = [{ act: null, review: START }];
  for (const given of wishes) {
    const { review } = way.at(-1)!;
    const act = toAct(review, given);
    const outcome = actOnDraft(review, act);
    if ('review' in outcome) way.push({ act, review: outcome.review });
  }
  return way;
}

const valid = ({ signatures, contentHash }: DraftReview): ReviewSignature[] =>
  signatures.filter(one => !one.isVoid && one.contentHash === contentHash);
const ways = fc.array(wish, { minLength: 12, maxLength: 60 }).map(walk);

describe('review of a draft: whatever anybody tries', () => {
  test('approved, scheduled, published -> every step signed over this very content, by as many people, none of whom wrote', () => {
    let reached = 0;
    fc.assert(
      fc.property(ways, way => {
        for (const { review } of way) {
          if (!['approved', 'scheduled', 'published'].includes(review.state)) continue;
          reached += 1;
          const signers = new Map(valid(review).map(one => [one.step, one.by]));
          expect(openStepOf(review)).toBeNull();
          for (let step = 1; step <= review.steps; step += 1) expect(signers.has(step)).toBe(true);
          expect(new Set(valid(review).map(one => one.by)).size).toBe(valid(review).length);
          expect(valid(review).some(one => review.writers.includes(one.by))).toBe(false);
        }
      }),
      { numRuns: 400, seed: 7 },
    );
    expect(reached).toBeGreaterThan(50);
  });

  test('content changes with its writer only, never while it is looked at; whoever wrote stays a writer', () => {
    fc.assert(
      fc.property(ways, way => {
        for (const [at, { act, review }] of way.entries()) {
          const before = way[at - 1]?.review;
          if (!before) continue;
          if (review.contentHash !== before.contentHash) {
            expect([act?.kind, ['writing', 'sent_back'].includes(before.state)]).toEqual(['save', true]);
            expect(valid(review)).toEqual([]);
          }
          expect(before.writers.every(writer => review.writers.includes(writer))).toBe(true);
        }
      }),
      { numRuns: 400, seed: 11 },
    );
  });

  test('signatures: none ever disappears, a void one never counts again', () => {
    fc.assert(
      fc.property(ways, way => {
        for (const [at, { review }] of way.entries()) {
          const before = way[at - 1]?.review;
          before?.signatures.forEach((one, index) => {
            const now = review.signatures[index]!;
            expect([now.by, now.step, now.contentHash]).toEqual([one.by, one.step, one.contentHash]);
            if (one.isVoid) expect(now.isVoid).toBe(true);
          });
        }
      }),
      { numRuns: 400, seed: 13 },
    );
  });
});

describe('review of a draft', () => {
  const signed = (review: DraftReview, by: string): DraftReview => {
    const signature = { step: openStepOf(review)!, by, contentHash: review.contentHash, isVoid: false };
    const outcome = actOnDraft(review, { kind: 'sign', signature });
    if ('refusal' in outcome) throw new Error(outcome.refusal);
    return outcome.review;
  };
  const after = (review: DraftReview, act: DraftAct): DraftReview => {
    const outcome = actOnDraft(review, act);
    if ('refusal' in outcome) throw new Error(outcome.refusal);
    return outcome.review;
  };
  const submitted = after(START, { kind: 'submit', steps: 3 });

  test('sign: the writer, the same person twice, other content, another step -> refused, each for its reason', () => {
    const first = signed(submitted, 'anna');
    const sign = (by: string, change: Partial<ReviewSignature> = {}) =>
      actOnDraft(first, { kind: 'sign', signature: { step: 2, by, contentHash: 'h1', isVoid: false, ...change } });
    expect([sign('writer'), sign('anna'), sign('bert', { contentHash: 'h2' }), sign('bert', { step: 3 })]).toEqual(
      ['wrote', 'signed', 'changed', 'step'].map(refusal => ({ refusal })),
    );
    expect([refusalToSign(first, 'anna'), refusalToSign(first, 'bert'), refusalToSign(START, 'bert')]).toEqual([
      'signed',
      null,
      'state',
    ]);
  });

  test('sent back to a step -> this and the later ones are signed anew, the same person may do it', () => {
    const two = signed(signed(submitted, 'anna'), 'bert');
    const back = after(two, { kind: 'sendBack', to: 1 });
    expect([back.state, openStepOf(back), refusalToSign(back, 'anna')]).toEqual(['in_review', 1, null]);
    expect(actOnDraft(two, { kind: 'sendBack', to: 3 })).toEqual({ refusal: 'step' });
  });

  test('sent back to the writer: unchanged -> goes on where it was stopped; changed -> from the first step', () => {
    const back = after(signed(submitted, 'anna'), { kind: 'sendBack', to: 'writer' });
    expect(back.state).toBe('sent_back');
    expect(openStepOf(after(back, { kind: 'submit', steps: 3 }))).toBe(2);
    const changed = after(back, { kind: 'save', by: 'writer', contentHash: 'h2' });
    expect(openStepOf(after(changed, { kind: 'submit', steps: 3 }))).toBe(1);
    const reverted = after(changed, { kind: 'save', by: 'writer', contentHash: 'h1' });
    expect(openStepOf(after(reverted, { kind: 'submit', steps: 3 }))).toBe(1);
  });

  test('approved, then sent back to the writer, who changes nothing -> the last step signs again', () => {
    const approved = ['anna', 'bert', 'cora'].reduce(signed, submitted);
    expect(approved.state).toBe('approved');
    const again = after(after(approved, { kind: 'sendBack', to: 'writer' }), { kind: 'submit', steps: 3 });
    expect([again.state, openStepOf(again)]).toEqual(['in_review', 3]);
    const recalled = after(after(approved, { kind: 'recall' }), { kind: 'submit', steps: 3 });
    expect(recalled.state).toBe('approved');
  });

  test('names: one, two, three steps -> the last is the final one', () => {
    expect([1, 2, 3].map(steps => Array.from({ length: steps }, (_, at) => stepName(at + 1, steps)))).toEqual([
      ['审核'],
      ['初审', '终审'],
      ['初审', '复审', '终审'],
    ]);
  });
});
