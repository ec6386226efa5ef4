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

/** What happened to a request; `on` is the Shanghai date on which it took effect. */
export type RequestEvent =
  | ({ type: 'submitted' } & Dated)
  /** The office's confirmation (Art. 31); `receivedOn` when it differs from `on` (post, in person). */
  | ({ type: 'registered'; receivedOn?: LocalDate } & Dated)
  | ({ type: 'correctionAsked'; deadline: LocalDate } & Dated)
  | ({ type: 'corrected' } & Dated)
  | ({ type: 'correctionLapsed' } & Dated)
  | ({ type: 'extended'; workingDays: number; approvedBy: string } & Dated)
  | ({ type: 'thirdPartyAsked' } & Referenced)
  | ({ type: 'thirdPartyAnswered' } & Referenced)
  | ({ type: 'otherAgencyAsked' } & Referenced)
  | ({ type: 'otherAgencyAnswered' } & Referenced)
  | ({ type: 'feeNoticed' } & Dated)
  | ({ type: 'feePaid' } & Dated)
  | ({ type: 'feeLapsed' } & Dated)
  | ({ type: 'decided'; kind: string } & Dated)
  | ({ type: 'withdrawn' } & Dated);
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
  /** 国办函〔2020〕109号: to pay the information fee. */
  fee: 20,
  /** Registration by the end of the next working day. */
  registration: 1,
} as const;
