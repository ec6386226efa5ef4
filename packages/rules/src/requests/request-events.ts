import type { LocalDate } from '../calendar';

/** Statuses of an information request, and their words on screen. */
export const requestStatusLabels = {
  awaiting_confirmation: '待登记确认',
  in_progress: '办理中',
  awaiting_correction: '待补正',
  paused: '暂停计时',
  extended: '已延期，办理中',
  decided: '已答复',
  withdrawn: '已撤回',
  lapsed: '视为放弃',
} as const;
export type RequestStatus = keyof typeof requestStatusLabels;

/** Questions to others during which the clock stands still (Art. 33, 42). `ref` tells two letters of a kind apart. */
interface Dated {
  on: LocalDate;
}
interface Referenced extends Dated {
  ref?: string;
}
/** That a time is over was found by this last day; it stands although the days off of that year are changed later. */
interface Judged {
  deadline?: LocalDate;
}

/** An office's own period where the law names none: how long, and in a sentence that says so. */
export interface OwnLimit {
  workingDays: number;
  why: string;
}

/** What happened to a request; `on` is the Shanghai date on which it took effect. */
export type RequestEvent =
  | ({ type: 'submitted'; limit?: OwnLimit } & Dated)
  /** The office's confirmation (Art. 31); `receivedOn` when it differs from `on` (post, in person). */
  | ({ type: 'registered'; receivedOn?: LocalDate } & Dated)
  | ({ type: 'correctionAsked'; deadline: LocalDate } & Dated)
  | ({ type: 'corrected' } & Dated)
  | ({ type: 'correctionLapsed' } & Dated)
  | ({ type: 'extended'; workingDays: number; approvedBy: string } & Dated)
  | ({ type: 'thirdPartyAsked' } & Referenced)
  /** The day the letter reached them: their 15 working days run from here (Art. 32). */
  | ({ type: 'thirdPartyServed' } & Referenced)
  | ({ type: 'thirdPartyAnswered' } & Referenced)
  /** Nothing came in time: the authority decides by itself (Art. 32). */
  | ({ type: 'thirdPartySilent' } & Judged & Referenced)
  | ({ type: 'otherAgencyAsked' } & Referenced)
  | ({ type: 'otherAgencyServed' } & Referenced)
  | ({ type: 'otherAgencyAnswered' } & Referenced)
  /** Nothing came in time: taken as consent (Art. 34). */
  | ({ type: 'otherAgencySilent' } & Judged & Referenced)
  /** 数量、频次明显超过合理范围: reasons may be asked for; the regulation does not stop the clock for it (Art. 35). */
  | ({ type: 'reasonsAsked'; deadline: LocalDate } & Dated)
  | ({ type: 'reasonsGiven' } & Dated)
  /** The reasons are good, but the time is too short: a reasonable time more, told to the applicant (Art. 35). */
  | ({ type: 'delayed'; workingDays: number; approvedBy: string } & Dated)
  | ({ type: 'feeNoticed' } & Dated)
  | ({ type: 'feePaid' } & Dated)
  /** The office takes its notice back: it was wrong. */
  | ({ type: 'feeDropped' } & Dated)
  | ({ type: 'feeLapsed' } & Judged & Dated)
  | ({ type: 'decided'; kind: string } & Dated)
  /** By the applicant; `into`: they agreed that it goes on as a message of 网上民声, or it goes on in another request of theirs. */
  | ({ type: 'withdrawn'; into?: 'enquiry' | 'request' } & Dated);
export type RequestEventType = RequestEvent['type'];

/** The numbers of the regulation, as data: an office may confirm its own reading of the pauses here. */
export const requestLimits = {
  /** Art. 33: working days for the answer; the day of receipt does not count. */
  answer: 20,
  /** Art. 33: at most this much longer, once, approved by the head of the information office. */
  extension: 20,
  /** Art. 30: to ask for a correction, once. */
  correctionNotice: 7,
  /** Our own limit, in working days, for the "reasonable period" that Art. 30 gives for a correction. */
  correction: 60,
  /** Art. 32, 34: for a third party or another agency to answer. */
  consultation: 15,
  /** Our own limit, in working days, for the "reasonable period" by which Art. 35 lets an answer be delayed. */
  delay: 60,
  /** 国办函〔2020〕109号: to pay the information fee. */
  fee: 20,
  /** Registration by the end of the next working day. */
  registration: 1,
  /** Our own limit: by the end of the next working day somebody without an account is told that the request was split or merged. */
  telling: 1,
} as const;
