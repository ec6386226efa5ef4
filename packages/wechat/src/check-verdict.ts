import { asInteger, asObject } from './big-json';

/** What WeChat advises on a text or a file: let it pass, have a person look, or hold it back. */
export type CheckSuggestion = 'pass' | 'review' | 'risky';

/** WeChat's labels of a content check, with the words of its documentation. */
export const CHECK_LABELS: Readonly<Record<number, string>> = {
  100: '正常',
  10001: '广告',
  20001: '时政',
  20002: '色情',
  20003: '辱骂',
  20006: '违法犯罪',
  20008: '欺诈',
  20012: '低俗',
  20013: '版权',
  21000: '其他',
};

/** 时政: common in talk about a government, so a person decides and never the machine alone. */
export const POLITICAL_LABEL = 20001;

export interface CheckVerdict {
  suggest: CheckSuggestion;
  /** One of CHECK_LABELS, or a number that WeChat added since. */
  label: number;
}

const SEVERITY: Record<CheckSuggestion, number> = { pass: 0, review: 1, risky: 2 };

/**
 * Reads `{ suggest, label }`; the label comes as a number or, in pushes, as a string of digits.
 * @returns null when the suggestion is none of the three
 */
export function readVerdict(value: unknown): CheckVerdict | null {
  const result = asObject(value);
  const suggest = result?.suggest;
  if (suggest !== 'pass' && suggest !== 'review' && suggest !== 'risky') return null;
  return { suggest, label: asInteger(result?.label) ?? (suggest === 'pass' ? 100 : 21000) };
}

/** The worse of two verdicts; the first wins a tie. */
export function worseVerdict<V extends CheckVerdict>(first: V, second: V): V {
  return SEVERITY[second.suggest] > SEVERITY[first.suggest] ? second : first;
}
