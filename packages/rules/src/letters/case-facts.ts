import { addWorkingDays, type HolidayCalendar, type LocalDate } from '../calendar';
import {
  replyKinds,
  requestChannels,
  recordResultText,
  requestClock,
  requestLimits,
  type RecordAnswer,
  type RequestChannel,
  type RequestEvent,
  type RequestEventType,
} from '../requests';
import type { CaseLetter } from './case-letters';
import type { LetterFact, LetterFacts } from './letter-facts';

export interface CaseConsultation {
  id: string;
  kind: 'third_party' | 'other_agency';
  askedOn: LocalDate;
  /** The last day they had; null while it is counted. */
  deadline: LocalDate | null;
  opinion: 'agree' | 'partly' | 'disagree' | 'no_opinion' | null;
  /** What they said. */
  text: string | null;
  isSilent: boolean;
}

/** What the record of a case holds that a letter may need, with names in the clear. */
export interface CaseFacts {
  number: string;
  /** How it came in; not known of the oldest. */
  channel?: RequestChannel | undefined;
  content: { name: string; documentNumber: string | null; description: string | null };
  /** Of one's own record that is to be put right (Art. 41): whose it is, what it says, and what is right. */
  recordError?: { holder: string; written: string; right: string } | null | undefined;
  /** In the words of a letter: 小程序, 邮寄 … */
  delivery: string;
  /** In their order. */
  events: readonly { fact: RequestEvent; note: string | null; by: 'applicant' | 'office' | 'system' }[];
  consultations: readonly CaseConsultation[];
  reasons: { items: string; given: string | null } | null;
  fee: { yuan: number; lines: readonly { text: string; yuan: number }[]; howToPay: string } | null;
  searches: readonly { on: LocalDate; place: string; words: string }[];
  decision: (RecordAnswer & { attachments: readonly string[] }) | null;
  /** The head who agreed to an extension. */
  approvedBy: string | null;
  /** The head who agreed to a delay (Art. 35). */
  delayApprovedBy?: string | null | undefined;
  /** Earlier answers that a repeated request is held against, as a letter cites them; empty while none was written down. */
  earlierReply?: string | undefined;
}

/** A fact that the record does not know is undefined. */
type KnownFacts = { [F in LetterFact]?: string | undefined };
type Event<T extends RequestEventType> = Extract<RequestEvent, { type: T }>;

/**
 * What is known already of what a letter says, so that nobody types it again. What the record does not know is not there: the officer
 * is asked. Of what only follows from the record (an answer's words as its reason) the officer sees it and may say it otherwise.
 */
export function factsOfCase(given: CaseFacts, wanted: CaseLetter, calendar: HolidayCalendar): LetterFacts {
  const facts: KnownFacts = {
    requestNumber: given.number,
    subject: given.recordError ? recordSubject(given.content.name, given.recordError) : subjectOf(given.content),
    ...procedureFacts(given, calendar),
    ...questionFacts(given, wanted, calendar),
    ...feeFacts(given, calendar),
    ...decisionFacts(given, wanted),
    ...(wanted.code === 'delay_notice' && delayFacts(given, calendar)),
  };
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined && value !== ''),
  ) as LetterFacts;
}

const subjectOf = ({ name, documentNumber, description }: CaseFacts['content']): string =>
  [documentNumber === null ? name : `${name}（文号：${documentNumber}）`, description ?? '']
    .map(trimEnd)
    .filter(Boolean)
    .join('；');

const recordSubject = (name: string, { holder, written, right }: NonNullable<CaseFacts['recordError']>): string =>
  `${holder}的“${trimEnd(name)}”，上面写的是：${trimEnd(written)}；应当是：${trimEnd(right)}`;

const trimEnd = (text: string): string => text.trim().replace(/[。；;.]+$/, '');

const last = <T extends RequestEventType>({ events }: CaseFacts, type: T) =>
  events.findLast(({ fact }) => fact.type === type) as { fact: Event<T>; note: string | null } | undefined;

/** The clock as it stood when this had just happened, or just before. */
function dueAt({ events }: CaseFacts, type: RequestEventType, when: 'before' | 'after', calendar: HolidayCalendar) {
  const at = events.findIndex(({ fact }) => fact.type === type);
  if (at < 0) return undefined;
  const facts = events.slice(0, when === 'after' ? at + 1 : at).map(({ fact }) => fact);
  return requestClock(facts, calendar).dueOn ?? undefined;
}

const cameOnline = ({ events }: CaseFacts): boolean => events[0]?.by === 'applicant';

/** Receipt, correction, reasons, extension, withdrawal. */
function procedureFacts(given: CaseFacts, calendar: HolidayCalendar): KnownFacts {
  const registered = last(given, 'registered')?.fact;
  const correction = last(given, 'correctionAsked');
  const reasons = last(given, 'reasonsAsked');
  const extended = last(given, 'extended');
  const lapsedFee = last(given, 'feeLapsed')?.fact;
  const notice = lapsedFee ? last(given, 'feeNoticed')?.fact.on : correction?.fact.on;
  return {
    receivedOn: registered && (registered.receivedOn ?? registered.on),
    registeredOn: registered?.on,
    channel: given.channel ? requestChannels[given.channel].label : cameOnline(given) ? '互联网渠道' : undefined,
    dueOn: extended ? dueAt(given, 'extended', 'before', calendar) : dueAt(given, 'registered', 'after', calendar),
    correctionItems: correction?.note ?? undefined,
    correctionDueOn: correction?.fact.deadline,
    correctedOn: last(given, 'corrected')?.fact.on,
    excessFacts: given.reasons?.items,
    reasonsAskedOn: reasons?.fact.on,
    reasonsDueOn: reasons?.fact.deadline,
    reasonsGiven: given.reasons ? reasonsWords(given.reasons.given) : undefined,
    extensionReason: extended?.note ?? undefined,
    extensionDays: extended && String(extended.fact.workingDays),
    extendedDueOn: dueAt(given, 'extended', 'after', calendar),
    approvedBy: given.approvedBy ?? undefined,
    noticeOn: notice,
    lapsedOn: lapsedFee ? (lapsedFee.deadline ?? feeDueOn(given, calendar)) : correction?.fact.deadline,
    withdrawnOn: last(given, 'withdrawn')?.fact.on,
  };
}

/** Art. 35: more time than the days of Art. 33, once. */
function delayFacts(given: CaseFacts, calendar: HolidayCalendar): KnownFacts {
  const delayed = last(given, 'delayed');
  return {
    delayReason: delayed?.note ?? undefined,
    delayDays: delayed && String(delayed.fact.workingDays),
    delayedDueOn: dueAt(given, 'delayed', 'after', calendar),
    approvedBy: given.delayApprovedBy ?? undefined,
  };
}

const reasonsWords = (words: string | null): string =>
  words === null ? '你（单位）没有说明理由' : `你（单位）说明：${words}`;

const OPINIONS = {
  agree: '同意公开',
  partly: '同意公开其中一部分',
  disagree: '不同意公开',
  no_opinion: '表示没有意见',
} as const;

/** Questions to others. Whom they went to is the office's own: the applicant is told of what kind they are. */
function questionFacts(given: CaseFacts, { ref, code }: CaseLetter, calendar: HolidayCalendar): KnownFacts {
  const named = given.consultations.find(({ id }) => ref.endsWith(`:${id}`));
  const asked = named ?? given.consultations.find(({ kind }) => kind === 'third_party');
  if (!asked) return { informationName: given.content.name };
  const open = requestClock(
    given.events.map(({ fact }) => fact),
    calendar,
  ).questions.find(question => question.ref === asked.id);
  return {
    informationName: given.content.name,
    consultedOn: asked.askedOn,
    consultedWhom: asked.kind === 'third_party' ? '第三方' : '其他机关',
    consultationDueOn: open?.deadline ?? asked.deadline ?? undefined,
    thirdPartyAnswer: answerWords(asked, code === 'disclosure_notice'),
  };
}

function answerWords({ opinion, text, isSilent }: CaseConsultation, isToThem: boolean): string | undefined {
  if (isSilent) return isToThem ? '你（单位）逾期没有提出意见' : '第三方逾期没有提出意见';
  if (opinion === null) return undefined;
  if (!isToThem) return `第三方${OPINIONS[opinion]}`;
  return `你（单位）${OPINIONS[opinion]}${text ? `，理由是：${text}` : ''}`;
}

const feeDueOn = (given: CaseFacts, calendar: HolidayCalendar): LocalDate | undefined => {
  const noticed = last(given, 'feeNoticed')?.fact;
  return noticed && addWorkingDays(noticed.on, requestLimits.fee, calendar).date;
};

function feeFacts(given: CaseFacts, calendar: HolidayCalendar): KnownFacts {
  if (!given.fee) return {};
  const { yuan, lines, howToPay } = given.fee;
  return {
    feeItems: lines.map(line => `${line.text}，${line.yuan}元`).join('；'),
    feeTotal: `${yuan}元`,
    feeDueOn: feeDueOn(given, calendar),
    feeWay: howToPay,
  };
}

/** The words of the answer stand for its reason; its grounds are those it names. */
function decisionFacts(given: CaseFacts, { decision: kind }: CaseLetter): KnownFacts {
  const { decision, searches } = given;
  if (!decision) return {};
  const grounds = decision.kinds.filter(ground => ground.startsWith('denied_'));
  const articles = [...new Set(grounds.map(ground => replyKinds[ground].article))];
  const isWhere = kind === 'already_public' || kind === 'publication';
  return {
    reason: decision.text,
    whereToFind: isWhere ? decision.text : undefined,
    unclearPoints: kind === 'still_unclear' ? decision.text : undefined,
    attachments: decision.attachments.join('、'),
    provision: given.delivery,
    legalBasis:
      kind === 'partial' && articles.length > 0
        ? `《中华人民共和国政府信息公开条例》${articles.join('、')}`
        : undefined,
    earlierReply: kind === 'repeated' ? given.earlierReply : undefined,
    correctionFindings: decision.findings,
    correctionResult: recordResultText(decision) ?? undefined,
    searchRecord: searches.map(({ place, words }) => `在${place}以“${words}”检索`).join('；'),
  };
}
