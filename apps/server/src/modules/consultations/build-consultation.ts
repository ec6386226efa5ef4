import type { RouteInput } from '@bandeng/contracts/types';
import {
  addWorkingDays,
  consultationWindow,
  type ConsultationKindCode,
  type HolidayCalendar,
  type LocalDate,
} from '@bandeng/rules';
import { startOfShanghaiDate } from '../../platform/clock';
import { AppError, invalidField } from '../../platform/errors';
import type { ConsultationRecord } from './consultation.repository';
import type { DraftText } from './read-draft';

export type NewConsultation = RouteInput<'staff.consultations.create'>['body'];

/** An office that promises nothing says within so many working days of the end what became of the comments. */
const OUTCOME_WORKING_DAYS = 20;

export type WindowFields = Pick<ConsultationRecord, 'opensOn' | 'closesOn' | 'opensAt' | 'closesAt' | 'outcomeDueOn'>;

/** First and last day and their instants, checked against the minimum of the kind. Throws consultation.window_too_short, request.invalid. */
export function windowFields(asked: {
  kind: ConsultationKindCode;
  opensOn: LocalDate;
  closesOn: LocalDate | null;
  outcomeDueOn: LocalDate | null;
  shortenReason: string | null;
  calendar: HolidayCalendar;
}): WindowFields {
  const { kind, opensOn, calendar } = asked;
  const window = consultationWindow({
    kind,
    publishedOn: opensOn,
    calendar,
    ...(asked.closesOn !== null && { closesOn: asked.closesOn }),
    ...(asked.shortenReason !== null && { shortenReason: asked.shortenReason }),
  });
  if (window.violations.length > 0) {
    const { minimumClosesOn, violations } = window;
    throw new AppError('consultation.window_too_short', {
      data: { minimumClosesOn, reasons: violations.map(({ code, message }) => ({ code, message })) },
    });
  }
  if (asked.outcomeDueOn !== null && asked.outcomeDueOn <= window.closesOn)
    throw invalidField('outcomeDueOn', `征集到 ${window.closesOn} 才结束，公布结果要晚于这一天。`);
  return {
    opensOn,
    closesOn: window.closesOn,
    opensAt: startOfShanghaiDate(opensOn),
    closesAt: new Date(window.closesAt),
    outcomeDueOn: asked.outcomeDueOn ?? addWorkingDays(window.closesOn, OUTCOME_WORKING_DAYS, calendar).date,
  };
}

/** What the unit writes and may change until somebody else sees it. */
export type DraftedFields = Omit<
  ConsultationRecord,
  | '_id'
  | 'contentHash'
  | 'createdBy'
  | 'createdAt'
  | 'publishedAt'
  | 'outcomeAt'
  | 'outcome'
  | 'facets'
  | 'revision'
  | 'draftVersion'
>;

/** The fields of a draft, checked against the window of its kind. Throws consultation.window_too_short, request.invalid. */
export function draftedFields(
  input: NewConsultation,
  { draft, calendar }: { draft: DraftText; calendar: HolidayCalendar },
): DraftedFields {
  const requestedClosesOn = input.closesOn ?? null;
  const requestedOutcomeDueOn = input.outcomeDueOn ?? null;
  const shortenReason = input.shortenReason ?? null;
  return {
    question: input.question,
    title: input.title,
    unitId: input.unitId,
    kind: input.kind,
    ...windowFields({
      kind: input.kind,
      opensOn: input.opensOn,
      closesOn: requestedClosesOn,
      outcomeDueOn: requestedOutcomeDueOn,
      shortenReason,
      calendar,
    }),
    requestedClosesOn,
    requestedOutcomeDueOn,
    shortenReason,
    background: input.background,
    display: input.display,
    contact: input.contact,
    ways: input.ways,
    areaIds: input.areaIds,
    domainIds: input.domainIds,
    attachmentIds: input.attachmentIds,
    ...draftFields(input.id, input.draft, draft),
  };
}

/** What a consultation keeps of its draft beside the items. */
export const draftFields = (
  id: string,
  input: NewConsultation['draft'],
  draft: DraftText,
): Pick<ConsultationRecord, 'draftKind' | 'editionId' | 'additionParents' | 'itemCount' | 'changedCount'> => ({
  draftKind: input.kind,
  editionId: input.kind === 'entries' ? input.editionId : null,
  additionParents: [id, ...draft.domainIds],
  itemCount: draft.itemCount,
  changedCount: draft.changedCount,
});

/** A consultation as its unit drafted it, not yet public. */
export function buildConsultation(
  input: NewConsultation,
  given: { contentHash: string; createdBy: string; createdAt: Date; draft: DraftText; calendar: HolidayCalendar },
): ConsultationRecord {
  const { contentHash, createdBy, createdAt } = given;
  return {
    _id: input.id,
    contentHash,
    createdBy,
    createdAt,
    ...draftedFields(input, given),
    draftVersion: 1,
    publishedAt: null,
    outcomeAt: null,
    outcome: null,
    facets: [],
    revision: 1,
  };
}
