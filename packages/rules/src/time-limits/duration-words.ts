import type { Duration, DurationUnit } from './time-limit';

const DIGITS = '零一二三四五六七八九';

/** `20个工作日`, `7天`, `3个月`: two groups, the number and the unit. To be put into other patterns. */
export const DURATION = '(\\d+)\\s*个?(工作日|自然日|日历日|日|天|月|年|小时)';

/** Reads the two groups of DURATION. */
export function readDuration(n: string, word: string): Duration {
  return { n: Number(n), unit: UNITS[word] ?? 'days' };
}

const UNITS: Readonly<Record<string, DurationUnit>> = {
  工作日: 'workingDays',
  日: 'days',
  天: 'days',
  自然日: 'days',
  日历日: 'days',
  月: 'months',
  年: 'years',
  小时: 'hours',
};

/** Full-width digits become half-width ones. */
export function narrowDigits(text: string): string {
  return text.replace(/[０-９]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

/**
 * Full-width digits, and Chinese numbers up to ninety-nine before a unit (七个工作日), become digits; brackets become （）. The digits
 * of a year or a date (2026年, 1月31日, 12月底) are made full-width, so that they are not taken for a duration.
 */
export function withDigits(text: string): string {
  return narrowDigits(text)
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/[一二两三四五六七八九十]+(?=个?(?:工作日|自然日|日|天|个月|年|小时))/g, word =>
      String(chineseNumber(word)),
    )
    .replace(/\d{4}年|\d{1,2}月(?:\d{1,2}日|底|末)/g, date =>
      date.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    );
}

function chineseNumber(word: string): number {
  const value = (digit: string): number => (digit === '两' ? 2 : DIGITS.indexOf(digit));
  const [tens, ones] = word.includes('十') ? word.split('十') : ['', word];
  const ten = word.includes('十') ? (tens ? value(tens) : 1) * 10 : 0;
  return ten + (ones ? value(ones) : 0);
}
