import type { LetterText } from '@bandeng/contracts/types';
import { canonicalJson } from '@bandeng/rules';
import type { BlindIndex } from '../../platform/crypto';

/** 32 letters and digits that are not taken for one another: five bits each. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 16;

/** 80 bits over every fact of the letter, keyed: nobody makes one up, and a changed word has another. */
export function checkCodeOf(blindIndex: BlindIndex, id: string, text: LetterText): string {
  const keyed = Buffer.from(blindIndex.of('letter-check', canonicalJson({ id, ...text })), 'base64url');
  return [...keyed.subarray(0, LENGTH)].map(byte => ALPHABET[byte % ALPHABET.length]).join('');
}

/** A code as somebody typed it over. */
export const readCheckCode = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
