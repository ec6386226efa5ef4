import fc from 'fast-check';
import { decode, encode } from '../bson/codec';
import { bracketOf } from '../bson/types';
import { indexKeys } from '../keys/index-keys';
import { keyLimit } from '../keys/encode-value';
import { arbitraryScalar } from '../test-support/arbitrary-values';
import { compareValues } from '../test-support/reference-order';
import { fieldBounds } from './bounds';
import { conjunctsOf } from './conjuncts';
import { createMatcher } from './matcher';

const accepts: Record<string, (order: number) => boolean> = {
  $eq: order => order === 0,
  $gt: order => order > 0,
  $gte: order => order >= 0,
  $lt: order => order < 0,
  $lte: order => order <= 0,
};
const operator = fc.constantFrom(...Object.keys(accepts));
/** NaN is equal to itself and neither above nor below anything. */
const comparable = arbitraryScalar.filter(value => !Number.isNaN(value));

test('comparison: any two values of any types -> accepted within one type only, by the order of BSON', () => {
  fc.assert(
    fc.property(operator, comparable, comparable, (name, wanted, value) => {
      const expected = bracketOf(value) === bracketOf(wanted) && accepts[name]?.(compareValues(value, wanted));
      expect(createMatcher({ x: { [name]: wanted } })({ x: value })).toBe(expected);
    }),
    { numRuns: 3000 },
  );
});

const condition = fc.oneof(
  fc.tuple(operator, arbitraryScalar).map(([name, wanted]) => ({ [name]: wanted })),
  fc.array(arbitraryScalar, { maxLength: 3 }).map($in => ({ $in })),
  fc
    .tuple(fc.constantFrom('$gt', '$gte'), arbitraryScalar, fc.constantFrom('$lt', '$lte'), arbitraryScalar)
    .map(([above, low, below, high]) => ({ [above]: low, [below]: high })),
);
const field = fc.oneof(arbitraryScalar, fc.array(arbitraryScalar, { maxLength: 3 }), fc.constant(undefined));

test('bounds: any condition, any document -> a key inside where it matches; where they are exact, only there', () => {
  fc.assert(
    fc.property(condition, field, (x, value) => {
      // As an index sees it: what went through BSON.
      const doc = decode(encode({ x: value }));
      const { keys, multikey } = indexKeys(doc, [{ path: 'x', parts: ['x'], descending: false }]);
      const { fields } = conjunctsOf({ x });
      const { bounds, used } = fieldBounds(fields, 'x', { limit: keyLimit(1), multikey: multikey[0] === true });
      if (bounds === undefined) return;
      const inside = keys.some(key =>
        bounds.intervals.some(({ start, end }) => Buffer.compare(key, start) >= 0 && Buffer.compare(key, end) < 0),
      );
      const matches = createMatcher({ x })(doc);
      if (matches) expect(inside).toBe(true);
      else if (bounds.exact && used === fields.length && !multikey[0]) expect(inside).toBe(false);
    }),
    { numRuns: 3000 },
  );
});
