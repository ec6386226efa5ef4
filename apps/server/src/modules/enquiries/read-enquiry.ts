import type { EnquiryDetail, StaffEnquiry } from '@bandeng/contracts/types';
import type { Actor, OfficeActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import { isLinked } from './conversion';
import type { EnquiryDeps } from './deps';
import { presentForStaff, presentOwn, presentPublication } from './enquiry.presenter';
import type { EnquiryRecord } from './enquiry.model';
import { isAuthor, reads, workingUnitOf } from './enquiry.policy';
import { ENQUIRIES, type ContactField } from './enquiry.repository';

/** What a presenter needs to know of units and days. */
export async function contextOf(deps: EnquiryDeps, records: readonly EnquiryRecord[]) {
  const unitIds = records.flatMap(({ unitIds: all, answer, publication, earlierAnswers }) => [
    ...all,
    ...[answer, publication, ...earlierAnswers].flatMap(said => said?.unitId ?? []),
  ]);
  const [units, calendar] = await Promise.all([
    deps.organization.findUnits([...new Set(unitIds)]),
    deps.holidays.calendar(),
  ]);
  return { unitName: (id: string) => units.get(id)?.name ?? '', today: deps.clock.today(), calendar };
}

const contactOf = ({ enquiries }: EnquiryDeps, record: EnquiryRecord) => ({
  name: enquiries.open(record, 'name'),
  phone: enquiries.open(record, 'phone'),
});

async function detailOf(deps: EnquiryDeps, actor: Actor, record: EnquiryRecord) {
  const [context, photos, linked] = await Promise.all([
    contextOf(deps, [record]),
    deps.files.describe(record.photoIds),
    isLinked(record) ? deps.chain.linkedTo('enquiry', record._id, actor) : [],
  ]);
  return { ...context, actor, photos, linked };
}

/** Whole for whoever wrote it; the published words for everybody else; what is not public is not there. */
export async function describeEnquiry(deps: EnquiryDeps, actor: Actor, record: EnquiryRecord): Promise<EnquiryDetail> {
  const isOwn = isAuthor(actor, record);
  if (!isOwn && !record.isPublic) throw new AppError('enquiry.not_found');
  const context = await detailOf(deps, actor, record);
  return isOwn ? presentOwn(record, context, contactOf(deps, record)) : presentPublication(record, context);
}

/** For the desks of the units that have to do with it. */
export async function describeForStaff(
  deps: EnquiryDeps,
  actor: OfficeActor,
  record: EnquiryRecord,
): Promise<StaffEnquiry> {
  if (!reads(actor, record)) throw new AppError('enquiry.not_found');
  const staffIds = [...record.contributions.map(({ staffId }) => staffId), record.answer?.draftedBy ?? []].flat();
  const [context, names] = await Promise.all([
    detailOf(deps, actor, record),
    deps.identity.findStaffNames([...new Set(staffIds)]),
  ]);
  const nameOf = (staffId: string) => names.get(staffId) ?? '';
  return presentForStaff(record, { ...context, nameOf }, contactOf(deps, record));
}

/** Shows a name or a number to somebody of a unit that works on it; the reason is sealed into the audit. */
export async function revealContact(
  deps: EnquiryDeps,
  actor: OfficeActor,
  { id, field, reason }: { id: string; field: ContactField; reason: string },
): Promise<{ value: string }> {
  const record = await deps.enquiries.get(id);
  if (!reads(actor, record)) throw new AppError('enquiry.not_found');
  if (workingUnitOf(actor, record) === undefined) throw new AppError('auth.forbidden');
  // Who has no account (the hotline, a door): the words are sealed under the message.
  const personId = record.accountId ?? id;
  const place = { collection: 'audit', id, field: 'reason' };
  const value = await deps.personKeys.sealUnlessForgotten(personId, reason, place);
  const sealed = value !== null && { sealedReason: { personId, value } };
  await deps.transaction(tx =>
    deps.audit.add(actor, 'enquiry.revealed', { collection: ENQUIRIES, id, fields: [field], ...sealed }, tx),
  );
  return { value: deps.enquiries.open(record, field) ?? '' };
}
