import type { LocalDate } from '../calendar';

/** 规章 or 行政规范性文件 of a year: 本年制发, 本年废止, 现行有效. */
export const regulationFigures = {
  made: '本年制发件数',
  abolished: '本年废止件数',
  inForce: '现行有效件数',
} as const;
export type RegulationFigure = keyof typeof regulationFigures;
export type Regulations = Record<RegulationFigure, number>;

/** Table two of the form (国办公开办函〔2021〕30号); null is what nobody entered yet. */
export interface TableTwo {
  rules: Regulations;
  normative: Regulations;
  /** 处理决定数量: 行政许可 (第二十条第（五）项), 行政处罚 and 行政强制 (第（六）项). */
  permits: number | null;
  penalties: number | null;
  coercion: number | null;
  /** 行政事业性收费 (第（八）项), in 万元, as it was written: 12.5. */
  fees: string | null;
}

export const enteredFigures = {
  permits: '行政许可',
  penalties: '行政处罚',
  coercion: '行政强制',
  fees: '行政事业性收费',
} as const;
export type EnteredFigure = keyof typeof enteredFigures;

/** What a published paper counts as; null while nobody said. */
export type DocumentClass = 'rule' | 'normative' | 'other';

/** What a published paper says of its own time. */
export interface RegulationDates {
  madeOn: LocalDate | null;
  effectiveOn: LocalDate | null;
  abolishedOn: LocalDate | null;
}

/**
 * The figures of a year that a paper is part of. In force is what has been and was not abolished at the end of the year, or on
 * `today` while the year runs. A paper that names no day of its making is counted from the day it takes effect.
 */
export function figuresOfRegulation(
  { madeOn, effectiveOn, abolishedOn }: RegulationDates,
  year: number,
  today: LocalDate,
): RegulationFigure[] {
  const last = `${year}-12-31`;
  const asOf = today < last ? today : last;
  const isOfYear = (date: LocalDate | null) => date?.startsWith(`${year}-`) === true && date <= asOf;
  const from = effectiveOn ?? madeOn;
  const isInForce = from !== null && from <= asOf && (abolishedOn === null || abolishedOn > asOf);
  return [
    ...(isOfYear(madeOn ?? effectiveOn) ? (['made'] as const) : []),
    ...(isOfYear(abolishedOn) ? (['abolished'] as const) : []),
    ...(isInForce ? (['inForce'] as const) : []),
  ];
}

export interface ClassedRegulation extends RegulationDates {
  documentClass: DocumentClass | null;
}
export interface CountedRegulations {
  rules: Regulations;
  normative: Regulations;
  /** Papers with a part in the year that are in neither row, because nobody classed them. */
  unclassed: number;
}

/** The row of table two that a paper is counted in; null for other papers, which the form does not ask for. */
export const rowOfRegulation = ({ documentClass }: ClassedRegulation): keyof CountedRegulations | null => {
  if (documentClass === null) return 'unclassed';
  return ({ rule: 'rules', normative: 'normative', other: null } as const)[documentClass];
};

export function countRegulations(
  papers: readonly ClassedRegulation[],
  year: number,
  today: LocalDate,
): CountedRegulations {
  const counted = papers.map(paper => ({
    row: rowOfRegulation(paper),
    figures: figuresOfRegulation(paper, year, today),
  }));
  const countRow = (row: 'rules' | 'normative'): Regulations => {
    const count = (figure: RegulationFigure) =>
      counted.filter(one => one.row === row && one.figures.includes(figure)).length;
    return { made: count('made'), abolished: count('abolished'), inForce: count('inForce') };
  };
  return {
    rules: countRow('rules'),
    normative: countRow('normative'),
    unclassed: counted.filter(({ row, figures }) => row === 'unclassed' && figures.length > 0).length,
  };
}

/** 万元 with six decimals are 分: sums are taken in those, so that they are exact. */
const PER_WAN = 1_000_000;
const sumNumbers = (values: readonly (number | null)[]): number =>
  values.reduce<number>((all, value) => all + (value ?? 0), 0);
function sumFees(values: readonly (string | null)[]): string {
  const all = sumNumbers(values.map(value => (value === null ? 0 : Math.round(Number(value) * PER_WAN))));
  return String(all / PER_WAN);
}
const sumRegulations = (all: readonly Regulations[]): Regulations => ({
  made: sumNumbers(all.map(({ made }) => made)),
  abolished: sumNumbers(all.map(({ abolished }) => abolished)),
  inForce: sumNumbers(all.map(({ inForce }) => inForce)),
});

/** Table two of a district: what its units say, added up; what nobody entered counts as nothing. */
export const sumTableTwo = (tables: readonly TableTwo[]): TableTwo => ({
  rules: sumRegulations(tables.map(({ rules }) => rules)),
  normative: sumRegulations(tables.map(({ normative }) => normative)),
  permits: sumNumbers(tables.map(({ permits }) => permits)),
  penalties: sumNumbers(tables.map(({ penalties }) => penalties)),
  coercion: sumNumbers(tables.map(({ coercion }) => coercion)),
  fees: sumFees(tables.map(({ fees }) => fees)),
});

/** What has to be entered before a report can be handed in, by name. */
export const missingFigures = (table: TableTwo): string[] =>
  (Object.keys(enteredFigures) as EnteredFigure[])
    .filter(figure => table[figure] === null)
    .map(figure => enteredFigures[figure]);
