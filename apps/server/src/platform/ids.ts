import { randomBytes, randomInt, randomUUID } from 'node:crypto';

/** Everything random of the app comes from here. */
export interface Ids {
  uuid(): string;
  /** UUID version 7: sorts by time of making, for append-only collections. */
  ordered(): string;
  /** 128 random bits in hex: the nonce of a receipt. */
  nonce(): string;
  /** URL-safe secret of 256 bits: refresh tokens. */
  secret(): string;
  /** A short code of digits a person types over. */
  digits(length: number): string;
  /** The same in letters and digits, without those taken for one another. */
  letters(length: number): string;
}

const UNMISTAKABLE = '23456789abcdefghjkmnpqrstuvwxyz';

function orderedUuid(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export const createIds = (): Ids => ({
  uuid: () => randomUUID(),
  ordered: orderedUuid,
  nonce: () => randomBytes(16).toString('hex'),
  secret: () => randomBytes(32).toString('base64url'),
  digits: length => Array.from({ length }, () => randomInt(10)).join(''),
  letters: length => Array.from({ length }, () => UNMISTAKABLE[randomInt(UNMISTAKABLE.length)]).join(''),
});
