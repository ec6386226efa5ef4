import type { CheckVerdict } from '../check-verdict';
import { worseVerdict } from '../check-verdict';

/** A word, and what the check says of a text that holds it. */
export interface KeywordVerdict extends CheckVerdict {
  word: string;
}

/** Invented words, so that a demo can show each verdict without writing anything bad. */
export const DEFAULT_KEYWORD_VERDICTS: readonly KeywordVerdict[] = [
  { word: '测试广告', suggest: 'risky', label: 10001 },
  { word: '测试低俗', suggest: 'risky', label: 20012 },
  { word: '测试辱骂', suggest: 'risky', label: 20003 },
  { word: '测试违法', suggest: 'risky', label: 20006 },
  { word: '测试欺诈', suggest: 'risky', label: 20008 },
  { word: '测试时政', suggest: 'review', label: 20001 },
  { word: '测试存疑', suggest: 'review', label: 21000 },
];

/** Parts of a file's address that decide its verdict, since the simulator looks at no picture. */
export const DEFAULT_MEDIA_VERDICTS: readonly KeywordVerdict[] = [
  { word: 'simulated-risky', suggest: 'risky', label: 20002 },
  { word: 'simulated-review', suggest: 'review', label: 20001 },
];

/** An address with this in it cannot be downloaded: errcode -1008 in the push. */
export const UNREACHABLE_MEDIA = 'simulated-missing';

export interface FoundVerdict extends CheckVerdict {
  words: KeywordVerdict[];
}

/** The worst verdict over the words found; `pass` with 100 when there is none. */
export function verdictOn(text: string, words: readonly KeywordVerdict[]): FoundVerdict {
  const found = words.filter(({ word }) => text.includes(word));
  const worst = found.reduce<CheckVerdict>(worseVerdict, { suggest: 'pass', label: 100 });
  return { suggest: worst.suggest, label: worst.label, words: found };
}
