import type { RouteInput } from '@bandeng/contracts/types';
import { canonicalJson, type HolidayCalendar, type LocalDate } from '@bandeng/rules';
import district from '../../../../../config/district.json';
import type { KnownActor, OfficeActor, ResidentActor } from '../../http/actor';
import { shanghaiDate } from '../../platform/clock';
import { AppError } from '../../platform/errors';
import type { Tx } from '../../platform/transaction';
import type { EnquiryDeps } from './deps';
import { recounted } from './enquiry-dates';
import { enquiryLimits, kindOf } from './enquiry-limits';
import type { EnquiryConversion, EnquiryFact, EnquiryRecord } from './enquiry.model';
import { takesIn } from './enquiry.policy';
import { ENQUIRIES } from './enquiry.repository';

type Input = RouteInput<'enquiries.create'>['body'];

/** Takes a message in, with its receipt; it is counted from today. The same id and content again gives the same record. */
export async function createEnquiry(
  deps: EnquiryDeps,
  actor: ResidentActor,
  input: Input,
): Promise<{ record: EnquiryRecord; isNew: boolean }> {
  const contentHash = deps.blindIndex.of('enquiry', canonicalJson({ ...input, actor: actor.accountId }));
  const existing = await deps.enquiries.find(input.id);
  if (existing) return sameOrConflict(existing, contentHash);

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
  const { photoIds } = input;
  return storeEnquiry(deps, actor, {
    ...{ input, contentHash, submitted, place, photoIds, calendar },
    ...{ accountId: actor.accountId, hotline: null, unitId },
  });
}

interface Made extends Pick<
  EnquiryRecord,
  'contentHash' | 'place' | 'photoIds' | 'accountId' | 'hotline' | 'onBehalf' | 'unitId'
> {
  input: Pick<Input, 'id' | 'kind' | 'title' | 'body' | 'publicConsent' | 'contact'>;
  submitted: EnquiryFact;
  calendar: HolidayCalendar;
  conversion?: EnquiryConversion;
}

/** Stores it under the next number of its year, unless it came already. */
const storeEnquiry = (
  deps: EnquiryDeps,
  actor: KnownActor,
  made: Made,
): Promise<{ record: EnquiryRecord; isNew: boolean }> =>
  deps.inTurn(() => deps.transaction(tx => storeWithin(deps, actor, made, tx)));

/** The same, with something else that has to happen together with it. */
export async function storeWithin(
  deps: EnquiryDeps,
  actor: KnownActor,
  { input, submitted, calendar, ...made }: Made,
  tx: Tx,
): Promise<{ record: EnquiryRecord; isNew: boolean }> {
  const { id, kind, title, body, publicConsent, contact } = input;
  const { at: now, fact } = submitted;
  const { on } = fact;
  const { unitId, photoIds, hotline } = made;
  const repeated = await deps.enquiries.find(id, tx);
  if (repeated) return sameOrConflict(repeated, made.contentHash);
  const year = on.slice(0, 4);
  const running = await deps.enquiries.nextNumber(year, tx);
  const sent = { kind: 'enquiry' as const, id, body: { title, body }, receivedAt: now };
  const receipt = hotline === null ? await deps.receipts.issue(sent, tx) : null;
  const record = recounted(
    {
      ...{ ...made, _id: id, receipt, kind, title, body },
      number: `${enquiryLimits.numberPrefix}〔${year}〕${String(running).padStart(4, '0')}`,
      publicConsent,
      contact: {
        name: deps.enquiries.seal(id, 'name', contact.name),
        phone: deps.enquiries.seal(id, 'phone', contact.phone),
      },
      ...{ mainUnitId: null, jointUnitIds: [], unitIds: [unitId] },
      ...{ status: 'submitted', submittedAt: now, dueOn: on, provisional: false, actBy: '' },
      ...{ events: [submitted], contributions: [], answer: null, earlierAnswers: [], rating: null },
      ...{
        publication: null,
        isPublic: false,
        isFaq: false,
        publishedAt: null,
        reports: [],
        hidden: null,
        lookFrom: null,
        endedAt: null,
      },
      ...{ remindOn: '', remindedOn: null, chasedOn: null, revision: 1 },
    },
    calendar,
  );
  await deps.enquiries.insert(record, tx);
  await deps.files.bindToRecord(actor, photoIds, { collection: ENQUIRIES, id }, tx);
  await deps.audit.add(actor, 'enquiry.submitted', { collection: ENQUIRIES, id, to: record.status }, tx);
  await deps.outbox.add({ name: 'enquiry.submitted', enquiryId: id, unitId, on }, tx);
  return { record, isNew: true };
}

/** Takes over what came to the city's hotline, under its ticket; it is counted from today, as the hotline hands it on. */
export async function recordFromHotline(
  deps: EnquiryDeps,
  actor: OfficeActor,
  { ticket, unitId, ...input }: RouteInput<'staff.enquiries.record'>['body'],
): Promise<{ record: EnquiryRecord; isNew: boolean }> {
  if (!takesIn(actor, { unitId })) throw new AppError('unit.not_found');
  const contentHash = deps.blindIndex.of('enquiry', canonicalJson({ ...input, ticket, unitId, actor: actor.staffId }));
  const existing = await deps.enquiries.find(input.id);
  if (existing) return sameOrConflict(existing, contentHash);
  const now = deps.clock.now();
  const { workingDays } = kindOf(input.kind);
  return storeEnquiry(deps, actor, {
    ...{ input, contentHash, accountId: null, place: null, photoIds: [] },
    ...{ unitId: await intakeUnitId(deps, unitId), hotline: { ticket, direction: 'from' } },
    calendar: await deps.holidays.calendar(),
    submitted: {
      ...{ at: now, by: 'hotline', unitId: null, note: `工单 ${ticket}` },
      fact: { type: 'submitted', on: shanghaiDate(now), workingDays },
    },
  });
}

/** What a grid worker took down for somebody; of the worker nothing goes in. */
export interface EnquiryOnBehalf extends Pick<Input, 'id' | 'kind' | 'title' | 'body' | 'publicConsent' | 'contact'> {
  /** Where they were spoken to; null when no door was written down. */
  areaId: string | null;
  heardOn: LocalDate;
}

/** Takes in what was taken down at a door, by the same ways as anybody's message; it is counted from today, when the office has it. */
export async function recordOnBehalf(
  deps: EnquiryDeps,
  actor: OfficeActor,
  { areaId, heardOn, ...input }: EnquiryOnBehalf,
): Promise<void> {
  const contentHash = deps.blindIndex.of('enquiry', canonicalJson({ ...input, heardOn, actor: actor.staffId }));
  const existing = await deps.enquiries.find(input.id);
  if (existing) return void sameOrConflict(existing, contentHash);
  const now = deps.clock.now();
  const { workingDays } = kindOf(input.kind);
  await storeEnquiry(deps, actor, {
    ...{ input, contentHash, accountId: null, photoIds: [], hotline: null, onBehalf: { heardOn } },
    place: await placeOf(deps, areaId === null ? undefined : { areaId }),
    unitId: await intakeUnitId(deps, undefined),
    calendar: await deps.holidays.calendar(),
    submitted: {
      ...{ at: now, by: 'proxy', unitId: null, note: `${heardOn} 说的` },
      fact: { type: 'submitted', on: shanghaiDate(now), workingDays },
    },
  });
}

function sameOrConflict(existing: EnquiryRecord, contentHash: string): { record: EnquiryRecord; isNew: boolean } {
  if (existing.contentHash !== contentHash) throw new AppError('id.conflict');
  return { record: existing, isNew: false };
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
