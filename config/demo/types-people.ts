import type { EntryKey, Instant, LocalDate } from './types-base';

export interface DemoResident {
  key: string;
  openid: string;
  name: string;
  phone: string;
  /** Proven through WeChat; only then a comment may stand under the own name. */
  phoneVerified: boolean;
  communityId: string;
  joinedAt: Instant;
  subscriptions: { kind: 'column' | 'domain' | 'area' | 'consultation' | 'entry'; key: string }[];
}

/** 催一催: a resident asks for the latest period of an entry that is late. */
export interface DemoNudge {
  key: string;
  residentKey: string;
  entry: EntryKey;
  at: Instant;
}

/** 异议 to a posting of the district, and the conclusion it had. */
export interface DemoObjection {
  key: string;
  residentKey: string;
  noticeKey: string;
  at: Instant;
  text: string;
  settled?: { at: Instant; result: 'upheld' | 'partly' | 'rejected'; reason: string };
}
/** A notice that said something else at first. */
export interface DemoCorrection {
  noticeKey: string;
  at: Instant;
  reason: string;
  now: string;
  before: string;
}
/** 公示结束. */
export interface DemoConclusion {
  noticeKey: string;
  at: Instant;
  statement: string;
}

export type DemoDecisionKind =
  | 'granted'
  | 'partial'
  | 'denied_third_party'
  | 'denied_process'
  | 'not_existing'
  | 'already_public'
  | 'record_passed_on';
/** What happened to a request, in order; the loader replays it through the state machine. */
export type DemoRequestStep =
  | { kind: 'register'; at: Instant }
  | { kind: 'askCorrection'; at: Instant; items: string; deadline: LocalDate }
  | { kind: 'correct'; at: Instant; content: DemoRequestContent }
  | { kind: 'extend'; at: Instant; workingDays: number; reason: string }
  | { kind: 'consult'; at: Instant; to: 'third_party' | 'other_agency'; name: string; question: string }
  | { kind: 'askReasons'; at: Instant; items: string; deadline: LocalDate }
  | { kind: 'offerConversion'; at: Instant; nature: 'complaint'; as: 'complaint'; note: string }
  | { kind: 'noticeFee'; at: Instant; pages: number; howToPay: string }
  | { kind: 'search'; at: Instant; place: string; words: string; result: 'found' | 'nothing' }
  | {
      kind: 'confer';
      at: Instant;
      on: LocalDate;
      topic: string;
      members: { name: string; role: string; opinion: string }[];
      conclusion: string;
    }
  | {
      kind: 'redactText';
      at: Instant;
      title: string;
      text: string;
      removes: { words: string; ground: 'denied_third_party' }[];
    }
  | { kind: 'review'; at: Instant; isAgreed: boolean; note: string }
  | {
      /** Signed by all, or only proposed so far. */
      kind: 'decide' | 'propose';
      at: Instant;
      kinds: DemoDecisionKind[];
      text: string;
      /** Of a record that was to be put right (Art. 41). */
      findings?: string;
      agency?: string;
      noticeKeys: string[];
      /** By question of the five steps (packages/rules, wizardQuestions). */
      answers?: Record<string, string | string[]>;
    }
  | { kind: 'withdraw' | 'suggestPublishing'; at: Instant; reason: string };
export interface DemoRequestContent {
  name: string;
  documentNumber?: string;
  description?: string;
}
export interface DemoRequest {
  key: string;
  residentKey: string;
  unitId: string;
  applicant:
    | {
        kind: 'person';
        name: string;
        idDocument: { type: 'id_card' | 'passport' | 'other'; number: string };
        phone: string;
        email?: string;
        address?: string;
      }
    | {
        kind: 'organization';
        organizationKind: 'business' | 'research' | 'charity' | 'legal_service' | 'other';
        name: string;
        creditCode: string;
        representative: string;
        contact: string;
        phone: string;
        email?: string;
        address?: string;
      };
  content: DemoRequestContent;
  /** Of one's own record that is to be put right (Art. 41); none of a request for information. */
  recordError?: { holder: string; written: string; right: string };
  delivery: { form: 'electronic' | 'paper' | 'other'; method: 'app' | 'email' | 'post' | 'pickup' | 'on_site' };
  assistance?: { kinds: ('large_print' | 'read_aloud' | 'sign_language' | 'written_down')[]; note?: string };
  submittedAt: Instant;
  steps: DemoRequestStep[];
  /** Made final by the officer; `facts` are what the record does not know. Delivered on the phone, or handed over at a place. */
  letters?: { at: Instant; key: string; facts: Record<string, string>; isDelivered?: boolean; handedOverAt?: string }[];
}

/** An answer in the archive: what everybody reads of it. */
export interface DemoPublicAnswer {
  requestKey: string;
  at: Instant;
  title: string;
  question: string;
  answer: string;
}

/** A review or lawsuit against an answer, written down by the officer at `at`. */
export interface DemoRemedy {
  key: string;
  requestKey: string;
  at: Instant;
  kind: 'review' | 'lawsuit' | 'lawsuit_after_review';
  broughtOn: LocalDate;
  organ: string;
  caseNumber?: string;
  ended: { at: Instant; on: LocalDate; result: 'upheld' | 'corrected' | 'other'; note?: string } | null;
}

interface DemoRegulations {
  made: number;
  abolished: number;
  inForce: number;
}
/** A report of an earlier year, handed in at `at`; the whole district's has `district` for its unit and no figures of its own. */
export interface DemoAnnualReport {
  unit: string;
  year: number;
  at: Instant;
  sections: { overview: string; problems: string; others: string };
  entered: {
    rules: (DemoRegulations & { reason: string }) | null;
    normative: (DemoRegulations & { reason: string }) | null;
    permits: number;
    penalties: number;
    coercion: number;
    fees: string;
  } | null;
}

export type DemoRole =
  | 'admin'
  | 'editor'
  | 'reviewer'
  | 'secrecy'
  | 'legal'
  | 'officer'
  | 'head'
  | 'office'
  | 'street'
  | 'supervisor'
  | 'auditor'
  | 'grid'
  | 'evaluator';
export interface DemoStaff {
  username: string;
  /** Whose WeChat account is bound to the role: this one is chased in its inbox. */
  openid?: string;
  name: string;
  roles: { role: DemoRole; unitId: string | null; areaId: string | null }[];
}
