import { phoneProblem } from './enquiry-form';
import { handOnConsentWords, methodWords, notReadBack, saidProblem, type ConsentForm, type HandedOn } from './words';

/** What somebody wants to know, and how the office reaches them: theirs, said by them; nothing of the worker is in it. */
export interface HandOnForm extends ConsentForm {
  wanted: string;
  /** `any`: they did not say. */
  method: NonNullable<HandedOn['method']> | 'any';
  name: string;
  phone: string;
}

export const emptyHandOn = (): HandOnForm => ({
  ...{ wanted: '', method: 'any', name: '', phone: '', how: 'spoken', isReadBack: false },
});

export const handOnFormOf = ({ wanted, method, contact, consent }: HandedOn): HandOnForm => ({
  ...{ wanted, method: method ?? 'any', name: contact.name, phone: contact.phone, how: consent.how, isReadBack: false },
});

export type HandOnProblems = Partial<Record<'wanted' | 'name' | 'phone' | 'isReadBack', string>>;

export function handOnProblems({ wanted, name, phone, isReadBack }: HandOnForm): HandOnProblems {
  const ofWords = saidProblem(wanted);
  const ofPhone = phone.trim() === '' ? '写本人的电话，办公室要打给本人核实' : phoneProblem(phone);
  return {
    ...(wanted.trim() === '' && { wanted: '写下本人要的是什么' }),
    ...(ofWords && { wanted: ofWords }),
    ...(name.trim() === '' && { name: '问问本人叫什么名字' }),
    ...(ofPhone && { phone: ofPhone }),
    ...(!isReadBack && { isReadBack: notReadBack }),
  };
}

export const handOnContent = ({
  wanted,
  method,
  name,
  phone,
  how,
}: HandOnForm): Omit<HandedOn, 'id' | 'takenAt' | 'offset' | 'doorId'> => ({
  ...{ kind: 'request', wanted: wanted.trim(), method: method === 'any' ? null : method },
  contact: { name: name.trim(), phone: phone.trim() },
  consent: { how, words: handOnConsentWords, readBack: true },
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
