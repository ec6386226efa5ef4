import type { FeeLine } from '@bandeng/rules';

/** Art. 42: what it costs, and what both sides say to it. */
export interface RequestFee {
  yuan: number;
  lines: FeeLine[];
  howToPay: string;
  paidOn: string | null;
  /** What follows may be missing in requests of an older version. */
  reply?: { at: Date; isAccepted: boolean; reason: string | null } | null;
  answer?: { at: Date; isKept: boolean; text: string } | null;
  /** Notices before this one that were taken back, with what was said to them. */
  earlier?: Omit<RequestFee, 'earlier'>[];
}

/** 建议纳入主动公开 (Art. 44). */
export interface RequestSuggestion {
  at: Date;
  reason: string | null;
  result: {
    at: Date;
    state: 'accepted' | 'declined' | 'published';
    reason: string | null;
    noticeId: string | null;
    /** Of what was published: when it had been accepted. */
    acceptedAt?: Date;
  } | null;
}
