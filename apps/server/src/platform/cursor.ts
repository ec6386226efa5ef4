import { invalidField } from './errors';
import { deriveKey, hmac, isSameSecret } from './crypto';

export type CursorValue = string | number | boolean | null | Date;

/** Opaque places in a sorted list: signed, and good only for the list and sort that made them. */
export interface Cursors {
  encode(list: string, values: readonly CursorValue[]): string;
  /** Throws request.invalid (422) when the text is not one of ours for this list. */
  decode(list: string, cursor: string): CursorValue[];
}

const SIGNATURE_LENGTH = 16;
const isDateMember = (value: unknown): value is { date: string } =>
  typeof value === 'object' && value !== null && 'date' in value;

export function createCursors(tokenKey: Buffer): Cursors {
  const key = deriveKey(tokenKey, 'cursor');
  const sign = (list: string, content: string) => hmac(key, `${list}\n${content}`).slice(0, SIGNATURE_LENGTH);
  return {
    encode: (list, values) => {
      const json = JSON.stringify(values.map(value => (value instanceof Date ? { date: value.toISOString() } : value)));
      const content = Buffer.from(json).toString('base64url');
      return content + sign(list, content);
    },
    decode: (list, cursor) => {
      const content = cursor.slice(0, -SIGNATURE_LENGTH);
      if (content === '' || !isSameSecret(cursor.slice(-SIGNATURE_LENGTH), sign(list, content))) {
        throw invalidField('cursor', '翻页的位置不对,请从第一页重新看起。');
      }
      const values = JSON.parse(Buffer.from(content, 'base64url').toString()) as unknown[];
      return values.map(value => (isDateMember(value) ? new Date(value.date) : (value as CursorValue)));
    },
  };
}
