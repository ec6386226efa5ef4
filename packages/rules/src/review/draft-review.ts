import type { Machine } from '../state-machines/machines';
import { nextState } from '../state-machines/next-state';

/**
 * `sent_back` lies with its writer, as `writing` does, but after somebody asked for a change. What is `published` and `discarded` is over.
 * `filed` was reviewed and is not published (依申请公开, 不予公开); it can be taken up again (条例第十八条: 定期评估审查).
 */
export type DraftState =
  'writing' | 'in_review' | 'sent_back' | 'approved' | 'scheduled' | 'filed' | 'published' | 'discarded';
export type DraftEvent =
  | 'save'
  | 'submit'
  | 'sign'
  | 'approve'
  | 'sendBackToStep'
  | 'sendBackToWriter'
  | 'recall'
  | 'refuse'
  | 'schedule'
  | 'unschedule'
  | 'publish'
  | 'file'
  | 'discard';

/** The life of a notice before it is public (先审后发; 三审三校). */
export const draftMachine: Machine<DraftState, DraftEvent> = {
  writing: { save: 'writing', submit: 'in_review', approve: 'approved', refuse: 'sent_back', discard: 'discarded' },
  sent_back: { save: 'sent_back', submit: 'in_review', approve: 'approved', refuse: 'sent_back', discard: 'discarded' },
  in_review: {
    sign: 'in_review',
    approve: 'approved',
    sendBackToStep: 'in_review',
    sendBackToWriter: 'sent_back',
    recall: 'writing',
  },
  approved: {
    sendBackToStep: 'in_review',
    sendBackToWriter: 'sent_back',
    recall: 'writing',
    schedule: 'scheduled',
    publish: 'published',
    file: 'filed',
  },
  scheduled: { unschedule: 'approved', publish: 'published' },
  filed: { recall: 'writing' },
  published: {},
  discarded: {},
};

/** A step signed by somebody, over the content of that hash. One that is void stays on the record and counts for nothing. */
export interface ReviewSignature {
  step: number;
  by: string;
  contentHash: string;
  isVoid: boolean;
}

/** What of a draft decides who may do what next. */
export interface DraftReview<S extends ReviewSignature = ReviewSignature> {
  state: DraftState;
  /** How many steps its columns ask for. */
  steps: number;
  contentHash: string;
  /** Everybody who wrote in it: none of them signs. */
  writers: readonly string[];
  /** In the order they were given. */
  signatures: readonly S[];
}

export type DraftAct<S extends ReviewSignature = ReviewSignature> =
  | { kind: 'save'; by: string; contentHash: string }
  | { kind: 'submit'; steps: number }
  /** `signature` says over which content: what the signer has read. */
  | { kind: 'sign'; signature: S }
  | { kind: 'sendBack'; to: number | 'writer' }
  /** `refuse`: the secrecy reviewer lets a number not pass. */
  | { kind: 'recall' | 'refuse' | 'schedule' | 'unschedule' | 'publish' | 'file' | 'discard' };

/**
 * `state`: not now. `wrote`: who wrote in it does not sign. `signed`: nobody signs two steps of one notice. `changed`: the content is
 * not the one that was read. `step`: not the step whose turn it is, or none that lies behind.
 */
export type DraftRefusal = 'state' | 'wrote' | 'signed' | 'changed' | 'step';

const isValid = ({ isVoid, contentHash }: ReviewSignature, review: Pick<DraftReview, 'contentHash'>): boolean =>
  !isVoid && contentHash === review.contentHash;

/** The lowest step without a signature over the present content; null when every step has one. */
export function openStepOf({ steps, contentHash, signatures }: Omit<DraftReview, 'state' | 'writers'>): number | null {
  const signed = new Set(signatures.filter(one => isValid(one, { contentHash })).map(one => one.step));
  for (let step = 1; step <= steps; step += 1) if (!signed.has(step)) return step;
  return null;
}

/** Why this person may not sign the open step of what is in review; null when nothing is against it. */
export function refusalToSign(review: DraftReview, by: string): DraftRefusal | null {
  if (review.state !== 'in_review') return 'state';
  if (review.writers.includes(by)) return 'wrote';
  return review.signatures.some(one => one.by === by && isValid(one, review)) ? 'signed' : null;
}

/**
 * What an act makes of a draft, or why it may not be. A change of content voids every signature; sending back voids those of the step
 * it goes to and of the later ones, so a draft that comes back unchanged goes on where it was stopped.
 * Rights of persons (roles, units) are the caller's to check.
 */
export function actOnDraft<S extends ReviewSignature>(
  review: DraftReview<S>,
  act: DraftAct<S>,
): { review: DraftReview<S> } | { refusal: DraftRefusal } {
  switch (act.kind) {
    case 'save':
      return move(review, 'save', {
        contentHash: act.contentHash,
        writers: review.writers.includes(act.by) ? review.writers : [...review.writers, act.by],
        signatures: act.contentHash === review.contentHash ? review.signatures : voided(review.signatures, 1),
      });
    case 'submit': {
      const next = { ...review, steps: act.steps };
      return move(next, openStepOf(next) === null ? 'approve' : 'submit');
    }
    case 'sign':
      return sign(review, act.signature);
    case 'sendBack': {
      if (act.to === 'writer')
        return move(review, 'sendBackToWriter', {
          signatures: voided(review.signatures, openStepOf(review) ?? review.steps),
        });
      const open = openStepOf(review) ?? review.steps + 1;
      if (nextState(draftMachine, review.state, 'sendBackToStep') === null) return { refusal: 'state' };
      if (!Number.isInteger(act.to) || act.to < 1 || act.to >= open) return { refusal: 'step' };
      return move(review, 'sendBackToStep', { signatures: voided(review.signatures, act.to) });
    }
    default:
      return move(review, act.kind);
  }
}

function sign<S extends ReviewSignature>(review: DraftReview<S>, signature: S) {
  const refusal = refusalToSign(review, signature.by);
  if (refusal) return { refusal };
  if (signature.contentHash !== review.contentHash) return { refusal: 'changed' as const };
  if (signature.step !== openStepOf(review)) return { refusal: 'step' as const };
  const signatures = [...review.signatures, signature];
  return move(review, openStepOf({ ...review, signatures }) === null ? 'approve' : 'sign', { signatures });
}

function move<S extends ReviewSignature>(
  review: DraftReview<S>,
  event: DraftEvent,
  change: Partial<DraftReview<S>> = {},
): { review: DraftReview<S> } | { refusal: DraftRefusal } {
  const state = nextState(draftMachine, review.state, event);
  return state === null ? { refusal: 'state' } : { review: { ...review, ...change, state } };
}

const voided = <S extends ReviewSignature>(signatures: readonly S[], fromStep: number): S[] =>
  signatures.map(one => (one.step >= fromStep ? { ...one, isVoid: true } : one));

/** What the steps are called: 初审 复审 终审; with fewer the last one is still the last. */
export function stepName(step: number, steps: number): string {
  if (steps === 1) return '审核';
  if (step === steps) return '终审';
  return step === 1 ? '初审' : '复审';
}
