import type { Notice, RouteCall } from '@bandeng/contracts/types';
import { dropDraft, readDraft, saveDraft } from '@/lib/drafts';
import { newId } from '@/lib/ids';

/** An objection that is being written; the title is kept to name it among other drafts. */
export interface ObjectionDraft {
  title: string;
  text: string;
  name: string;
  phone: string;
}
export type ObjectionBody = RouteCall<'notices.objections.create'>['body'];

export const objectionPrefix = 'objection:';
export const objectionKey = (noticeId: string): string => `${objectionPrefix}${noticeId}`;

/** While the posting runs, by the server's clock. */
export const isObjectable = ({ posting, withdrawn }: Pick<Notice, 'posting' | 'withdrawn'>): boolean =>
  posting !== null && posting.day !== null && withdrawn === null;

const PHONE = /^[\d+（）() -]{5,20}$/;

/** What is still to be written, by field; nothing when it can be sent. */
export function missingIn({ text, name, phone }: ObjectionDraft): Partial<Record<'text' | 'name' | 'phone', string>> {
  return {
    ...(text.trim() === '' && { text: '写清楚哪里不对，凭什么这么说' }),
    ...(name.trim() === '' && { name: '写上姓名，核查要用' }),
    ...(phone.trim() !== '' && !PHONE.test(phone.trim()) && { phone: '电话写数字' }),
  };
}

export const objectionBody = (id: string, { text, name, phone }: ObjectionDraft): ObjectionBody => ({
  id,
  text: text.trim(),
  name: name.trim(),
  ...(phone.trim() !== '' && { phone: phone.trim() }),
});

/** Keeps the draft on the phone and gives the id it will be sent with: the same one for every try. */
export async function keepObjection(noticeId: string, draft: ObjectionDraft): Promise<string> {
  const key = objectionKey(noticeId);
  const id = readDraft(key)?.id ?? (await newId());
  saveDraft(key, id, draft);
  return readDraft(key)?.id ?? id;
}

/** The words stay, under a new id: the old one is taken by what an earlier try had said. */
export async function renewObjection(noticeId: string, draft: ObjectionDraft): Promise<void> {
  const id = await newId();
  dropDraft(objectionKey(noticeId));
  saveDraft(objectionKey(noticeId), id, draft);
}
