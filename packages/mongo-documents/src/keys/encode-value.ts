/** One BSON value as bytes whose order is BSON's order; no encoding is a prefix of another one. */
import { createHash } from 'node:crypto';
import { asDoc, bracket, bracketOf, bytesOf, regexParts } from '../bson/types';
import type { Binary, Timestamp } from '../bson/codec';
import { encodeNumber } from './number-key';

const end = Buffer.from([0]);

function text(value: string): Buffer {
  const bytes = Buffer.from(value, 'utf8');
  if (!bytes.includes(0)) return Buffer.concat([bytes, Buffer.from([0, 0])]);
  const out: number[] = [];
  for (const byte of bytes) out.push(...(byte === 0 ? [0, 0xff] : [byte]));
  return Buffer.from([...out, 0, 0]);
}

function signed64(value: bigint): Buffer {
  const out = Buffer.alloc(8);
  out.writeBigUInt64BE(BigInt.asUintN(64, value) ^ (1n << 63n));
  return out;
}

function date(value: Date): Buffer {
  const time = value.getTime();
  const out = Buffer.allocUnsafe(9);
  out[0] = bracket.date;
  const high = Math.floor(time / 2 ** 32);
  out.writeUInt32BE((high + 2 ** 31) >>> 0, 1);
  out.writeUInt32BE(time - high * 2 ** 32, 5);
  return out;
}

function binary(value: Binary): Buffer[] {
  const bytes = bytesOf(value);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(bytes.length);
  head[4] = value.sub_type;
  return [head, bytes];
}

function object(value: unknown): Buffer[] {
  const parts: Buffer[] = [];
  for (const [name, member] of Object.entries(asDoc(value))) {
    parts.push(Buffer.from([bracketOf(member)]), text(name), encodeValue(member));
  }
  return [...parts, end];
}

function body(kind: number, value: unknown): Buffer[] {
  switch (kind) {
    case bracket.number:
      return [encodeNumber(value)];
    case bracket.string:
      return [text(String(value))];
    case bracket.object:
      return object(value);
    case bracket.array:
      return [...(value as unknown[]).map(encodeValue), end];
    case bracket.binary:
      return binary(value as Binary);
    case bracket.objectId:
      return [Buffer.from((value as { id: Uint8Array }).id)];
    case bracket.bool:
      return [Buffer.from([value === true ? 1 : 0])];
    case bracket.timestamp:
      return [signed64((value as Timestamp).toBigInt())];
    case bracket.regex: {
      const { source, flags } = regexParts(value as RegExp);
      return [text(source), text(flags)];
    }
    case bracket.code:
      return [text(String((value as { code: unknown }).code))];
    default:
      return [];
  }
}

/** Bytes that sort as the value does. Missing is encoded as null. */
export function encodeValue(value: unknown): Buffer {
  if (value instanceof Date) return date(value);
  const kind = bracketOf(value);
  return Buffer.concat([Buffer.from([kind]), ...body(kind, value)]);
}

/** The key of an empty array at the end of an indexed path: sorts below null, as in MongoDB. */
export const emptyArrayKey = Buffer.from([bracket.emptyArray]);

const hashSize = 16;

/**
 * LMDB keys end at 1,978 bytes: a longer part is cut and closed with a hash of the whole, so that equal values still have
 * equal keys. Sorting by an index that holds such a key is not exact, which the index remembers (`cut`).
 */
export function cutLongKey(key: Buffer, limit: number): Buffer {
  if (key.length <= limit) return key;
  return Buffer.concat([key.subarray(0, limit), createHash('sha256').update(key).digest().subarray(0, hashSize)]);
}

/** How many bytes of one part are kept in an index of so many fields. */
export function keyLimit(fields: number): number {
  return Math.floor((1978 - 14) / fields) - hashSize;
}

/** The smallest byte string above every string that begins with `prefix`. */
export function afterPrefix(prefix: Buffer): Buffer {
  let last = prefix.length - 1;
  while (last >= 0 && prefix[last] === 0xff) last--;
  if (last < 0) return Buffer.alloc(64, 0xff);
  const out = Buffer.from(prefix.subarray(0, last + 1));
  out[last] = (out[last] as number) + 1;
  return out;
}

/** All bytes inverted: the key of a descending field. */
export function invert(key: Buffer): Buffer {
  const out = Buffer.allocUnsafe(key.length);
  for (let i = 0; i < key.length; i++) out[i] = ~(key[i] as number);
  return out;
}
