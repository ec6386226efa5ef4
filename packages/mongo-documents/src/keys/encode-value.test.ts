import fc from 'fast-check';
import { arbitraryValue } from '../test-support/arbitrary-values';
import { compareValues } from '../test-support/reference-order';
import { afterPrefix, cutLongKey, encodeValue, invert, keyLimit } from './encode-value';

test('value key: any two values -> keys sort as BSON compares the values', () => {
  fc.assert(
    fc.property(arbitraryValue, arbitraryValue, (a, b) => {
      expect(Math.sign(Buffer.compare(encodeValue(a), encodeValue(b)))).toBe(Math.sign(compareValues(a, b)));
    }),
    { numRuns: 5000 },
  );
});

test('value key: inverted -> the opposite order, also when another part follows', () => {
  fc.assert(
    fc.property(arbitraryValue, arbitraryValue, arbitraryValue, (a, b, next) => {
      const key = (value: unknown): Buffer => Buffer.concat([invert(encodeValue(value)), encodeValue(next)]);
      expect(Math.sign(Buffer.compare(key(a), key(b)))).toBe(Math.sign(compareValues(b, a)));
    }),
    { numRuns: 2000 },
  );
});

test('value key: types in the order of BSON -> ascending keys', () => {
  const inOrder = [null, NaN, -1, 0, 1.5, '', 'a', {}, { a: 1 }, [], [1], false, true, new Date(-1), new Date(0), /a/];
  const keys = inOrder.map(encodeValue);
  expect([...keys].sort(Buffer.compare)).toEqual(keys);
});

test('value key: longer than LMDB takes -> cut with a hash, equal only for equal values', () => {
  const limit = keyLimit(3);
  const [a, b] = ['x'.repeat(5000), `${'x'.repeat(4999)}y`].map(text => cutLongKey(encodeValue(text), limit));
  expect(a).toHaveLength(limit + 16);
  expect(a).not.toEqual(b);
  expect(cutLongKey(encodeValue('x'.repeat(5000)), limit)).toEqual(a);
});

test('end of a prefix: any key that begins with it -> sorts below', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 4 }), fc.uint8Array({ maxLength: 4 }), (start, rest) => {
      fc.pre(start.some(byte => byte !== 0xff));
      const prefix = Buffer.from(start);
      expect(Buffer.compare(Buffer.concat([prefix, rest]), afterPrefix(prefix))).toBe(-1);
    }),
  );
});
