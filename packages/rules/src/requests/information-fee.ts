/** 国办函〔2020〕109号: one way of counting for one answer, by items or by pages; each step counts only what lies in it. */
export type FeeBasis =
  | { basis: 'items'; /** Which one this is of the applicant's in the calendar month, from 1. */ ordinal: number }
  | { basis: 'pages'; pages: number };

export interface FeeLine {
  text: string;
  yuan: number;
}
export interface InformationFee {
  yuan: number;
  /** How it comes about, line by line. */
  lines: FeeLine[];
}

const FREE_ITEMS = 10;
const FIRST_STEP_ITEMS = 30;
const PAGE_STEPS = [
  { from: 1, to: 30, yuan: 0 },
  { from: 31, to: 100, yuan: 10 },
  { from: 101, to: 200, yuan: 20 },
  { from: 201, to: Infinity, yuan: 40 },
];

/** The fee for processing one answer, in yuan. Throws RangeError when the number is not a whole one from 1. */
export function informationFee(given: FeeBasis): InformationFee {
  const number = given.basis === 'items' ? given.ordinal : given.pages;
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError('件数、页数应为大于 0 的整数');
  const lines = given.basis === 'items' ? [itemLine(number)] : pageLines(number);
  return { yuan: lines.reduce((sum, line) => sum + line.yuan, 0), lines };
}

function itemLine(ordinal: number): FeeLine {
  const yuan = itemPrice(ordinal);
  const step =
    ordinal <= FREE_ITEMS
      ? '10 件以内不收'
      : ordinal <= FIRST_STEP_ITEMS
        ? '第 11 到 30 件每件 100 元'
        : '第 31 件起，10 件一档，每增一档每件加 100 元';
  return { text: `同一申请人当月第 ${ordinal} 件，${step}`, yuan };
}

function itemPrice(ordinal: number): number {
  if (ordinal <= FREE_ITEMS) return 0;
  if (ordinal <= FIRST_STEP_ITEMS) return 100;
  return 200 + 100 * Math.floor((ordinal - FIRST_STEP_ITEMS - 1) / 10);
}

const pageLines = (pages: number): FeeLine[] =>
  PAGE_STEPS.filter(({ from }) => pages >= from).map(({ from, to, yuan }) => {
    const count = Math.min(pages, to) - from + 1;
    const where = to === Infinity ? `${from} 页以上` : `${from} 到 ${to} 页`;
    return {
      text: yuan === 0 ? `${where}的部分 ${count} 页，不收` : `${where}的部分 ${count} 页，每页 ${yuan} 元`,
      yuan: count * yuan,
    };
  });
