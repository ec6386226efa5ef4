/** Random BSON values for property tests. */
import fc from 'fast-check';
import { Binary, Decimal128, Long, ObjectId } from '../bson/codec';

/** Numbers of all four kinds, many of them near each other and at the edges of their types. */
export const arbitraryNumber: fc.Arbitrary<unknown> = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.double({ noNaN: true }),
  fc.constantFrom(0, -0, Infinity, -Infinity, 0.1, 1e308, -1e308, 5e-324, -5e-324, 2 ** 53, 2 ** 63),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(value => Long.fromBigInt(value)),
  fc.bigInt({ min: 2n ** 53n - 3n, max: 2n ** 53n + 3n }).map(value => Long.fromBigInt(value)),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 34n) + 1n, max: 10n ** 34n - 1n }), fc.integer({ min: -400, max: 400 }))
    .map(([digits, exponent]) => Decimal128.fromString(`${digits}E${exponent}`)),
  fc
    .constantFrom('0.1', '-0.1', '1.0', '1E+1', '-5E-325', '5E-325', '9007199254740993', '0E-10', '1E+400')
    .map(text => Decimal128.fromString(text)),
);

const arbitraryText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom('', '\u0000', 'a\u0000b', '栖河', '栖河区', '𠮷', '\uffff', 'a', 'ab'),
);

/** Values of all types that are neither documents nor arrays. */
export const arbitraryScalar: fc.Arbitrary<unknown> = fc.oneof(
  arbitraryNumber,
  fc.constant(NaN),
  arbitraryText,
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map(bytes => new ObjectId(bytes)),
  fc.uint8Array({ maxLength: 4 }).map(bytes => new Binary(bytes)),
);

/** Values of any type, nested two deep. */
export const arbitraryValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: arbitraryScalar },
  { weight: 1, arbitrary: fc.array(arbitraryScalar, { maxLength: 3 }) },
  {
    weight: 1,
    arbitrary: fc.dictionary(fc.constantFrom('a', 'b', 'ab'), arbitraryScalar, { maxKeys: 3, noNullPrototype: true }),
  },
);
