import { decisionKinds, type DecisionKindCode, type RemedyKind } from './decision-kinds';

/** What somebody asks an office for: information that is not public (Art. 27), or that its record of themselves is put right (Art. 41). */
export const requestKinds = { information: '申请信息', record_correction: '更正自己的记录' } as const;
export type RequestKind = keyof typeof requestKinds;

interface RecordOutcome {
  label: string;
  article: string;
  /** One letter tells all four, and whoever disagrees with one can go on: which way is for the legal adviser to confirm (X01). */
  remedy: RemedyKind;
  /** It names the office with the power to correct. */
  namesAgency: boolean;
}

const outcome = (label: string, namesAgency = false): RecordOutcome => ({
  ...{ label, namesAgency },
  article: '第四十一条',
  remedy: 'either',
});

/** How a request to correct one's own record ends (Art. 41); none of these is an answer to a request for information, or counted as one. */
export const recordOutcomes = {
  record_corrected: outcome('予以更正'),
  record_not_corrected: outcome('不予更正'),
  record_passed_on: outcome('本机关无权更正，转送有权更正的行政机关', true),
  record_told_where: outcome('本机关无权更正，告知向有权更正的行政机关提出', true),
} as const satisfies Readonly<Record<string, RecordOutcome>>;
export type RecordOutcomeCode = keyof typeof recordOutcomes;

/** Every way a request of either kind can end. */
export const replyKinds = { ...decisionKinds, ...recordOutcomes } as const;
export type ReplyKindCode = DecisionKindCode | RecordOutcomeCode;

export const isRecordOutcome = (code: string): code is RecordOutcomeCode => Object.keys(recordOutcomes).includes(code);

/** What was found and decided about a record (更正的处理), as the officer writes it; `text` is what was put right, or the reason. */
export interface RecordAnswer {
  kinds: readonly ReplyKindCode[];
  text: string;
  /** 核实的情况. */
  findings?: string | undefined;
  /** The office with the power to correct. */
  agency?: string | undefined;
}

/** Why an answer does not fit the kind of its request, with the field; null when it does. */
export function refusedRecordAnswer(
  kind: RequestKind,
  { kinds, findings, agency }: RecordAnswer,
): { field: 'kinds' | 'findings' | 'agency'; message: string } | null {
  const outcomes = kinds.filter(isRecordOutcome);
  if (kind === 'information')
    return outcomes.length === 0 && findings === undefined && agency === undefined
      ? null
      : { field: 'kinds', message: '这几种结果只用于更正自己的记录（第四十一条）。' };
  const [only] = outcomes;
  if (only === undefined || kinds.length !== 1)
    return { field: 'kinds', message: '更正自己的记录，只有第四十一条的一种结果。' };
  if (findings === undefined) return { field: 'findings', message: '请写核实的情况。' };
  const { namesAgency } = recordOutcomes[only];
  if (namesAgency && agency === undefined) return { field: 'agency', message: '请写有权更正的是哪个机关。' };
  if (!namesAgency && agency !== undefined) return { field: 'agency', message: '本机关自己处理的，不写别的机关。' };
  return null;
}

const end = (text: string): string => text.trim().replace(/[。；;.]+$/, '');

/** 处理结果, as the letter says it; null for an answer that is none of Art. 41. */
export function recordResultText({ kinds, text, agency = '' }: RecordAnswer): string | null {
  switch (kinds[0]) {
    case 'record_corrected':
      return `予以更正：${end(text)}`;
    case 'record_not_corrected':
      return `不予更正，理由是：${end(text)}`;
    case 'record_passed_on':
      return `本机关没有更正的权限，已经转送有权更正的${agency}：${end(text)}`;
    case 'record_told_where':
      return `本机关没有更正的权限，请向有权更正的${agency}提出：${end(text)}`;
    default:
      return null;
  }
}
