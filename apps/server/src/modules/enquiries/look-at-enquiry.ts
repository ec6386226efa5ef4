import type { RouteInput } from '@bandeng/contracts/types';
import type { OfficeActor, ResidentActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import { changeEnquiry } from './change-enquiry';
import type { EnquiryDeps } from './deps';
import type { EnquiryRecord } from './enquiry.model';
import { isAuthor } from './enquiry.policy';
import { ENQUIRIES } from './enquiry.repository';
import { assertTakesIn } from './office-actions';

/** More than so many that wait say nothing new. */
const MOST_REPORTS = 50;

/** Anybody who is signed in reports what is public, once; it stays as it is until a person has looked. */
export function reportEnquiry(
  deps: EnquiryDeps,
  actor: ResidentActor,
  { id, body }: { id: string; body: RouteInput<'enquiries.report'>['body'] },
): Promise<{ id: string }> {
  return deps.transaction(async tx => {
    const record = await deps.enquiries.get(id, tx);
    if (!record.isPublic) throw new AppError('enquiry.not_found');
    const { accountId } = actor;
    const known = record.reports.find(report => report.accountId === accountId);
    if (known || record.reports.length >= MOST_REPORTS) return { id: known?.id ?? body.id };
    const now = deps.clock.now();
    const reports = [...record.reports, { ...body, accountId, at: now }];
    if (!(await deps.enquiries.replace({ ...record, reports, lookFrom: record.lookFrom ?? now }, tx)))
      throw new AppError('service.unavailable');
    await deps.audit.add(actor, 'enquiry.reported', { collection: ENQUIRIES, id, fields: ['reports'] }, tx);
    await deps.outbox.add({ name: 'enquiry.reported', enquiryId: id, unitId: record.unitId }, tx);
    return { id: body.id };
  });
}

/** Looked at: hidden or shown, with the reason for its author; what was reported is settled with it. */
export const showEnquiry = (
  deps: EnquiryDeps,
  actor: OfficeActor,
  { id, isShown, reason }: { id: string; isShown: boolean; reason: string },
): Promise<EnquiryRecord> =>
  changeEnquiry(deps, actor, id, (record, { now }) => {
    assertTakesIn(actor, record);
    if (record.publication === null) throw new AppError('enquiry.state');
    // Said again: an appeal that was not heard keeps its words beside the new reason.
    const hidden = isShown ? null : { reason, at: now, appeal: record.hidden?.appeal ?? null };
    const isHeard = isShown && record.isPublic;
    return {
      ...{ event: isShown ? (isHeard ? 'enquiry.kept' : 'enquiry.shown') : 'enquiry.hidden', unitId: record.unitId },
      ...{ fact: null, fields: ['isPublic', 'reports'] },
      set: { isPublic: isShown, isFaq: isShown && record.isFaq, hidden, reports: [], lookFrom: null },
    };
  });

/** Its author has it looked at once more. */
export const appealAgainstHiding = (
  deps: EnquiryDeps,
  actor: ResidentActor,
  { id, text }: { id: string; text: string },
): Promise<EnquiryRecord> =>
  changeEnquiry(deps, actor, id, (record, { now }) => {
    if (!isAuthor(actor, record)) throw new AppError('enquiry.not_found');
    if (record.hidden?.appeal === text) return null;
    if (!record.hidden || record.hidden.appeal !== null) throw new AppError('enquiry.state');
    return {
      ...{ event: 'enquiry.appealed', unitId: null, fact: null, fields: ['hidden'] },
      set: { hidden: { ...record.hidden, appeal: text }, lookFrom: now },
    };
  });
