import { ENQUIRY_KIND_LABELS, ENQUIRY_OUTCOME_LABELS, ENQUIRY_STATUS_LABELS } from '@bandeng/contracts/routes';
import type {
  Attachment,
  EnquiryAnswer,
  EnquiryDetail,
  EnquirySummary,
  LinkedCase,
  ListedEnquiry,
  StaffEnquiry,
} from '@bandeng/contracts/types';
import {
  countWorkingDaysBetween,
  documentSigns,
  enquiryConversionRefusal,
  maskName,
  maskPhone,
  maskScanned,
  type EnquiryStatus,
  type HolidayCalendar,
} from '@bandeng/rules';
import type { Actor } from '../../http/actor';
import { clockOf } from './enquiry-dates';
import { presentConversion } from './conversion';
import { kindOf } from './enquiry-limits';
import { enquiryTimeline } from './enquiry-timeline';
import type { AnswerRecord, EnquiryRecord } from './enquiry.model';
import { abilitiesOf } from './enquiry.policy';

interface EnquiryContext {
  unitName: (unitId: string) => string;
  today: string;
  calendar: HolidayCalendar;
}
interface DetailContext extends EnquiryContext {
  actor: Actor;
  photos: readonly Attachment[];
  linked: LinkedCase[];
}
interface Contact {
  name: string | null;
  phone: string | null;
}

const unitRef = (unitId: string, { unitName }: Pick<EnquiryContext, 'unitName'>) => ({
  id: unitId,
  name: unitName(unitId),
});

export const presentSummary = (record: EnquiryRecord, context: Pick<EnquiryContext, 'unitName'>): EnquirySummary => ({
  id: record._id,
  number: record.number,
  title: record.title,
  kind: record.kind,
  kindText: ENQUIRY_KIND_LABELS[record.kind],
  unit: unitRef(record.mainUnitId ?? record.unitId, context),
  status: record.status,
  statusText: record.conversion?.to ? '已转为公开申请' : ENQUIRY_STATUS_LABELS[record.status],
  submittedAt: record.submittedAt.toISOString(),
  isOnBehalf: Boolean(record.onBehalf),
});

/** One that is public, in a list of those. */
export function presentListed(record: EnquiryRecord, context: Pick<EnquiryContext, 'unitName'>): ListedEnquiry {
  const publication = record.publication!;
  return {
    ...presentSummary(record, context),
    ...presentPublic(record, context),
    excerpt: publication.answer.slice(0, 80),
    outcomeText: ENQUIRY_OUTCOME_LABELS[publication.outcome],
    answeredAt: publication.answeredAt.toISOString(),
    publishedAt: publication.at.toISOString(),
    isFaq: record.isFaq,
  };
}

/** What everybody reads says nothing of what goes on behind it: it was answered. */
const presentPublic = (record: EnquiryRecord, context: Pick<EnquiryContext, 'unitName'>) => ({
  title: record.publication!.title,
  unit: unitRef(record.publication!.unitId, context),
  status: 'answered' as const,
  statusText: ENQUIRY_STATUS_LABELS.answered,
});

/** As anybody reads it who did not write it: the published words. */
export function presentPublication(record: EnquiryRecord, { photos, ...context }: DetailContext): EnquiryDetail {
  const { question, answer: text, photoIds, answeredAt, ...said } = record.publication!;
  return {
    ...presentSummary(record, context),
    ...presentPublic(record, context),
    question,
    photos: photos.filter(({ id }) => photoIds.includes(id)),
    answer: presentAnswer({ ...said, text, answeredAt }, context),
    ...{ isPublic: true, own: null },
    abilities: context.actor.kind === 'anonymous' ? undefined : { report: context.actor.kind === 'resident' },
  };
}

export function presentOwn(record: EnquiryRecord, context: DetailContext, contact: Contact): EnquiryDetail {
  return {
    ...presentSummary(record, context),
    question: record.body,
    photos: [...context.photos],
    answer: isGiven(record.answer) ? presentAnswer(record.answer, context) : null,
    isPublic: record.isPublic,
    own: { ...presentProgress(record, context, { contact, isOwn: true }), receipt: record.receipt! },
    abilities: abilitiesOf(context.actor, record),
  };
}

type GivenAnswer = Omit<AnswerRecord, 'draftedAt' | 'draftedBy' | 'answeredAt'> & { answeredAt: Date };
const isGiven = (answer: AnswerRecord | null): answer is AnswerRecord & { answeredAt: Date } =>
  answer !== null && answer.answeredAt !== null;

const presentAnswer = (
  { outcome, text, plannedOn, unitId, answeredAt }: GivenAnswer,
  context: Pick<EnquiryContext, 'unitName'>,
): EnquiryAnswer => ({
  ...{ outcome, text, plannedOn },
  outcomeText: ENQUIRY_OUTCOME_LABELS[outcome],
  unit: unitRef(unitId, context),
  answeredAt: answeredAt.toISOString(),
});

const NEXT_WHAT: Record<EnquiryStatus, string> = {
  submitted: '看一看，受理',
  accepted: '交给该办的单位',
  assigned: '去办，写答复',
  with_hotline: '热线（12345）在办，问到结果答复你',
  drafted: '审核答复',
  answered: '答复已经给你了',
  not_ours: '告诉你该找谁了',
  withdrawn: '你撤回了，不再办理',
};
/** The same to the office, where it is said otherwise: nothing is left to do, or the hotline has it. */
const TO_OFFICE: Partial<Record<EnquiryStatus, string>> = {
  with_hotline: '问热线办得怎样，接回来答复',
  answered: '答复了',
  not_ours: '告诉本人归谁办了',
  withdrawn: '本人撤回了',
};

function remainingText(today: string, by: string, calendar: HolidayCalendar): string {
  if (today === by) return '就在今天';
  if (today > by) return `已过期 ${countWorkingDaysBetween(by, today, calendar)} 个工作日`;
  return `还剩 ${countWorkingDaysBetween(today, by, calendar)} 个工作日`;
}

function nextWhat({ status, conversion }: EnquiryRecord, isOwn: boolean): string {
  if (conversion?.to) return isOwn ? '转为公开申请接着办，从下面点进去看' : '本人转为公开申请了';
  return (isOwn ? undefined : TO_OFFICE[status]) ?? NEXT_WHAT[status];
}

/** 下一步: who, a verb, and by when. */
function presentNextStep(record: EnquiryRecord, { unitName, today, calendar }: EnquiryContext, isOwn: boolean) {
  const { who, by } = clockOf(record, calendar).nextStep;
  return {
    who: who === 'nobody' ? '已办完' : unitName(who === 'unit' ? (record.mainUnitId ?? '') : record.unitId),
    what: nextWhat(record, isOwn),
    dueOn: by,
    remaining: by === null ? null : remainingText(today, by, calendar),
  };
}

function presentProgress(
  record: EnquiryRecord,
  context: EnquiryContext & Pick<DetailContext, 'linked'>,
  { contact, isOwn }: { contact: Contact; isOwn: boolean },
) {
  const { label, workingDays, source } = kindOf(record.kind);
  return {
    heardOn: record.onBehalf?.heardOn ?? null,
    dueOn: record.dueOn,
    provisional: record.provisional,
    clockText: `${label} ${workingDays} 个工作日内答复（${source}）`,
    nextStep: presentNextStep(record, context, isOwn),
    place: record.place && [...record.place.path, record.place.note].filter(Boolean).join(' › '),
    contact,
    publicConsent: record.publicConsent,
    earlierAnswers: record.earlierAnswers.filter(isGiven).map(answer => presentAnswer(answer, context)),
    rating: record.rating && { ...record.rating, at: record.rating.at.toISOString() },
    hidden: record.hidden && { ...record.hidden, at: record.hidden.at.toISOString() },
    ...{ conversion: presentConversion(record), linked: context.linked },
    timeline: enquiryTimeline(record, { isOwn, unitName: context.unitName }),
  };
}

export function presentStaffSummary(record: EnquiryRecord, context: EnquiryContext) {
  const { mainUnitId, dueOn } = record;
  return {
    ...presentSummary(record, context),
    unit: unitRef(record.unitId, context),
    dueOn,
    nextStep: presentNextStep(record, context, false),
    overdue: record.actBy !== '' && context.today > dueOn,
    mainUnit: mainUnitId === null ? null : unitRef(mainUnitId, context),
  };
}

/** For the desk: the person masked, shown one field at a time by `reveal`. */
export function presentForStaff(
  record: EnquiryRecord,
  context: DetailContext & { nameOf: (staffId: string) => string },
  { name, phone }: Contact,
): StaffEnquiry {
  const { answer, publication } = record;
  const contact = { name: name && maskName(name, 'person'), phone: phone && maskPhone(phone) };
  return {
    ...presentStaffSummary(record, context),
    ...presentProgress(record, context, { contact, isOwn: false }),
    question: record.body,
    photos: [...context.photos],
    jointUnits: record.jointUnitIds.map(unitId => unitRef(unitId, context)),
    answer: answer && {
      ...presentAnswer({ ...answer, answeredAt: answer.answeredAt ?? answer.draftedAt }, context),
      answeredAt: answer.answeredAt?.toISOString() ?? null,
      draftedAt: answer.draftedAt.toISOString(),
      draftedBy: context.nameOf(answer.draftedBy),
    },
    contributions: record.contributions.map(({ id, unitId, staffId, at, text }) => ({
      ...{ id, text, unit: unitRef(unitId, context) },
      ...{ by: context.nameOf(staffId), at: at.toISOString() },
    })),
    publication: publication && {
      title: publication.title,
      question: publication.question,
      answer: publication.answer,
      photoIds: publication.photoIds,
      at: publication.at.toISOString(),
    },
    ...{ isFaq: record.isFaq, isPublic: record.isPublic, hotline: record.hotline },
    documentSigns:
      enquiryConversionRefusal(record.status) === null ? documentSigns(`${record.title}\n${record.body}`) : [],
    reports: record.reports.map(({ reason, at }) => ({ reason, at: at.toISOString() })),
    masked: {
      title: maskScanned(record.title),
      question: maskScanned(record.body),
      answer: maskScanned(answer?.text ?? ''),
    },
    abilities: abilitiesOf(context.actor, record),
  };
}
