import type { LocalDate } from '../calendar';
import type { RequestStatus } from './request-events';

export type QuestionKind = 'thirdParty' | 'otherAgency';

/** The clock stands still after `since` up to and including `to`; `to` is null while the answer is awaited. */
export interface Pause {
  kind: QuestionKind;
  ref: string;
  since: LocalDate;
  to: LocalDate | null;
}

/** What the clock has to know after all events so far. */
export interface RequestState {
  status: RequestStatus;
  submittedOn: LocalDate;
  /** The day the count starts from: receipt, receipt of the corrected application, or payment of the fee. */
  receivedOn: LocalDate | null;
  startedBy: 'received' | 'corrected' | 'paid';
  extension: number;
  extendedOnce: boolean;
  correctedOnce: boolean;
  pauses: readonly Pause[];
  /** For what the applicant has to do before the clock starts again. */
  waiting: { kind: 'correction' | 'fee'; since: LocalDate; deadline: LocalDate } | null;
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
  kind: ClockDayKind;
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
  days: ClockDay[];
  explanation: string;
}
