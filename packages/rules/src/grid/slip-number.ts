/**
 * The short number on a slip (便条): seven digits and a check digit. The table is a quasigroup of order ten that is totally
 * anti-symmetric (H. M. Damm, 2004): one digit typed wrong, or two neighbours changed about, never give another number, and a phone sees
 * that without a network.
 */
const TABLE = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
] as const;
export const SLIP_DIGITS = 8;

const endOf = (digits: string): string => [...digits].reduce((row, digit) => TABLE[Number(row)]![Number(digit)]!, '0');

/** The number made of seven digits. */
export const withCheckDigit = (digits: string): string => digits + endOf(digits);

/** What was typed, read out or pasted as a number, as it is printed without its gap; null when it is none. */
export function slipNumberOf(typed: string): string | null {
  const digits = typed
    .replace(/[\s\-－—·]/g, '')
    .replace(/[０-９]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  return digits.length === SLIP_DIGITS && /^\d+$/.test(digits) && endOf(digits) === '0' ? digits : null;
}

/** In two groups of four, as it is printed and read aloud. */
export const slipNumberText = (number: string): string => `${number.slice(0, 4)} ${number.slice(4)}`;

const SCENE = /^\d{8}[2-9a-hjkmnp-z]{20}$/;

/**
 * What the code on a slip carries: its number, by which a worker's phone binds it, and behind it the secret by which the resident claims
 * it. Within WeChat's 32 characters of a scene.
 */
export const slipScene = (number: string, secret: string): string => number + secret;

/** What a slip's code carries, of what was scanned: an address of ours or the path of the mini-program; null when it is no slip's. */
export function slipSceneOf(scanned: string): string | null {
  const scene = /[?&]scene=([0-9a-z]+)/.exec(scanned)?.[1] ?? scanned;
  return SCENE.test(scene) && slipNumberOf(scene.slice(0, SLIP_DIGITS)) !== null ? scene : null;
}

/** The number in what was scanned. */
export const numberOfScanned = (scanned: string): string | null => slipSceneOf(scanned)?.slice(0, SLIP_DIGITS) ?? null;
