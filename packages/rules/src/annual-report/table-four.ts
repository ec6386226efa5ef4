import type { LocalDate } from '../calendar';

/** How an applicant turned against an answer, as the three blocks of table four (国办公开办函〔2021〕30号). */
export const remedyKinds = {
  review: '行政复议',
  lawsuit: '行政诉讼：未经复议直接起诉',
  lawsuit_after_review: '行政诉讼：复议后起诉',
} as const;
export type RemedyKindCode = keyof typeof remedyKinds;

/** The figures of each block in the order of the form; 总计 is their sum. */
export const remedyResults = {
  upheld: '结果维持',
  corrected: '结果纠正',
  other: '其他结果',
  pending: '尚未审结',
} as const;
export type RemedyResult = keyof typeof remedyResults;

/** What the table asks of a review or a lawsuit. */
export interface YearRemedy {
  kind: RemedyKindCode;
  broughtOn: LocalDate;
  /** Null: not concluded yet. */
  ended: { on: LocalDate; result: Exclude<RemedyResult, 'pending'> } | null;
}

/**
 * The figure of a year in which a review or lawsuit is counted, or null: what was concluded in it, and what was brought by its end
 * and not concluded. So what is 尚未审结 in one year is in the next again, as the requests carried over are.
 */
export function resultInYear({ broughtOn, ended }: YearRemedy, year: number): RemedyResult | null {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  if (broughtOn > last || (ended !== null && ended.on < first)) return null;
  return ended !== null && ended.on <= last ? ended.result : 'pending';
}

export interface TableFourBlock {
  kind: RemedyKindCode;
  label: string;
  byResult: Record<RemedyResult, number>;
  total: number;
}

const kinds = Object.keys(remedyKinds) as RemedyKindCode[];
const results = Object.keys(remedyResults) as RemedyResult[];
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** Table four of a year: 15 numbers, block by block in the order of the form. */
export function tableFour(remedies: readonly YearRemedy[], year: number): TableFourBlock[] {
  const counted = remedies.map(remedy => ({ kind: remedy.kind, result: resultInYear(remedy, year) }));
  return kinds.map(kind => {
    const byResult = Object.fromEntries(
      results.map(result => [result, counted.filter(one => one.kind === kind && one.result === result).length]),
    ) as Record<RemedyResult, number>;
    return { kind, label: remedyKinds[kind], byResult, total: sum(Object.values(byResult)) };
  });
}

/** Where a table four contradicts itself, as sentences: for one that somebody typed as for one that was counted. */
export const tableFourFaults = (blocks: readonly TableFourBlock[]): string[] =>
  blocks.flatMap(({ label, byResult, total }) => {
    const all = sum(results.map(result => byResult[result]));
    return all === total ? [] : [`“${label}”：四种结果相加是 ${all}，总计写的是 ${total}`];
  });

/** What the register knows of a case when a review or lawsuit is written into it. */
export interface RemedyCase {
  receivedOn: LocalDate;
  /** Conclusions of the reviews on this case. */
  reviewsEndedOn: readonly LocalDate[];
}

/** Why a review or lawsuit cannot be as it is written, as a sentence, or null: by its dates, and by what has to go before it. */
export function remedyFault(
  { kind, broughtOn, ended }: YearRemedy,
  { receivedOn, reviewsEndedOn }: RemedyCase,
  today: LocalDate,
): { field: 'kind' | 'broughtOn' | 'on'; message: string } | null {
  if (broughtOn > today) return { field: 'broughtOn', message: '这一天还没有到。' };
  if (broughtOn < receivedOn) return { field: 'broughtOn', message: '不能早于收到申请的那一天。' };
  if (kind === 'lawsuit_after_review' && reviewsEndedOn.length === 0)
    return { field: 'kind', message: '这件申请还没有审结的行政复议；先登记复议和它的结果。' };
  if (kind === 'lawsuit_after_review' && reviewsEndedOn.every(on => on > broughtOn))
    return { field: 'broughtOn', message: '复议后起诉，不能早于复议审结的那一天。' };
  if (ended === null) return null;
  if (ended.on > today) return { field: 'on', message: '这一天还没有到。' };
  return ended.on < broughtOn ? { field: 'on', message: '不能早于提起的那一天。' } : null;
}
