import fc from 'fast-check';
import { Decimal128, Long } from '../bson/codec';
import { arbitraryNumber } from '../test-support/arbitrary-values';
import { encodeNumber } from './number-key';

/** The value as numerator * 2^twos * 10^tens, found without the code under test. */
function exact(value: unknown): { numerator: bigint; twos: number; tens: number } {
  if (value instanceof Long) return { numerator: value.toBigInt(), twos: 0, tens: 0 };
  if (value instanceof Decimal128) {
    const [mantissa = '', exponent = '0'] = value.toString().split('E');
    const [whole = '', fraction = ''] = mantissa.split('.');
    return { numerator: BigInt(whole + fraction), twos: 0, tens: Number(exponent) - fraction.length };
  }
  let [number, twos] = [value as number, 0];
  while (!Number.isInteger(number)) {
    number *= 2;
    twos--;
  }
  return { numerator: BigInt(number), twos, tens: 0 };
}

function compareExactly(a: unknown, b: unknown): number {
  const infinity = (value: unknown): number => (value === Infinity ? 1 : value === -Infinity ? -1 : 0);
  if (infinity(a) || infinity(b)) return infinity(a) - infinity(b);
  const [x, y] = [exact(a), exact(b)];
  const twos = Math.min(x.twos, y.twos);
  const tens = Math.min(x.tens, y.tens);
  const scale = (part: typeof x): bigint =>
    part.numerator * 2n ** BigInt(part.twos - twos) * 10n ** BigInt(part.tens - tens);
  return Number(scale(x) > scale(y)) - Number(scale(x) < scale(y));
}

test('number key: any two numbers -> keys sort as the numbers do, exactly', () => {
  fc.assert(
    fc.property(arbitraryNumber, arbitraryNumber, (a, b) => {
      expect(Math.sign(Buffer.compare(encodeNumber(a), encodeNumber(b)))).toBe(Math.sign(compareExactly(a, b)));
    }),
    { numRuns: 3000 },
  );
});

test('number key: NaN, zeros and equal values of other types -> NaN lowest, the rest the same key', () => {
  expect(Buffer.compare(encodeNumber(NaN), encodeNumber(-Infinity))).toBe(-1);
  expect(encodeNumber(-0)).toEqual(encodeNumber(0));
  expect(encodeNumber(Long.fromNumber(7))).toEqual(encodeNumber(7));
  expect(encodeNumber(Decimal128.fromString('7.00'))).toEqual(encodeNumber(7));
  expect(encodeNumber(Decimal128.fromString('0.1'))).not.toEqual(encodeNumber(0.1));
});
