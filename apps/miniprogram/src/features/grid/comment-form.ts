import type { GridItem } from './pack-store';
import { readDraftItems, readText } from './pack-store';
import { isEntry, wholeDraft, type Place } from '@/lib/place';
import type { ConsultationDetail } from '@bandeng/contracts/types';
import { walkTime } from './contact';
import { slipFormOf, slipOf, type SlipForm } from './slip-form';
import { consentOf, consentProblems, noConsent, type ConsentForm, type ConsentProblems } from './consent-form';
import { consentWords, saidProblem, type OnBehalf } from './words';

/**
 * What somebody says at their door. A state of its own: the worker's name, phone and account are nowhere near it, and the name stays
 * empty until the person says it.
 */
export interface BehalfForm extends ConsentForm, SlipForm {
  consultationId: string;
  place: Place;
  proposedText: string;
  body: string;
  showing: OnBehalf['showing'];
  authorName: string;
}

export const emptyBehalf = (consultationId: string): BehalfForm => ({
  ...{ consultationId, place: wholeDraft, proposedText: '', body: '', showing: 'unnamed', authorName: '' },
  ...{ ...noConsent(), ...slipFormOf(null) },
});

export const behalfFormOf = (record: OnBehalf): BehalfForm => {
  const { consultationId, target, proposedText, body, showing, authorName, consent, slip } = record;
  const place = placesOf(consultationId).find(found => JSON.stringify(found.target) === JSON.stringify(target));
  return {
    ...{ consultationId, place: place ?? wholeDraft, proposedText: proposedText ?? '', body, showing },
    ...{ authorName: authorName ?? '', ...noConsent(consent.how), ...slipFormOf(slip) },
  };
};

/** Consultations of the pack that can still be spoken to, by this phone's reckoning; the server has the last word. */
export const openConsultations = (items: readonly GridItem[]): ConsultationDetail[] =>
  items.flatMap(item => {
    const text = item.kind === 'consultation' ? readText(item) : undefined;
    if (text?.kind !== 'consultation') return [];
    return new Date(text.consultation.closesAt) > walkTime() ? text.consultation : [];
  });

/** Spots one can speak of: the whole, each clause, each entry and what changes in it. */
export const placesOf = (consultationId: string): Place[] => [
  wholeDraft,
  ...readDraftItems(consultationId).flatMap((item): Place[] => {
    if (!isEntry(item)) return [{ target: { kind: 'clause', id: item.id }, label: item.label, current: item.text }];
    const { id, name, fields } = item;
    const touched = fields.filter(({ changed: isChanged }) => isChanged);
    return [
      { target: { kind: 'entry', id }, label: name },
      ...touched.map(({ field, label, value }): Place => {
        return { target: { kind: 'entry', id, field }, label, of: name, current: value };
      }),
    ];
  }),
];

export type BehalfProblems = Partial<Record<'body' | 'authorName', string>> & ConsentProblems;

const wrongIn = (problem: string | undefined) => problem !== undefined && { body: problem };

export const behalfProblems = (form: BehalfForm): BehalfProblems => {
  const { body, proposedText, showing, authorName } = form;
  return {
    ...wrongIn(body.trim() === '' && proposedText.trim() === '' ? '写下本人说的话' : saidProblem(body, proposedText)),
    ...(showing === 'named' && authorName.trim() === '' && { authorName: '问问本人，公开时写什么名字' }),
    ...consentProblems(form),
  };
};

export function behalfBody(form: BehalfForm, unit: string): Omit<OnBehalf, 'id' | 'takenAt' | 'offset' | 'doorId'> {
  const { consultationId, place, showing, authorName } = form;
  const proposed = form.proposedText.trim();
  return {
    ...{ kind: 'comment', consultationId, target: place.target, showing },
    body: form.body.trim() || proposed,
    proposedText: proposed === '' || proposed === place.current?.trim() ? null : proposed,
    authorName: showing === 'named' ? authorName.trim() : null,
    consent: consentOf(form, consentWords(showing, unit)),
    slip: slipOf(form),
  };
}

/** What is read to them before it is kept. */
export const readBackText = ({ place, proposedText, body }: BehalfForm): string =>
  [`对${place.of ?? ''}${place.label}`, proposedText.trim() && `改成：${proposedText.trim()}`, body.trim()]
    .filter(Boolean)
    .join('。\n');
