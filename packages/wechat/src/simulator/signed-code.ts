import { createHmac, timingSafeEqual } from 'node:crypto';

export type CodeKind = 'login' | 'phone';

/** What a code says: who got it, when, and for the phone button which number. */
export interface SignedCode {
  kind: CodeKind;
  openid: string;
  issuedAt: number;
  nonce: string;
  phone?: string;
}

const SIGNATURE_BYTES = 16;

/**
 * A one-time code that carries its own facts under an HMAC, so that any server with the demo key can honour it,
 * whichever issued it. That it is used once is the store's business.
 */
export function signCode(demoKey: string, code: SignedCode): string {
  const facts = Buffer.from(JSON.stringify(code)).toString('base64url');
  return `${facts}.${signature(demoKey, facts).toString('base64url')}`;
}

/** @returns null for anything that was not signed with this key */
export function openCode(demoKey: string, text: string): SignedCode | null {
  const [facts, given, rest] = text.split('.');
  if (facts === undefined || given === undefined || rest !== undefined) return null;
  const expected = signature(demoKey, facts);
  const actual = Buffer.from(given, 'base64url');
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return null;
  return JSON.parse(Buffer.from(facts, 'base64url').toString('utf8')) as SignedCode;
}

/** A key of 16 bytes in Base64, the shape of WeChat's session_key; the same code gives the same. */
export function sessionKeyOf(demoKey: string, code: string): string {
  return createHmac('sha256', demoKey).update(`session:${code}`).digest().subarray(0, 16).toString('base64');
}

function signature(demoKey: string, facts: string): Buffer {
  return createHmac('sha256', demoKey).update(`code:${facts}`).digest().subarray(0, SIGNATURE_BYTES);
}
