import type { EnquiryBody, EnquiryKind } from './api';

/** What the form asks, flat, as it is typed. Photos are sent when they are chosen and are not kept. */
export interface EnquiryDraft {
  kind: EnquiryKind;
  title: string;
  body: string;
  street: string;
  areaId: string;
  where: string;
  name: string;
  phone: string;
  isPublic: boolean;
}

export const emptyEnquiry: EnquiryDraft = {
  ...{ kind: 'question', title: '', body: '', street: '', areaId: '', where: '', name: '', phone: '' },
  isPublic: true,
};

export type Faults = Partial<Record<keyof EnquiryDraft, string>>;

const given = (text: string) => (text.trim() === '' ? undefined : text.trim());

/** What is wrong with it, in plain words; the server checks it all again. */
export function checkEnquiry({ title, body, phone, where, areaId, street }: EnquiryDraft): Faults {
  return {
    ...(title.trim() === '' && { title: '一句话说是什么事' }),
    ...(body.trim() === '' && { body: '写一写是怎么回事' }),
    ...(phone.trim() !== '' && !/^[0-9+()\-\s]{5,20}$/.test(phone.trim()) && { phone: '电话号码不对，请再看一遍' }),
    ...(where.trim() !== '' && areaId === '' && street === '' && { where: '先选是哪个街道' }),
  };
}

/** The form as the API takes it. */
export function enquiryBody(id: string, draft: EnquiryDraft, photoIds: string[]): EnquiryBody {
  const areaId = draft.areaId || draft.street;
  return {
    ...{ id, kind: draft.kind, title: draft.title.trim(), body: draft.body.trim(), photoIds },
    ...(areaId !== '' && { place: { areaId, note: given(draft.where) } }),
    contact: { name: given(draft.name), phone: given(draft.phone) },
    publicConsent: draft.isPublic,
  };
}
