import { createHash, timingSafeEqual } from 'node:crypto';

/** SHA-1 in hex over the parts, sorted and joined: `signature` of (token, timestamp, nonce), `msg_signature` with the ciphertext. */
export function signPush(parts: readonly string[]): string {
  // The default sort compares code units, which is what the platform does for these ASCII strings.
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');
}

/** Compares in constant time, so that the answer's delay tells nothing about the expected signature. */
export function isSameSignature(expected: string, given: string): boolean {
  const [left, right] = [Buffer.from(expected), Buffer.from(given)];
  return left.length === right.length && timingSafeEqual(left, right);
}
