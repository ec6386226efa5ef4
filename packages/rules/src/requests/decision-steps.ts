import type { ReplyKindCode } from './record-outcomes';
import type { RequestEventType } from './request-events';

/** Where a proposed answer stands: for the desks. */
export const decisionSteps = {
  review: '法律审核',
  approval: '负责人批准',
  returned: '退回修改',
} as const;
export type DecisionStep = keyof typeof decisionSteps;

/** Who did what on the way to an answer; `by` is the member's id. */
export interface DecisionSignature {
  act: 'propose' | 'review' | 'approve';
  by: string;
}

/** Nobody signs two steps of one case, however many answers were proposed for it; the same step again is one's own. */
export const maySign = (act: DecisionSignature['act'], by: string, signatures: readonly DecisionSignature[]): boolean =>
  !signatures.some(signature => signature.by === by && signature.act !== act);

/** Whether a legal adviser looks at it; an answer goes without only when every one of its kinds may (config/deciding.json). */
export const needsLegalReview = (kinds: readonly ReplyKindCode[], notNeededFor: readonly ReplyKindCode[]): boolean =>
  !kinds.every(kind => notNeededFor.includes(kind));

/** What only moves a date, or was foreseen when the answer was proposed: that others got a letter, or kept silent. */
const DATES_ONLY: readonly RequestEventType[] = [
  'extended',
  'delayed',
  'thirdPartyServed',
  'thirdPartySilent',
  'otherAgencyServed',
  'otherAgencySilent',
];

/** Something was learnt after an answer was proposed, so that it cannot be signed as it stands. */
export const isOutdated = (since: readonly RequestEventType[]): boolean =>
  since.some(type => !DATES_ONLY.includes(type));
