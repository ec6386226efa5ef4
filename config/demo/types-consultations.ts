import type { DemoStage } from './types';
import type { DemoBlock, DemoEditField, EntryKey, Instant, LocalDate } from './types-base';

export type DemoResult = 'adopted' | 'partly' | 'not_adopted' | 'out_of_scope';
export type DemoTarget =
  | { kind: 'whole' }
  | { kind: 'clause'; id: string }
  | { kind: 'entry'; entry: EntryKey; field?: DemoEditField | 'name' }
  | { kind: 'addition'; parent: EntryKey };

export interface DemoComment {
  key: string;
  target: DemoTarget;
  body: string;
  proposedText?: string;
  /** A resident or a neighbour; null for what staff wrote down. */
  authorKey: string | null;
  anonymous: boolean;
  /** What is shown instead of the name of who stays anonymous. */
  penName?: string;
  /** Written down by staff when not from the phone. */
  channel: 'wechat' | 'h5' | 'letter' | 'phone' | 'email' | 'visit' | 'meeting' | 'hearing' | 'bench' | 'survey';
  authorName?: string;
  /** Where it was said, when staff wrote it down. */
  heardAt?: string;
  persons: number;
  createdAt: Instant;
  check: 'pending' | 'pass' | 'review' | 'risky';
  review: 'none' | 'approved' | 'rejected';
  supportCount: number;
  withdrawnAt?: Instant;
  duplicateOf?: string;
  /** The comment that leads those that say the same. */
  groupOf?: string;
  /** Another unit is asked what it would answer. */
  assignedTo?: { unitId: string; dueOn: LocalDate; note: string };
  answer?: { result: DemoResult; reason: string };
}

/** 评审: a panel that read a draft edition, its notes, and what became of each. */
export interface DemoPanel {
  key: string;
  editionKey: string;
  kind: 'expert' | 'representative';
  /** User names of staff. */
  members: string[];
  openedAt: Instant;
  dueOn: LocalDate;
  closedAt: Instant;
  conclusion: string;
  notes: {
    key: string;
    /** Null: of the edition as a whole. */
    entry: EntryKey | null;
    by: string;
    at: Instant;
    body: string;
    answer: { verdict: 'adopted' | 'partly' | 'not_adopted'; words: string; at: Instant };
  }[];
}

export interface DemoConsultation {
  key: string;
  question: string;
  title: string;
  unitId: string;
  kind:
    | 'majorDecision'
    | 'normativeDocument'
    | 'normativeDocumentMarket'
    | 'draftRule'
    | 'compensationPlan'
    | 'standardCatalog';
  state: 'open' | 'closed' | 'answered';
  opensOn: LocalDate;
  closesOn: LocalDate;
  outcomeDueOn: LocalDate;
  shortenReason?: string;
  background: DemoBlock[];
  display: 'with_outcome' | 'after_review' | 'after_check';
  contact: string;
  ways?: { kind: 'letter' | 'email' | 'phone' | 'visit' | 'meeting' | 'hearing'; detail: string }[];
  areaIds: string[];
  domainIds: string[];
  draft:
    | { kind: 'clauses'; clauses: { id: string; label: string; text: string; before?: string }[] }
    | { kind: 'entries'; editionKey: string };
  /** Later drafts, while people were asked; `draft` is the first one. */
  revisions?: {
    publishedAt: Instant;
    reason: string;
    clauses: { id: string; label: string; text: string; before?: string }[];
    /** Comments that a clause was written from, by its id. */
    adopted?: Readonly<Record<string, string[]>>;
  }[];
  comments: DemoComment[];
  outcome: { publishedAt: Instant; summary: DemoBlock[]; nextEditionKey?: string } | null;
}

/** One thing over the five stages: its records by their keys. What comes with its consultations is found by itself. */
export interface DemoMatter {
  key: string;
  name: string;
  unitId: string;
  at: Instant;
  members: { kind: 'notice' | 'consultation' | 'survey' | 'meeting'; key: string; stage: DemoStage }[];
}

/** An item of the year's list of major decisions. */
export interface DemoDecision {
  key: string;
  year: number;
  position: number;
  title: string;
  unitId: string;
  plannedFor: string;
  basis: string;
  consultationKeys: string[];
  isPublished: boolean;
  conclusion?: { kind: 'decided' | 'dropped'; on: LocalDate; text: string };
}
