/** $inc and $mul over BSON's numbers: int32 grows into int64, anything with Decimal128 stays Decimal128. */
import { Decimal128, Long } from '../bson/codec';
import { MongoError } from '../errors';

/** digits * 10^exponent */
interface Scaled {
  digits: bigint;
  exponent: number;
}

interface Operation {
  exact: (x: Scaled, y: Scaled) => Scaled;
  real: (x: number, y: number) => number;
}

function scaled(value: unknown): Scaled {
  const [mantissa = '0', exponent = '0'] = String(value).split(/[eE]/);
  const [whole = '', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(`${whole}${fraction}`), exponent: Number(exponent) - fraction.length };
}

export const plus: Operation = {
  exact: (x, y) => {
    const exponent = Math.min(x.exponent, y.exponent);
    const at = (value: Scaled): bigint => value.digits * 10n ** BigInt(value.exponent - exponent);
    return { digits: at(x) + at(y), exponent };
  },
  real: (x, y) => x + y,
};

export const times: Operation = {
  exact: (x, y) => ({ digits: x.digits * y.digits, exponent: x.exponent + y.exponent }),
  real: (x, y) => x * y,
};

const isInt = (value: unknown): boolean =>
  value instanceof Long || (Number.isInteger(value) && Math.abs(value as number) <= 2 ** 31);

/** An integer as narrow as the operands allow. */
function integer(result: bigint, ...operands: unknown[]): unknown {
  if (BigInt.asIntN(64, result) !== result)
    throw new MongoError(2, 'Failed to apply $inc or $mul: the result does not fit into 64 bits');
  const wide = operands.some(value => value instanceof Long) || BigInt.asIntN(32, result) !== result;
  return wide ? Long.fromBigInt(result) : Number(result);
}

export function calculate(a: unknown, b: unknown, { exact, real }: Operation): unknown {
  if (a instanceof Decimal128 || b instanceof Decimal128) {
    const { digits, exponent } = exact(scaled(a), scaled(b));
    return Decimal128.fromStringWithRounding(`${digits}E${exponent}`);
  }
  if (isInt(a) && isInt(b)) return integer(exact(scaled(String(a)), scaled(String(b))).digits, a, b);
  return real(Number(a), Number(b));
}
