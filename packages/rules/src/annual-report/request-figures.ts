import { daysBetween, type LocalDate } from '../calendar';

/** A year, a quarter or a month of it. */
export const figurePeriods = [
  'year',
  ...(['q1', 'q2', 'q3', 'q4'] as const),
  ...(['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm11', 'm12'] as const),
] as const;
export type FigurePeriod = (typeof figurePeriods)[number];

const two = (value: number): string => String(value).padStart(2, '0');

/** First and last day; the last of a month may be named too late (31 February): days are only compared with it. */
export function periodDays(year: number, period: FigurePeriod): { from: LocalDate; to: LocalDate } {
  const number = Number(period.slice(1));
  const [first, last] =
    period === 'year' ? [1, 12] : period.startsWith('q') ? [3 * number - 2, 3 * number] : [number, number];
  return { from: `${year}-${two(first)}-01`, to: `${year}-${two(last)}-31` };
}

/** What the figures ask of a case. */
export interface FigureCase {
  receivedOn: LocalDate | null;
  /** Null: still open. */
  endedOn: LocalDate | null;
  /** Ended by an answer, not by a lapse or a withdrawal. */
  isAnswered: boolean;
  isLate: boolean;
  isExtended: boolean;
  isCorrected: boolean;
}

export const requestFigures = {
  received: '收到',
  ended: '办结',
  answered: '答复',
  onTime: '按时答复',
  late: '超期答复',
  extended: '延期过',
  corrected: '补正过',
} as const;
export type RequestFigure = keyof typeof requestFigures;

/** The figures of a period that a case is part of: of what was answered in it, whether in time, and after an extension or a correction. */
export function figuresOfCase(one: FigureCase, { from, to }: { from: LocalDate; to: LocalDate }): RequestFigure[] {
  const isIn = (date: LocalDate | null) => date !== null && date >= from && date <= to;
  const ended = isIn(one.endedOn);
  const answered = ended && one.isAnswered;
  return [
    ...(isIn(one.receivedOn) ? (['received'] as const) : []),
    ...(ended ? (['ended'] as const) : []),
    ...(answered ? (['answered', one.isLate ? 'late' : 'onTime'] as const) : []),
    ...(answered && one.isExtended ? (['extended'] as const) : []),
    ...(answered && one.isCorrected ? (['corrected'] as const) : []),
  ];
}

export interface RequestFigures {
  counts: Record<RequestFigure, number>;
  /** Of those answered, in percent to one decimal; null when none was. */
  rates: Record<'onTime' | 'extended' | 'corrected', number | null>;
  /** Days of the calendar from receipt to answer. */
  days: { mean: number; median: number } | null;
}

/** Figures of a period: counts, rates of what was answered, mean and median days. */
export function countRequestFigures(
  cases: readonly FigureCase[],
  period: { from: LocalDate; to: LocalDate },
): RequestFigures {
  const figures = Object.keys(requestFigures) as RequestFigure[];
  const counts = Object.fromEntries(figures.map(figure => [figure, 0])) as Record<RequestFigure, number>;
  const days: number[] = [];
  for (const one of cases) {
    const found = figuresOfCase(one, period);
    for (const figure of found) counts[figure] += 1;
    if (found.includes('answered') && one.receivedOn !== null && one.endedOn !== null)
      days.push(daysBetween(one.receivedOn, one.endedOn));
  }
  const rate = (figure: RequestFigure) =>
    counts.answered === 0 ? null : Math.round((1000 * counts[figure]) / counts.answered) / 10;
  return {
    counts,
    rates: { onTime: rate('onTime'), extended: rate('extended'), corrected: rate('corrected') },
    days: days.length === 0 ? null : { mean: meanOf(days), median: medianOf(days) },
  };
}

const meanOf = (values: readonly number[]): number =>
  Math.round((10 * values.reduce((all, value) => all + value, 0)) / values.length) / 10;

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
