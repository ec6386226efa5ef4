/** Checks of numbers that carry their own check digit. All expect half-width characters without separators. */

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECK = '10X98765432';
/** GB/T 2260: the first two digits name a province; 81 to 83 are residence permits of 港澳台. */
const PROVINCES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Citizen's ID number of 18 characters (GB 11643): province, real birth date of the years 1900 to 2099, check character. */
export function isIdNumber(number: string): boolean {
  const text = number.toUpperCase();
  if (!/^[1-9]\d{16}[\dX]$/.test(text) || !PROVINCES.test(text)) return false;
  if (!/^(?:19|20)/.test(text.slice(6)) || !isRealDate(text.slice(6, 14))) return false;
  return ID_CHECK[weigh(text, ID_WEIGHTS, Number) % 11] === text[17];
}

/** The form of 15 digits issued until 1999: no check digit, so province and birth date are all there is to check. */
export function isOldIdNumber(number: string): boolean {
  return /^[1-9]\d{14}$/.test(number) && PROVINCES.test(number) && isRealDate(`19${number.slice(6, 12)}`);
}

/** Unified social credit code of an organisation (GB 32100): 18 characters, the last one checks the rest. */
export function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return false;
  const sum = weigh(code, CREDIT_WEIGHTS, letter => CREDIT_ALPHABET.indexOf(letter));
  return CREDIT_ALPHABET[(31 - (sum % 31)) % 31] === code[17];
}

/** The check of ISO/IEC 7812 that bank cards carry. */
export function passesLuhn(digits: string): boolean {
  if (!/^\d+$/.test(digits)) return false;
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function weigh(text: string, weights: readonly number[], value: (letter: string) => number): number {
  return weights.reduce((sum, weight, index) => sum + weight * value(text.charAt(index)), 0);
}

function isRealDate(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number);
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
}
