import { digitRuns, endsGroup, groupLengths, startsGroup, toHalfWidth, type DigitRun } from './digit-runs';
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
  /**
   * Also the ID numbers of 15 digits, which have no check digit: `true` all that could be one, `named` those that the text calls an ID
   * number. Default none.
   */
  oldIdNumbers?: boolean | 'named';
}

const ID_LENGTH = 18;
const OLD_ID_LENGTH = 15;
/** Six digits of the place, then the year of birth. */
const ID_FORM = /^[1-9]\d{5}(?:19|20)/;
const CARD_LENGTHS = [19, 18, 17, 16];
const AROUND = 12;
/** Words before a number that say it is the number of a document and not of a card or phone. */
const DOCUMENT_WORDS = /(?:编号|文号|案号|单号|证号|代码|备案号|流水号|索引号|第)[:：\s]*$/u;
const ID_WORDS = /(?:身份证|身份证件|证件|公民身份)(?:号码?|编号)?[:：\s]*$/u;
/** Country codes and the 0 of old trunk calls. */
const PHONE_PREFIXES = ['', '86', '0086', '0'];

/** Digits `start` to `end` of a run as they stand in the text. */
interface Candidate {
  run: DigitRun;
  start: number;
  end: number;
  digits: string;
  before: string;
  after: string;
}

/**
 * Finds ID numbers (GB 11643, checked), mobile numbers (with +86, full-width digits) and bank cards (16 to 19 digits, Luhn) in a text, in
 * order of their place and never overlapping; a number may be split by spaces, hyphens or signs that cannot be seen, and ID numbers and
 * cards also by a line break. What is an ID number is not also a card. Digits inside a longer run, credit codes and document numbers are
 * left alone.
 */
export function findPersonalData(text: string, options: FindPersonalDataOptions = {}): PersonalDataFind[] {
  const narrow = toHalfWidth(text);
  const shapes = shapesOf(options);
  const finds: PersonalDataFind[] = [];
  for (const run of digitRuns(narrow))
    for (const { kind, start, end, digits } of findInRun(run, narrow, shapes)) {
      const from = withPlus(narrow, run.places[start]!);
      const to = run.places[end - 1]! + 1;
      finds.push({ kind, start: from, end: to, text: text.slice(from, to), masked: maskers[kind](digits) });
    }
  return finds;
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

/** The plus of +86 belongs to the number. */
const withPlus = (text: string, start: number): number =>
  start - (/\+ ?$/.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0);

type Hit = Pick<Candidate, 'start' | 'end' | 'digits'> & { kind: PersonalDataKind };

/** What a kind of number looks like before anything around it is read: most places of a long run end here. */
interface Shape {
  kind: PersonalDataKind;
  length: number;
  fits(digits: string): boolean;
  accepts(candidate: Candidate): boolean;
}

const shapesOf = ({ oldIdNumbers = false }: FindPersonalDataOptions): Shape[] => [
  {
    kind: 'idNumber',
    length: ID_LENGTH,
    fits: digits => ID_FORM.test(digits) && isIdNumber(digits),
    accepts: () => true,
  },
  ...(oldIdNumbers === false
    ? []
    : [
        {
          kind: 'idNumber' as const,
          length: OLD_ID_LENGTH,
          fits: isOldIdNumber,
          accepts: (candidate: Candidate) =>
            (oldIdNumbers === true || ID_WORDS.test(candidate.before)) && isInOneLine(candidate),
        },
      ]),
  ...CARD_LENGTHS.map(length => ({ kind: 'bankCard' as const, length, fits: isCardNumber, accepts: isCard })),
  ...PHONE_PREFIXES.map(prefix => ({
    kind: 'mobile' as const,
    length: prefix.length + 11,
    fits: (digits: string) => digits.startsWith(prefix) && /^1[3-9]\d{9}$/.test(digits.slice(prefix.length)),
    accepts: (candidate: Candidate) => isMobile(candidate, prefix),
  })),
];

function findInRun(run: DigitRun, text: string, shapes: readonly Shape[]): Hit[] {
  const hits: Hit[] = [];
  const taken = new Uint8Array(run.digits.length);
  for (const { kind, length, fits, accepts } of shapes)
    // Every start is tried, so a number before does not hide one.
    for (let start = 0; start + length <= run.digits.length; start += 1) {
      const end = start + length;
      if (!startsGroup(run, start) || !endsGroup(run, end)) continue;
      const digits = run.digits.slice(start, end);
      if (!fits(digits) || taken.subarray(start, end).includes(1) || !accepts(candidateAt(run, text, start, end)))
        continue;
      taken.fill(1, start, end);
      hits.push({ kind, start, end, digits });
    }
  return hits.sort((a, b) => a.start - b.start);
}

function candidateAt(run: DigitRun, text: string, start: number, end: number): Candidate {
  const from = withPlus(text, run.places[start]!);
  const to = run.places[end - 1]! + 1;
  const before = text.slice(Math.max(0, from - AROUND), from);
  return { run, start, end, digits: run.digits.slice(start, end), before, after: text.slice(to, to + AROUND) };
}

const gapsOf = ({ run, start, end }: Candidate): string[] => run.gaps.slice(start + 1, end).filter(gap => gap !== '');
const isInOneLine = (candidate: Candidate): boolean => !gapsOf(candidate).some(gap => /[\r\n]/.test(gap));

/**
 * Serial numbers often begin with a date or a year, no card does. Credit codes without a letter begin with 1, 5 or 9 (机构编制, 民政,
 * 市场监管).
 */
const isCardNumber = (digits: string): boolean =>
  /^\d+$/.test(digits) &&
  !/^(?:0|19|20)|^(\d)\1+$/.test(digits) &&
  passesLuhn(digits) &&
  !(/^[159]/.test(digits) && isCreditCode(digits));

/** More groups of four on either side make a longer number. */
function isCard({ run, start, end, digits, before, after }: Candidate): boolean {
  if (/[A-Za-z]$/.test(before) || /^(?:[A-Za-z]|\s?号)/.test(after) || DOCUMENT_WORDS.test(before)) return false;
  const groups = groupLengths(run, start, end);
  const isByFours = groups.length > 3 && groups.slice(0, -1).every(length => length === 4);
  if (isByFours && (/\d{4}[ -]$/.test(before) || /^[ -]\d{4}/.test(after))) return false;
  return isWrittenLikeCard(groups, digits);
}

/** In one piece, by fours, six and the rest, digit by digit; what begins like 银联 may be split anyhow, but not like a list. */
function isWrittenLikeCard(groups: readonly number[], digits: string): boolean {
  if (groups.length === 1 || groups.length === digits.length) return true;
  if (groups.slice(0, -1).every(length => length === 4) && groups.at(-1)! <= 4) return true;
  if (groups.length === 2 && groups[0] === 6) return true;
  return digits.startsWith('62') && groups.length <= 6;
}

/** An amount (…8000.50), the tail of a decimal, a piece of a hyphenated code, or a list of small numbers is no phone. */
function isMobile(candidate: Candidate, prefix: string): boolean {
  const { digits, before, after } = candidate;
  if (!isInOneLine(candidate) || /\d[.-]$/.test(before) || /^(?:\.\d|\s?号)/.test(after) || DOCUMENT_WORDS.test(before))
    return false;
  const gaps = gapsOf(candidate);
  if (gaps.some(gap => gap.includes('.')) && !isByFours(candidate, prefix)) return false;
  return gaps.length <= 4 || gaps.length >= digits.length - 1;
}

/** 199.0000.0001: as a phone is read out, and not as an amount is written. */
const isByFours = ({ run, start, end }: Candidate, prefix: string): boolean =>
  groupLengths(run, start + prefix.length, end).join() === '3,4,4';
