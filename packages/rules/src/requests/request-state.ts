import type { LocalDate } from '../calendar';
import type { OwnLimit, RequestStatus } from './request-events';

export type QuestionKind = 'thirdParty' | 'otherAgency';

/** The clock stands still after `since` up to and including `to`; `to` is null while the answer is awaited. */
export interface Pause {
  kind: QuestionKind;
  ref: string;
  since: LocalDate;
  /** When the letter arrived; null while that is not known, and the day it went out is taken. */
  servedOn: LocalDate | null;
  to: LocalDate | null;
}

/** One count from its first day: the one that runs, or one that ended because another began. */
export interface Stretch {
  /** The day the count starts from: receipt, receipt of the corrected application, or payment of the fee. */
  receivedOn: LocalDate | null;
  /** Instead of the days of Art. 33. */
  limit: OwnLimit | null;
  startedBy: 'received' | 'corrected' | 'paid';
  /** Working days more by Art. 33, and by Art. 35. */
  extension: number;
  delay: number;
  pauses: readonly Pause[];
  /** For what the applicant has to do before the clock starts again. */
  waiting: { kind: 'correction' | 'fee'; since: LocalDate; deadline: LocalDate } | null;
}

/** What the clock has to know after all events so far. */
export interface RequestState extends Stretch {
  status: RequestStatus;
  submittedOn: LocalDate;
  extendedOnce: boolean;
  correctedOnce: boolean;
  /** Reasons asked for under Art. 35. */
  reasons: { deadline: LocalDate; givenOn: LocalDate | null } | null;
  /** Counts that were broken off, each up to the day before `endedOn`. */
  earlier: readonly (Stretch & { endedOn: LocalDate })[];
}

/** Who has to move next, what they have to do, and by when. */
export interface NextStep {
  who: 'office' | 'applicant' | 'thirdParty' | 'otherAgency' | 'nobody';
  what: string;
  by: LocalDate | null;
}

export type ClockDayKind = 'received' | 'counted' | 'off' | 'makeup' | 'paused' | 'due';

export interface ClockDay {
  date: LocalDate;
  counted: boolean;
  reason: string;
  /** Where that is written. */
  article: string;
  kind: ClockDayKind;
}

/** A letter to others that is not answered yet, and the last day they have. */
export interface OpenQuestion {
  kind: QuestionKind;
  ref: string;
  since: LocalDate;
  servedOn: LocalDate | null;
  deadline: LocalDate;
}

/** Why the clock stands still, and until when it is taken to. */
export interface ClockPause {
  kind: 'thirdParty' | 'otherAgency' | 'correction' | 'fee';
  since: LocalDate;
  until: LocalDate;
}

export interface RequestClock {
  /** The day the count starts from, null before registration. It does not count itself. */
  receivedOn: LocalDate | null;
  /**
   * The last day for the answer; null before registration and while a correction or a fee is awaited (the count starts anew
   * then). While a third party or another agency is being asked it assumes an answer on the last day they have.
   */
  dueOn: LocalDate | null;
  /** A day on the way lies in a year whose days off are not announced yet. */
  provisional: boolean;
  status: RequestStatus;
  nextStep: NextStep;
  paused: ClockPause | null;
  questions: OpenQuestion[];
  days: ClockDay[];
  /** Counts that ended because another began: a correction came, or a fee was paid. The oldest first. */
  earlier: ClockDay[][];
  explanation: string;
}
