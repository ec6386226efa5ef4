import type {
  Attachment,
  InformationRequest,
  InformationRequestSummary,
  LinkedCase,
  RequestClock,
} from '@bandeng/contracts/types';
import {
  countWorkingDaysBetween,
  maskIdNumber,
  maskName,
  maskPhone,
  maskEmail,
  RECORD_STEP,
  requestChannels,
  remedyText,
  triageSigns,
  type ClockDay,
  type HolidayCalendar,
} from '@bandeng/rules';
import district from '../../../../../config/district.json';
import type { Actor } from '../../http/actor';
import { clockOf } from './case-clock';
import { caseTimeline } from './case-timeline';
import { presentConversion } from './conversion';
import { presentPapers } from './papers';
import { presentFee } from './present-fee';
import {
  presentConferences,
  presentKinds,
  presentProposals,
  presentRecordAnswer,
  presentSeal,
} from './present-deciding';
import { consultationState, presentGrounds, presentReview, presentSearches } from './present-review';
import { abilitiesOf, hasEnded, isApplicant, isRecordCorrection } from './information-request.policy';
import type { InformationRequestRecord, RequestDecision, SealedApplicant } from './information-request.model';
import type { RequestSuggestion } from './applicant-parts.model';
import type { ConferenceMember } from './proposal.model';
import type { RecordError, RequestAgent } from './intake.model';
import { isMerged, statusTextOf } from './status-text';

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
    kind: record.kind ?? 'information',
    name: record.content.name,
    unit: { id: record.unitId, name: unitName },
    status: record.status,
    statusText: statusTextOf(record),
    submittedAt: record.submittedAt.toISOString(),
    receivedOn: record.receivedOn,
    dueOn: record.dueOn,
    provisional: record.provisional,
    nextStep: {
      who: nextStep.who === 'office' ? unitName : NEXT_WHO[nextStep.who],
      what: nextWhat(record, nextStep.who),
      dueOn: nextStep.by,
      remaining: nextStep.by === null ? null : remainingText(today, nextStep.by, calendar),
    },
  };
}

function nextWhat(record: InformationRequestRecord, who: string): string {
  const { status, conversion } = record;
  if (isMerged(record)) return '并到你另一件申请里接着办，点进去看';
  if (conversion?.to) return '转到网上民声接着办，从下面的经过里点进去看';
  if (status === 'in_progress' && isRecordCorrection(record)) return RECORD_STEP;
  return status === 'paused' && who === 'applicant' ? '缴信息处理费' : NEXT_WHAT[status];
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
  agent: RequestAgent | null;
  recordError: RecordError | null;
  /** Whom letters went to, by the letter's id. */
  others: Record<string, string>;
  /** Who took part in conferences, by the conference's id. */
  members: Record<string, ConferenceMember[]>;
  /** Every file that is named in the record. */
  attachments: Attachment[];
  linked: LinkedCase[];
  /** Of a member of staff. */
  nameOf: (staffId: string) => string;
}

export function presentInformationRequest(
  record: InformationRequestRecord,
  context: DetailContext,
): InformationRequest {
  const { actor, applicant } = context;
  const isOwn = isApplicant(actor, record);
  return {
    ...presentSummary(record, context),
    intake: presentIntake(record, { isOwn, nameOf: context.nameOf }),
    clockText: clockOf(record, context.calendar).explanation,
    applicant: { ...presentApplicant(record, applicant, isOwn), ...presentAgent(record, context, isOwn) },
    content: record.content,
    recordError: context.recordError,
    delivery: record.delivery,
    assistance: record.assistance,
    correction: record.correction && {
      ...record.correction,
      consequence: '没有正当理由过期不补的，视为放弃申请，不再处理（条例第三十条）。可以重新申请。',
    },
    consultations: presentConsultations(record, context),
    reasons: record.reasons ? { ...record.reasons, consequence: REASONS_CONSEQUENCE } : null,
    fee: presentFee(record, context.calendar),
    searches: isOwn ? [] : presentSearches(record, context.nameOf),
    conferences: isOwn ? [] : presentConferences(record, context),
    proposals: isOwn ? [] : presentProposals(record, { ...context, files: context.attachments }),
    ...(isOwn ? { papers: [], redactions: [] } : presentPapers(record, { ...context, files: context.attachments })),
    decision: record.decision && presentDecision(record, record.decision, context),
    signs:
      isOwn || hasEnded(record) || isRecordCorrection(record)
        ? []
        : triageSigns(Object.values(record.content).join('\n')),
    grounds: isOwn ? [] : presentGrounds(record, context.nameOf),
    conversion: presentConversion(record),
    linked: context.linked,
    untoldSince: record.untoldSince || null,
    suggestion: record.suggestion ? presentSuggestion(record.suggestion) : null,
    timeline: caseTimeline(record, context.unitName),
    abilities: abilitiesOf(actor, record, context.today),
  };
}

/** How it came, and the rule by which that made the day of receipt (Art. 31). */
function presentIntake(
  { intake, events }: InformationRequestRecord,
  { isOwn, nameOf }: { isOwn: boolean; nameOf: (staffId: string) => string },
): InformationRequest['intake'] {
  const { channel, staffId, isReadBack } = intake ?? { channel: 'mini_program', staffId: null, isReadBack: false };
  const { label, rule } = requestChannels[channel];
  return {
    channel,
    channelText: label,
    submittedOn: events[0]!.fact.on,
    rule,
    writtenBy: staffId === null || isOwn ? null : nameOf(staffId),
    isReadBack,
  };
}

/** Whole for the applicant; masked for staff, who see one number at a time by `reveal`, with a reason. */
function presentApplicant(
  record: InformationRequestRecord,
  plain: SealedApplicant,
  isOwn: boolean,
): Omit<InformationRequest['applicant'], 'agent' | 'papers'> {
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

function presentAgent(
  { identityPapers = [] }: InformationRequestRecord,
  { agent, attachments }: Pick<DetailContext, 'agent' | 'attachments'>,
  isOwn: boolean,
): Pick<InformationRequest['applicant'], 'agent' | 'papers'> {
  return {
    agent: agent && !isOwn ? { ...agent, name: maskName(agent.name, 'person'), phone: maskPhone(agent.phone) } : agent,
    papers: identityPapers.map(({ fileId, kind }) => ({
      id: fileId,
      kind,
      file: attachments.find(({ id }) => id === fileId) ?? null,
    })),
  };
}

function presentDecision(
  record: InformationRequestRecord,
  decision: RequestDecision,
  context: DetailContext,
): InformationRequest['decision'] {
  const isOwn = isApplicant(context.actor, record);
  const decided = record.events.find(event => event.fact.type === 'decided');
  return {
    kinds: presentKinds(decision.kinds),
    text: decision.text,
    record: presentRecordAnswer(decision),
    remedy: remediesOf(decision.kinds),
    decidedOn: decided!.fact.on,
    attachments: context.attachments.filter(({ id }) => decision.attachmentIds.includes(id)),
    noticeIds: decision.noticeIds,
    review: isOwn ? null : presentReview(record, decision),
    seal: isOwn ? null : presentSeal(record, context),
  };
}

const presentSuggestion = ({ at, reason, result }: RequestSuggestion): InformationRequest['suggestion'] => ({
  ...{ at: at.toISOString(), reason },
  result: result && { ...result, at: result.at.toISOString() },
});

const REASONS_CONSEQUENCE =
  '理由不合理的，不予处理；理由合理但按时答复不了的，会告诉你延迟到哪天（条例第三十五条）。计时不停。';

/** Whom, what they were asked and what they said is the office's own; the applicant sees that it happened, and the days. */
function presentConsultations(
  record: InformationRequestRecord,
  { actor, others, calendar }: Pick<DetailContext, 'actor' | 'others' | 'calendar'>,
): InformationRequest['consultations'] {
  const { questions } = clockOf(record, calendar);
  const isOwn = isApplicant(actor, record);
  return (record.consultations ?? []).map(({ id, kind, question, askedOn, servedOn, deadline, isSilent, answer }) => ({
    id,
    kind,
    name: isOwn ? null : (others[id] ?? '（已抹去）'),
    question: isOwn ? null : question,
    askedOn,
    servedOn,
    deadline: questions.find(({ ref }) => ref === id)?.deadline ?? deadline ?? answer?.on ?? askedOn,
    state: consultationState({ answer, isSilent }),
    answer: isOwn ? null : answer,
  }));
}

/** What a refusal must say about going further: each way once, however many kinds lead there. */
function remediesOf(kinds: RequestDecision['kinds']): string | null {
  const texts = new Set(kinds.flatMap(kind => remedyText(kind, district) ?? []));
  return texts.size === 0 ? null : [...texts].join('\n');
}

/** The days with the number each counted day carries on the calendar. */
export function presentClock(record: InformationRequestRecord, calendar: HolidayCalendar): RequestClock {
  const { receivedOn, dueOn, provisional, explanation, days, earlier } = clockOf(record, calendar);
  return {
    receivedOn,
    dueOn,
    provisional,
    explanation,
    days: numbered(days),
    earlier: earlier.map(numbered),
    recounts: (record.recounts ?? []).map(recount => ({ ...recount, at: recount.at.toISOString() })).reverse(),
  };
}

function numbered(days: readonly ClockDay[]): RequestClock['days'] {
  let number = 0;
  return days.map(day => ({ ...day, number: day.counted ? ++number : null }));
}
