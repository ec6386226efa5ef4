import type { DECISION_STEPS } from '@bandeng/contracts/schemas';
import type { DecisionWarning, WizardAnswers } from '@bandeng/rules';
import type { RequestDecision } from './information-request.model';

/** A signature of somebody other than the officer who proposed. */
export interface ProposalSignature {
  at: Date;
  staffId: string;
  isAgreed: boolean;
  note: string | null;
}

/** An answer on its way to be one; kept as it was, also when it was sent back. */
export interface Proposal extends Omit<RequestDecision, 'answers' | 'warnings' | 'seal'> {
  id: string;
  at: Date;
  staffId: string;
  answers: WizardAnswers;
  warnings: DecisionWarning[];
  /** How many facts the case had: what comes after may make it outdated. */
  eventCount: number;
  needsLegal: boolean;
  state: (typeof DECISION_STEPS)[number] | 'approved';
  legal: ProposalSignature | null;
  head: ProposalSignature | null;
  /** When who proposed it took it back; it is `returned` then. */
  recalledAt?: Date;
}

/** A conference on a case; who took part and what each said is sealed in `conferenceMembers` of the request. */
export interface Conference {
  id: string;
  at: Date;
  staffId: string;
  on: string;
  topic: string;
  conclusion: string;
}

export interface ConferenceMember {
  name: string;
  role: string;
  opinion: string;
}

/** The seal of record: who signed, and the hash over what they signed. */
export interface DecisionSeal {
  at: Date;
  proposedBy: string;
  reviewedBy: string | null;
  approvedBy: string;
  hash: string;
}

/** A paper of the case as it was found; it never goes out. */
export interface RequestPaper {
  fileId: string;
  at: Date;
  staffId: string;
  pages: number;
  sha256: string;
}

/** What may go out of a paper; of a text, which is sealed in `redactedTexts` of the request. */
export interface RequestRedaction {
  id: string;
  at: Date;
  staffId: string;
  paperId: string | null;
  fileId: string;
  pages: number | null;
  summary: string;
  /** Keyed hash of what was asked for: tells a repeat from a conflict. */
  contentHash: string;
}
