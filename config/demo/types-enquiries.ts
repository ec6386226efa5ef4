import type { Instant, LocalDate } from './types-base';

type EnquiryKind = 'question' | 'help' | 'suggestion' | 'complaint';

/** What was done with a message; those of the office are its, the answer is an editor's. */
export type DemoEnquiryStep = { at: Instant } & (
  | { kind: 'accept'; body: { kind: EnquiryKind } }
  | { kind: 'refuse'; body: { toWhom: string; reason: string } }
  | { kind: 'assign'; body: { mainUnitId: string; jointUnitIds: string[] } }
  | {
      kind: 'answer';
      body: {
        outcome: 'solved' | 'explained' | 'planned' | 'not_ours' | 'impossible';
        text: string;
        plannedOn?: LocalDate;
      };
    }
  | { kind: 'approve' }
  | { kind: 'publish'; body: { title: string; question: string; answer: string } }
  | { kind: 'feature' }
  | { kind: 'offerConversion'; note: string }
  | { kind: 'rate'; body: { result: number; process: number; text?: string } }
  | { kind: 'reopen'; reason: string }
);

/** What the city reported of a month, in hundredths of a percent. */
export interface DemoHotlineMonth {
  /** 2026-10. */
  id: string;
  onTime: number;
  result: number;
  process: number;
  source: string;
}

/** A public-opinion matter; minutes are counted from when it was noticed. */
export interface DemoOpinion {
  key: string;
  title: string;
  source: string;
  gravity: 'extreme' | 'major' | 'general';
  unitId: string;
  noticedAt: Instant;
  steps: { kind: 'reported' | 'informed' | 'briefed' | 'noted' | 'closed'; minutes: number; note: string }[];
}

/** Who is on duty for a unit, by user name. */
export interface DemoDuty {
  unitId: string;
  days: { on: LocalDate; main: string; deputy: string | null }[];
}

/** A message of 网上民声; steps in the order of their time. */
export interface DemoEnquiry {
  key: string;
  residentKey: string;
  kind: EnquiryKind;
  title: string;
  body: string;
  areaId: string | null;
  where?: string;
  publicConsent: boolean;
  submittedAt: Instant;
  steps: DemoEnquiryStep[];
}
