import { isCreditCode, isIdNumber, isOldIdNumber, passesLuhn } from './identifiers';
import { maskBankCard, maskIdNumber, maskPhone } from './mask';

export type PersonalDataKind = 'idNumber' | 'mobile' | 'bankCard';

/** One find; `start` and `end` are UTF-16 offsets into the text as it was given. */
export interface PersonalDataFind {
  kind: PersonalDataKind;
  start: number;
  end: number;
  text: string;
  masked: string;
}

export interface FindPersonalDataOptions {
  /** Also the ID numbers of 15 digits, which have no check digit: more finds, more false ones. Default false. */
  oldIdNumbers?: boolean;
}

/** Written between groups of digits: spaces of all kinds and hyphens. */
const GAP = '[ \\t\\u00a0\\u3000\\-]?';
const FOURS = `\\d{4}${GAP}\\d{4}${GAP}\\d{4}${GAP}\\d{4}`;
const ID_NUMBER = `\\d{6}${GAP}\\d{4}${GAP}\\d{2}${GAP}\\d{2}${GAP}\\d{3}[\\dXx]`;
const MOBILE = `(?:(?:\\+${GAP}|00)?86${GAP}|0)?1${GAP}[3-9](?:${GAP}\\d){9}`;
/** Longest first: sixteen digits may be followed by a number of their own. */
const CARDS = [`${FOURS}${GAP}\\d{1,3}`, `\\d{6}${GAP}\\d{10,13}`, FOURS];
/** Words before a number that say it is the number of a document and not of a card or phone. */
const DOCUMENT_WORDS = /(?:编号|文号|案号|单号|证号|代码|备案号|流水号|索引号|第)[:：\s]*$/u;

/** A place where a pattern matches; `before` and `after` are the text around it. */
interface Candidate {
  start: number;
  end: number;
  digits: string;
  raw: string;
  before: string;
  after: string;
}

/**
 * Finds ID numbers (GB 11643, checked), mobile numbers (with separators, +86, full-width digits) and bank cards (16 to 19 digits,
 * Luhn) in a text, in order of their place and never overlapping. What is an ID number is not also a card. Digits inside a longer
 * run, credit codes and document numbers are left alone.
 */
export function findPersonalData(text: string, options: FindPersonalDataOptions = {}): PersonalDataFind[] {
  const narrow = toHalfWidth(text);
  const finds: PersonalDataFind[] = [];
  const add = (kind: PersonalDataKind, pattern: string, accepts: (candidate: Candidate) => boolean): void => {
    for (const candidate of candidatesOf(narrow, pattern)) {
      const { start, end, digits } = candidate;
      if (finds.some(find => start < find.end && find.start < end) || !accepts(candidate)) continue;
      finds.push({ kind, start, end, text: text.slice(start, end), masked: maskers[kind](digits) });
    }
  };
  add('idNumber', ID_NUMBER, ({ digits }) => isIdNumber(digits));
  if (options.oldIdNumbers) add('idNumber', '\\d{15}', ({ digits }) => isOldIdNumber(digits));
  for (const pattern of CARDS) add('bankCard', pattern, isCard);
  add('mobile', MOBILE, isMobile);
  return finds.sort((a, b) => a.start - b.start);
}

/** The text with every find replaced by its mask. */
export function maskPersonalData(text: string, options: FindPersonalDataOptions = {}): string {
  const finds = findPersonalData(text, options);
  return finds.reduceRight((masked, find) => masked.slice(0, find.start) + find.masked + masked.slice(find.end), text);
}

const maskers: Record<PersonalDataKind, (digits: string) => string> = {
  idNumber: maskIdNumber,
  mobile: maskPhone,
  bankCard: maskBankCard,
};

/** Places where the pattern matches and no digit touches either end. Every start is tried, so a run before does not hide one. */
function candidatesOf(text: string, pattern: string): Candidate[] {
  const sticky = new RegExp(`(?:${pattern})(?!\\d)`, 'y');
  const candidates: Candidate[] = [];
  for (let start = 0; start < text.length; start += 1) {
    if (!/[\d+]/.test(text.charAt(start)) || /\d/.test(text.charAt(start - 1))) continue;
    sticky.lastIndex = start;
    const raw = sticky.exec(text)?.[0];
    if (raw === undefined) continue;
    const end = start + raw.length;
    const before = text.slice(Math.max(0, start - 12), start);
    candidates.push({ start, end, raw, digits: raw.replace(/[^\dXx]/g, ''), before, after: text.slice(end, end + 12) });
  }
  return candidates;
}

/**
 * Serial numbers often begin with a date or a year, no card does; more groups on either side make a longer number. Credit codes
 * without a letter begin with 1, 5 or 9 (机构编制, 民政, 市场监管).
 */
function isCard({ digits, before, after }: Candidate): boolean {
  if (digits.length < 16 || digits.length > 19 || /^(?:0|19|20)|^(\d)\1+$/.test(digits)) return false;
  if (/[A-Za-z]$|\d{4}[ -]$/.test(before) || /^(?:[A-Za-z]|\s?号|[ -]\d{4})/.test(after)) return false;
  const creditCode = /^[159]/.test(digits) && isCreditCode(digits);
  return passesLuhn(digits) && !creditCode && !DOCUMENT_WORDS.test(before);
}

/** An amount (…8000.50), the tail of a decimal, a piece of a hyphenated code, or a list of small numbers is no phone. */
function isMobile({ raw, digits, before, after }: Candidate): boolean {
  if (/\d[.-]$/.test(before) || /^(?:\.\d|\s?号)/.test(after) || DOCUMENT_WORDS.test(before)) return false;
  const gaps = raw.replace(/[+\d]/g, '').length;
  return gaps <= 4 || gaps >= digits.length - 1;
}

/** Full-width digits, letters and signs become half-width ones; lengths stay, so offsets do too. */
function toHalfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, letter => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212]/g, '-');
}
