import { fitted, type Stroke } from './pen';
import type { OnBehalf } from './words';

type Consent = OnBehalf['consent'];

/** How somebody agreed, and that it was read to them as it stands and they said it is right. */
export interface ConsentForm {
  how: Consent['how'];
  isReadBack: boolean;
  /** The name they wrote on the screen. */
  signature: Stroke[];
}
export const noConsent = (how: Consent['how'] = 'spoken'): ConsentForm => ({ how, isReadBack: false, signature: [] });

export type ConsentProblems = Partial<Record<'isReadBack' | 'signature', string>>;

export const consentProblems = ({ how, isReadBack, signature }: ConsentForm): ConsentProblems => ({
  ...(!isReadBack && { isReadBack: '先念给本人听，本人说对了再记' }),
  ...(how === 'signed' && signature.length === 0 && { signature: '请本人签一下，或者改成口头同意' }),
});

export const consentOf = ({ how, signature }: ConsentForm, words: string): Consent => ({
  ...{ how, words, readBack: true },
  ...(how === 'signed' && { signature: { strokes: fitted(signature) } }),
});

/** Parts of a form that are no words of the record: what somebody agreed to is still the same. */
const BESIDE = new Set(['isReadBack', 'signature', 'slipNumber', 'lastFour']);

/**
 * The form with this part of it changed. What was read to somebody, and what they signed, no longer stand as soon as a word is another
 * one.
 */
export function changed<F extends object>(form: F, part: Partial<F>): F {
  const isOther = 'isReadBack' in form && Object.keys(part).some(key => !BESIDE.has(key));
  return { ...form, ...(isOther && { isReadBack: false, signature: [] }), ...part };
}

/** As it may lie on the phone half-filled, where it is not sealed: without somebody's handwriting. */
export const unsigned = <F extends object>(form: F): F => ('signature' in form ? { ...form, signature: [] } : form);
