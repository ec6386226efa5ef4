/**
 * int32, int64, double and Decimal128 on one number line as bytes that sort like the numbers.
 *
 * Eight bytes hold the double next to zero from the value; a tail tells values apart that share it: 0 when the double is
 * the value, else 1 and the value's decimal digits. Negative numbers have all bytes inverted. NaN sorts lowest, -0 is 0.
 */
import { Long, type Decimal128 } from '../bson/codec';

interface Decimal {
  negative: boolean;
  digits: bigint;
  exponent: number;
}

const scratch = Buffer.alloc(8);
const nanKey = Buffer.alloc(9);

/** Orders like the number: 9 bytes for doubles and small integers, more for what a double cannot hold. */
export function encodeNumber(value: unknown): Buffer {
  if (typeof value === 'number') return fromDouble(value);
  if (typeof value === 'bigint')
    return fromDecimal({ negative: value < 0n, digits: value < 0n ? -value : value, exponent: 0 });
  return value instanceof Long ? fromLong(value) : fromDecimal128(value as Decimal128);
}

function fromLong(value: Long): Buffer {
  const asNumber = value.toNumber();
  if (Number.isSafeInteger(asNumber)) return fromDouble(asNumber);
  return encodeNumber(value.toBigInt());
}

function fromDouble(value: number): Buffer {
  if (Number.isNaN(value)) return nanKey;
  const out = Buffer.alloc(9);
  writeDouble(value, out);
  out[8] = value < 0 ? 0xff : 0;
  return out;
}

function writeDouble(value: number, out: Buffer): void {
  out.writeDoubleBE(value === 0 ? 0 : value, 0);
  if (value < 0) for (let i = 0; i < 8; i++) out[i] = ~(out[i] as number);
  else out[0] = (out[0] as number) | 0x80;
}

function fromDecimal128(value: Decimal128): Buffer {
  const text = value.toString();
  if (text === 'NaN') return nanKey;
  if (text.endsWith('Infinity')) return fromDouble(text.startsWith('-') ? -Infinity : Infinity);
  return fromDecimal(parseDecimal(text));
}

function parseDecimal(text: string): Decimal {
  const negative = text.startsWith('-');
  const [mantissa = '0', exponent = '0'] = text.replace(/^[-+]/, '').split(/[eE]/);
  const [whole = '', fraction = ''] = mantissa.split('.');
  return { negative, digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

function fromDecimal(value: Decimal): Buffer {
  if (value.digits === 0n) return fromDouble(0);
  const floor = doubleTowardsZero(value);
  const exact = compareMagnitude(value, floor) === 0;
  const signed = value.negative ? -floor : floor;
  if (exact) return fromDouble(signed);
  const tail = decimalTail(value);
  const out = Buffer.alloc(8 + tail.length);
  if (signed === 0) writeZeroOfSign(value.negative, out);
  else writeDouble(signed, out);
  for (let i = 0; i < tail.length; i++) out[8 + i] = value.negative ? ~(tail[i] as number) : (tail[i] as number);
  return out;
}

/** A tiny negative decimal shares the double 0 with zero, but must sort below it. */
function writeZeroOfSign(negative: boolean, out: Buffer): void {
  out.fill(negative ? 0xff : 0, 0, 8);
  out[0] = negative ? 0x7f : 0x80;
}

function doubleTowardsZero(value: Decimal): number {
  const nearest = Number(`${value.digits}e${value.exponent}`);
  if (nearest === Infinity) return Number.MAX_VALUE;
  return compareMagnitude(value, nearest) < 0 ? previousDouble(nearest) : nearest;
}

function previousDouble(value: number): number {
  scratch.writeDoubleBE(value);
  scratch.writeBigUInt64BE(scratch.readBigUInt64BE() - 1n);
  return scratch.readDoubleBE();
}

/** Compares |value| with a non-negative finite double, exactly. */
function compareMagnitude(value: Decimal, double: number): number {
  let [left, right] = [value.digits, 0n];
  const { mantissa, power } = splitDouble(double);
  right = mantissa;
  if (value.exponent >= 0) left *= 10n ** BigInt(value.exponent);
  else right *= 10n ** BigInt(-value.exponent);
  if (power >= 0) right <<= BigInt(power);
  else left <<= BigInt(-power);
  return left < right ? -1 : left > right ? 1 : 0;
}

function splitDouble(value: number): { mantissa: bigint; power: number } {
  scratch.writeDoubleBE(value);
  const bits = scratch.readBigUInt64BE();
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  return exponent === 0
    ? { mantissa: fraction, power: -1074 }
    : { mantissa: fraction | (1n << 52n), power: exponent - 1075 };
}

/** 1, the decimal exponent of the first digit, then the digits without trailing zeros, each one above zero. */
function decimalTail(value: Decimal): Buffer {
  const digits = value.digits.toString();
  const significant = digits.replace(/0+$/, '');
  const tail = Buffer.alloc(4 + significant.length);
  tail[0] = 1;
  tail.writeUInt16BE(value.exponent + digits.length + 0x8000, 1);
  for (let i = 0; i < significant.length; i++) tail[3 + i] = significant.charCodeAt(i) - 47;
  return tail;
}
