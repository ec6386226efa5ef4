import { phoneProblem } from './enquiry-form';
import { consentOf, consentProblems, noConsent, type ConsentForm, type ConsentProblems } from './consent-form';
import { handOnConsentWords, methodWords, saidProblem, type HandedOn } from './words';

/** What somebody wants to know, and how the office reaches them: theirs, said by them; nothing of the worker is in it. */
export interface HandOnForm extends ConsentForm {
  wanted: string;
  /** `any`: they did not say. */
  method: NonNullable<HandedOn['method']> | 'any';
  name: string;
  phone: string;
}

export const emptyHandOn = (): HandOnForm => ({
  ...{ wanted: '', method: 'any', name: '', phone: '', ...noConsent() },
});

export const handOnFormOf = ({ wanted, method, contact, consent }: HandedOn): HandOnForm => ({
  ...{ wanted, method: method ?? 'any', name: contact.name, phone: contact.phone, ...noConsent(consent.how) },
});

export type HandOnProblems = Partial<Record<'wanted' | 'name' | 'phone', string>> & ConsentProblems;

export function handOnProblems(form: HandOnForm): HandOnProblems {
  const { wanted, name, phone } = form;
  const ofWords = saidProblem(wanted);
  const ofPhone = phone.trim() === '' ? '写本人的电话，办公室要打给本人核实' : phoneProblem(phone);
  return {
    ...(wanted.trim() === '' && { wanted: '写下本人要的是什么' }),
    ...(ofWords && { wanted: ofWords }),
    ...(name.trim() === '' && { name: '问问本人叫什么名字' }),
    ...(ofPhone && { phone: ofPhone }),
    ...consentProblems(form),
  };
}

export const handOnContent = (form: HandOnForm): Omit<HandedOn, 'id' | 'takenAt' | 'offset' | 'doorId'> => ({
  ...{ kind: 'request', wanted: form.wanted.trim(), method: form.method === 'any' ? null : form.method },
  contact: { name: form.name.trim(), phone: form.phone.trim() },
  consent: consentOf(form, handOnConsentWords),
});

/** What is read to them before it is kept. */
export const handOnReadBack = ({ wanted, method, name, phone }: HandOnForm): string =>
  [
    `想要：${wanted.trim()}`,
    method !== 'any' && `怎么拿：${methodWords[method]}`,
    `名字：${name.trim()}`,
    `电话：${phone.trim()}`,
  ]
    .filter(Boolean)
    .join('。\n');
