/** Why earlier requests are held against one: Art. 36 (6), Art. 35. */
export const groundFindings = {
  repeated: { label: '重复申请', article: '第三十六条第（六）项' },
  excessive: { label: '数量、频次明显超过合理范围', article: '第三十五条' },
} as const;
export type GroundFinding = keyof typeof groundFindings;

/** One of the applicant's earlier requests, as it was shown. */
export interface EarlierCase {
  number: string;
  /** The day of its answer; null while there is none. */
  answeredOn: string | null;
}

/** Why these cases do not bear out the finding, as a sentence for the officer; null when they may. A person finds it, nobody else. */
export function groundRefusal(finding: GroundFinding, cases: readonly EarlierCase[]): string | null {
  if (cases.length === 0) return '先选出是哪几件以前的申请。';
  if (finding === 'excessive') return null;
  const open = cases.filter(({ answeredOn }) => answeredOn === null).map(({ number }) => number);
  if (open.length > 0) return `${open.join('、')}没有答复过：答复过的才谈得上重复申请（第三十六条第（六）项）。`;
  return null;
}
