import type { RouteInput } from '@bandeng/contracts/types';
import { canonicalJson } from '@bandeng/rules';
import district from '../../../../../config/district.json';
import type { ResidentActor } from '../../http/actor';
import { shanghaiDate } from '../../platform/clock';
import { AppError } from '../../platform/errors';
import type { EnquiryDeps } from './deps';
import { recounted } from './enquiry-dates';
import { enquiryLimits, kindOf } from './enquiry-limits';
import type { EnquiryFact, EnquiryRecord } from './enquiry.model';
import { ENQUIRIES } from './enquiry.repository';

type Input = RouteInput<'enquiries.create'>['body'];

/** Takes a message in, with its receipt; it is counted from today. The same id and content again gives the same record. */
export async function createEnquiry(
  deps: EnquiryDeps,
  actor: ResidentActor,
  input: Input,
): Promise<{ record: EnquiryRecord; isNew: boolean }> {
  const contentHash = deps.blindIndex.of('enquiry', canonicalJson({ ...input, actor: actor.accountId }));
  const same = (existing: EnquiryRecord) => {
    if (existing.contentHash !== contentHash) throw new AppError('id.conflict');
    return { record: existing, isNew: false };
  };
  const existing = await deps.enquiries.find(input.id);
  if (existing) return same(existing);

  const [unitId, place, calendar] = await Promise.all([
    intakeUnitId(deps, input.unitId),
    placeOf(deps, input.place),
    deps.holidays.calendar(),
  ]);
  const now = deps.clock.now();
  const on = shanghaiDate(now);
  const submitted: EnquiryFact = {
    ...{ at: now, by: 'author', unitId: null, note: null },
    fact: { type: 'submitted', on, workingDays: kindOf(input.kind).workingDays },
  };
  const { id, kind, title, body, photoIds, publicConsent, contact } = input;

  return deps.inTurn(() =>
    deps.transaction(async tx => {
      const repeated = await deps.enquiries.find(id, tx);
      if (repeated) return same(repeated);
      const year = on.slice(0, 4);
      const running = await deps.enquiries.nextNumber(year, tx);
      const receipt = await deps.receipts.issue({ kind: 'enquiry', id, body: { title, body }, receivedAt: now }, tx);
      const record = recounted(
        {
          ...{ _id: id, accountId: actor.accountId, contentHash, receipt, kind, title, body, place, photoIds },
          number: `${enquiryLimits.numberPrefix}〔${year}〕${String(running).padStart(4, '0')}`,
          publicConsent,
          contact: {
            name: deps.enquiries.seal(id, 'name', contact.name),
            phone: deps.enquiries.seal(id, 'phone', contact.phone),
          },
          ...{ unitId, mainUnitId: null, jointUnitIds: [], unitIds: [unitId] },
          ...{ status: 'submitted', submittedAt: now, dueOn: on, provisional: false, actBy: '' },
          ...{ events: [submitted], contributions: [], answer: null, earlierAnswers: [], rating: null },
          ...{ publication: null, isPublic: false, publishedAt: null, endedAt: null },
          ...{ remindOn: '', remindedOn: null, chasedOn: null, revision: 1 },
        },
        calendar,
      );
      await deps.enquiries.insert(record, tx);
      await deps.files.bindToRecord(actor, photoIds, { collection: ENQUIRIES, id }, tx);
      await deps.audit.add(actor, 'enquiry.submitted', { collection: ENQUIRIES, id, to: record.status }, tx);
      await deps.outbox.add({ name: 'enquiry.submitted', enquiryId: id, unitId, on }, tx);
      return { record, isNew: true };
    }),
  );
}

/** The unit that was asked, or the district's office, which finds out whose it is. */
async function intakeUnitId(deps: EnquiryDeps, wanted: string | undefined): Promise<string> {
  const unit = await deps.organization.findUnit(wanted ?? district.informationOfficeUnitId);
  if (!unit || unit.closedOn) throw new AppError('unit.not_found');
  return unit._id;
}

/** Where it is, by name as well: an area may be closed one day. */
async function placeOf(deps: EnquiryDeps, given: Input['place']): Promise<EnquiryRecord['place']> {
  if (!given) return null;
  const area = await deps.organization.findArea(given.areaId);
  if (!area?.isPublic) throw new AppError('area.not_found');
  return { areaId: area._id, path: area.path, note: given.note ?? null };
}
