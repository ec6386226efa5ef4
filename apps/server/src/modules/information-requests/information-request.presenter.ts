import type { Attachment, InformationRequest, InformationRequestSummary, RequestClock } from '@bandeng/contracts/types';
import {
  countWorkingDaysBetween,
  maskIdNumber,
  maskName,
  maskPhone,
  maskEmail,
  requestStatusLabels,
  decisionKinds,
  remedyText,
  type HolidayCalendar,
} from '@bandeng/rules';
import district from '../../../../../config/district.json';
import type { Actor } from '../../http/actor';
import { clockOf } from './case-clock';
import { caseTimeline } from './case-timeline';
import { abilitiesOf, isApplicant } from './information-request.policy';
import type { InformationRequestRecord, RequestDecision, SealedApplicant } from './information-request.model';

interface SummaryContext {
  unitName: string;
  today: string;
  calendar: HolidayCalendar;
}

export function presentSummary(
  record: InformationRequestRecord,
  { unitName, today, calendar }: SummaryContext,
): InformationRequestSummary {
  const { nextStep } = clockOf(record, calendar);
  return {
    id: record._id,
    number: record.number,
    name: record.content.name,
    unit: { id: record.unitId, name: unitName },
    status: record.status,
    statusText: requestStatusLabels[record.status],
    submittedAt: record.submittedAt.toISOString(),
    receivedOn: record.receivedOn,
    dueOn: record.dueOn,
    provisional: record.provisional,
    nextStep: {
      who: nextStep.who === 'office' ? unitName : NEXT_WHO[nextStep.who],
      what: NEXT_WHAT[record.status],
      dueOn: nextStep.by,
      remaining: nextStep.by === null ? null : remainingText(today, nextStep.by, calendar),
    },
  };
}

const NEXT_WHO = { applicant: '你', thirdParty: '第三方', otherAgency: '其他机关', nobody: '已办完' } as const;

/** The next step as a verb (UI.md 11); who does it and by when stand beside it. */
const NEXT_WHAT: Record<InformationRequestRecord['status'], string> = {
  awaiting_confirmation: '登记你的申请，从那天起算期限',
  in_progress: '查找，写答复',
  extended: '写答复，时间已经延长',
  awaiting_correction: '把申请补清楚再交',
  paused: '回信，收到后接着算',
  decided: '答复已经给你了',
  withdrawn: '你撤回了，不再办理',
  lapsed: '过期没有补，不再处理，可以重新申请',
};

function remainingText(today: string, by: string, calendar: HolidayCalendar): string {
  if (today === by) return '就在今天';
  if (today > by) return `已过期 ${countWorkingDaysBetween(by, today, calendar)} 个工作日`;
  return `还剩 ${countWorkingDaysBetween(today, by, calendar)} 个工作日`;
}

interface DetailContext extends SummaryContext {
  actor: Actor;
  applicant: SealedApplicant;
  attachments: Attachment[];
}

export function presentInformationRequest(
  record: InformationRequestRecord,
  context: DetailContext,
): InformationRequest {
  const { actor, applicant } = context;
  return {
    ...presentSummary(record, context),
    clockText: clockOf(record, context.calendar).explanation,
    applicant: presentApplicant(record, applicant, isApplicant(actor, record)),
    content: record.content,
    delivery: record.delivery,
    assistance: record.assistance,
    correction: record.correction && {
      ...record.correction,
      consequence: '没有正当理由过期不补的，视为放弃申请，不再处理（条例第三十条）。可以重新申请。',
    },
    decision: record.decision && presentDecision(record, record.decision, context),
    timeline: caseTimeline(record, context.unitName),
    abilities: abilitiesOf(actor, record, context.today),
  };
}

/** Whole for the applicant; masked for staff, who see one number at a time by `reveal`, with a reason. */
function presentApplicant(
  record: InformationRequestRecord,
  plain: SealedApplicant,
  isOwn: boolean,
): InformationRequest['applicant'] {
  const shared = { kind: record.applicantKind, organizationKind: record.organizationKind };
  if (isOwn)
    return {
      ...shared,
      name: plain.name,
      idNumber: plain.idNumber,
      phone: plain.phone,
      email: plain.email,
      address: plain.address,
    };
  return {
    ...shared,
    name: record.applicantKind === 'person' ? maskName(plain.name, 'person') : plain.name,
    idNumber: maskIdNumber(plain.idNumber),
    phone: maskPhone(plain.phone),
    email: plain.email === null ? null : maskEmail(plain.email),
    address: plain.address === null ? null : `${plain.address.slice(0, 6)}***`,
  };
}

function presentDecision(
  record: InformationRequestRecord,
  decision: RequestDecision,
  { attachments }: DetailContext,
): InformationRequest['decision'] {
  const decided = record.events.find(event => event.fact.type === 'decided');
  return {
    kinds: decision.kinds.map(kind => ({
      kind,
      label: decisionKinds[kind].label,
      article: decisionKinds[kind].article,
    })),
    text: decision.text,
    remedy: remediesOf(decision.kinds),
    decidedOn: decided!.fact.on,
    attachments,
    noticeIds: decision.noticeIds,
  };
}

/** What a refusal must say about going further: each way once, however many kinds lead there. */
function remediesOf(kinds: RequestDecision['kinds']): string | null {
  const texts = new Set(kinds.flatMap(kind => remedyText(kind, district) ?? []));
  return texts.size === 0 ? null : [...texts].join('\n');
}

/** The days with the number each counted day carries on the calendar. */
export function presentClock(record: InformationRequestRecord, calendar: HolidayCalendar): RequestClock {
  const { receivedOn, dueOn, provisional, explanation, days } = clockOf(record, calendar);
  let number = 0;
  return {
    receivedOn,
    dueOn,
    provisional,
    explanation,
    days: days.map(day => ({ ...day, number: day.counted ? ++number : null })),
  };
}
