import { ENQUIRY_KIND_LABELS } from '@bandeng/contracts/routes';
import { slipFormOf, slipOf, type SlipForm } from './slip-form';
import { consentOf, consentProblems, noConsent, type ConsentForm, type ConsentProblems } from './consent-form';
import { enquiryConsentWords, saidProblem, type Enquiry } from './words';

/** What somebody asks at their door. Name and phone are theirs and stay empty until they say them: nothing of the worker is in it. */
export interface EnquiryForm extends ConsentForm, SlipForm {
  about: Enquiry['about'];
  title: string;
  body: string;
  /** Undefined: they were not asked yet. */
  isPublic: boolean | undefined;
  name: string;
  phone: string;
}

export const emptyEnquiry = (): EnquiryForm => ({
  ...{ about: 'question', title: '', body: '', isPublic: undefined, name: '', phone: '' },
  ...{ ...noConsent(), ...slipFormOf(null) },
});

export const enquiryFormOf = ({ about, title, body, publicConsent, contact, consent, slip }: Enquiry): EnquiryForm => ({
  ...{ about, title, body, isPublic: publicConsent, name: contact.name ?? '', phone: contact.phone ?? '' },
  ...{ ...noConsent(consent.how), ...slipFormOf(slip) },
});

export type EnquiryProblems = Partial<Record<'title' | 'body' | 'isPublic' | 'phone', string>> & ConsentProblems;

const isPhone = (text: string) => /^[0-9+()\-\s]{5,20}$/.test(text);
/** What is wrong with a number somebody gave, if anything. */
export const phoneProblem = (phone: string): string | undefined =>
  phone.trim() === '' || isPhone(phone.trim()) ? undefined : '电话号码不对，请本人再说一遍';

export function enquiryProblems(form: EnquiryForm): EnquiryProblems {
  const { title, body, isPublic, phone } = form;
  const [ofPhone, ofTitle, ofBody] = [phoneProblem(phone), saidProblem(title), saidProblem(body)];
  return {
    ...(title.trim() === '' && { title: '一句话写是什么事' }),
    ...(body.trim() === '' && { body: '写下本人说的话' }),
    ...(ofTitle && { title: ofTitle }),
    ...(ofBody && { body: ofBody }),
    ...(isPublic === undefined && { isPublic: '问问本人，答复能不能公开' }),
    ...(ofPhone && { phone: ofPhone }),
    ...consentProblems(form),
  };
}

const given = (text: string) => text.trim() || null;

export const enquiryContent = (
  form: EnquiryForm,
  isPublic: boolean,
): Omit<Enquiry, 'id' | 'takenAt' | 'offset' | 'doorId'> => ({
  ...{ kind: 'enquiry', about: form.about, title: form.title.trim(), body: form.body.trim(), publicConsent: isPublic },
  contact: { name: given(form.name), phone: given(form.phone) },
  consent: consentOf(form, enquiryConsentWords(isPublic)),
  slip: slipOf(form),
});

/** What is read to them before it is kept. */
export const enquiryReadBack = ({ about, title, body, name, phone }: EnquiryForm): string =>
  [
    `${ENQUIRY_KIND_LABELS[about]}：${title.trim()}`,
    body.trim(),
    name.trim() && `称呼：${name.trim()}`,
    phone.trim() && `电话：${phone.trim()}`,
  ]
    .filter(Boolean)
    .join('。\n');
