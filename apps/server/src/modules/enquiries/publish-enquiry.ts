import type { RouteInput } from '@bandeng/contracts/types';
import { scanText } from '@bandeng/rules';
import type { OfficeActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import { changeEnquiry } from './change-enquiry';
import type { EnquiryDeps } from './deps';
import type { EnquiryRecord } from './enquiry.model';
import { assertTakesIn } from './office-actions';

/** Only with the author's consent, and only words without anything that leads to a person; once more after it was opened again. */
export const publishEnquiry = (
  deps: EnquiryDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: RouteInput<'staff.enquiries.publish'>['body'] },
): Promise<EnquiryRecord> =>
  changeEnquiry(deps, actor, id, (record, { on, now }) => {
    assertTakesIn(actor, record);
    const given = record.answer;
    if (record.status !== 'answered' || !given?.answeredAt) throw new AppError('enquiry.state');
    if (!record.publicConsent) throw new AppError('enquiry.no_consent');
    const { title, question, answer } = body;
    const errors = Object.entries({ title, question, answer }).flatMap(([path, words]) =>
      scanText(words).map(({ masked }) => ({ path, message: `这里还有没遮住的：${masked}` })),
    );
    if (errors.length > 0) throw new AppError('enquiry.personal_data', { errors });
    const photoIds = record.photoIds.filter(photoId => body.photoIds.includes(photoId));
    return {
      ...{ event: 'enquiry.published', unitId: record.unitId, fact: { type: 'published', on } },
      fields: ['publication'],
      set: {
        publication: {
          ...{ title, question, answer, photoIds, at: now },
          ...{ outcome: given.outcome, plannedOn: given.plannedOn, unitId: given.unitId, answeredAt: given.answeredAt },
        },
        ...{ isPublic: true, publishedAt: now, hidden: null },
      },
    };
  });

/** Among the questions that are often asked, or not any more; only what everybody reads. */
export const featureEnquiry = (
  deps: EnquiryDeps,
  actor: OfficeActor,
  { id, isFaq }: { id: string; isFaq: boolean },
): Promise<EnquiryRecord> =>
  changeEnquiry(deps, actor, id, record => {
    assertTakesIn(actor, record);
    if (!record.isPublic) throw new AppError('enquiry.state');
    if (record.isFaq === isFaq) return null;
    return { event: 'enquiry.featured', unitId: record.unitId, fact: null, fields: ['isFaq'], set: { isFaq } };
  });
