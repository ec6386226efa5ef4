/** $inc, $mul and $bit over BSON's numbers: int32 grows into int64, anything with Decimal128 stays Decimal128. */
import { bsonType, Decimal128, Double, Int32, Long } from '../bson/codec';
import { MongoError } from '../errors';

export function isNumeric(value: unknown): boolean {
  return typeof value === 'number' || ['Long', 'Double', 'Int32', 'Decimal128'].includes(bsonType(value) ?? '');
}

function plain(value: unknown): unknown {
  return value instanceof Double || value instanceof Int32 ? value.valueOf() : value;
}

interface Scaled {
  digits: bigint;
  exponent: number;
}

function scaled(value: unknown): Scaled {
  const text = String(value);
  const [mantissa = '0', exponent = '0'] = text.split(/[eE]/);
  const [whole = '', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(`${whole}${fraction}`), exponent: Number(exponent) - fraction.length };
}

function decimal(a: unknown, b: unknown, combine: (x: Scaled, y: Scaled) => Scaled): Decimal128 {
  const { digits, exponent } = combine(scaled(a), scaled(b));
  return Decimal128.fromStringWithRounding(`${digits}E${exponent}`);
}

function addScaled(x: Scaled, y: Scaled): Scaled {
  const exponent = Math.min(x.exponent, y.exponent);
  const at = (value: Scaled): bigint => value.digits * 10n ** BigInt(value.exponent - exponent);
  return { digits: at(x) + at(y), exponent };
}

function isInt(value: unknown): boolean {
  return value instanceof Long || (Number.isInteger(value) && Math.abs(value as number) <= 2 ** 31);
}

function integer(result: bigint, wide: boolean): unknown {
  if (BigInt.asIntN(64, result) !== result)
    throw new MongoError(2, 'Failed to apply $inc or $mul: the result does not fit into 64 bits');
  const small = result >= -(2n ** 31n) && result < 2n ** 31n;
  return small && !wide ? Number(result) : Long.fromBigInt(result);
}

function combine(
  a: unknown,
  b: unknown,
  exact: (x: bigint, y: bigint) => bigint,
  real: (x: number, y: number) => number,
  dec: (x: Scaled, y: Scaled) => Scaled,
): unknown {
  const [x, y] = [plain(a), plain(b)];
  if (x instanceof Decimal128 || y instanceof Decimal128) return decimal(x, y, dec);
  if (isInt(x) && isInt(y)) {
    const wide = x instanceof Long || y instanceof Long;
    return integer(exact(BigInt(String(x)), BigInt(String(y))), wide);
  }
  return real(Number(x), Number(y));
}

export function add(a: unknown, b: unknown): unknown {
  return combine(
    a,
    b,
    (x, y) => x + y,
    (x, y) => x + y,
    addScaled,
  );
}

export function multiply(a: unknown, b: unknown): unknown {
  return combine(
    a,
    b,
    (x, y) => x * y,
    (x, y) => x * y,
    (x, y) => ({ digits: x.digits * y.digits, exponent: x.exponent + y.exponent }),
  );
}

export function bitwise(value: unknown, operation: string, operand: unknown): unknown {
  const [x, y] = [BigInt(String(plain(value))), BigInt(String(plain(operand)))];
  const result = operation === 'and' ? x & y : operation === 'or' ? x | y : x ^ y;
  return integer(result, value instanceof Long || operand instanceof Long);
}
