import type { LocalDate } from '../calendar';

export type DurationUnit = 'workingDays' | 'days' | 'months' | 'years' | 'hours';

export interface Duration {
  n: number;
  unit: DurationUnit;
}

/** One piece of 公开时限, for the whole entry or for one part of it. */
export interface TimeLimit {
  kind:
    | 'workdays_after_event'
    | 'days_after_event'
    | 'months_after_event'
    | 'hours_after_event'
    /** 长期公开. */
    | 'permanent'
    /** 每月, 每季度…, with `n` and `unit` counted from the end of the period, or `by` a day of the year. */
    | 'schedule'
    /** 及时, 实时, 当日. */
    | 'immediate'
    /** Only says how long it is posted or consulted on, or when it comes down. */
    | 'period'
    /** Not understood: the words stand as they are. */
    | 'verbatim';
  /** The part of the content it covers (“处罚决定”); absent for all of it. */
  part?: string;
  /** What it counts from, in the words of the catalog (“信息形成或者变更”). */
  event?: string;
  n?: number;
  unit?: DurationUnit;
  every?: 'week' | 'month' | 'quarter' | 'halfYear' | 'year';
  /** Month and day, `01-31`. */
  by?: string;
  /** 公示期: at least this long. */
  posting?: Duration;
  /** 征求意见期限: at least this long. */
  consultation?: Duration;
  /** May be extended by this much with approval. */
  extension?: Duration;
  /** When it is no longer posted, by whom it concerns. */
  takeDown?: { appliesTo: string; n: number; unit: 'years' | 'months' }[];
  /** The words it was read from. */
  text: string;
}

export interface DueDate {
  date: LocalDate;
  provisional: boolean;
}
