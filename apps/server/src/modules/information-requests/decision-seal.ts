import { canonicalJson, type RequestEvent } from '@bandeng/rules';
import { sha256 } from '../../platform/crypto';
import type { InformationRequestRecord, RequestDecision } from './information-request.model';
import type { DecisionSeal, Proposal } from './proposal.model';
import { given } from './proposals';

interface Sealed {
  record: Pick<InformationRequestRecord, 'number' | 'unitId' | 'content' | 'searches'>;
  decision: Omit<RequestDecision, 'seal'>;
  proposal: Pick<Proposal, 'id' | 'staffId' | 'legal' | 'head'>;
  /** All facts of the case up to the answer. */
  facts: readonly RequestEvent[];
}

/** Over what was asked, everything that happened, what was answered on which grounds, and every signature. */
const hashOf = ({ record: { number, unitId, content, searches = [] }, decision, proposal, facts }: Sealed): string => {
  const { id, staffId, legal, head } = proposal;
  const { kinds, text, findings, agency, attachmentIds, noticeIds, answers, warnings } = decision;
  const sealed = {
    ...{ number, unitId, content, searches, facts, proposal: { id, staffId, legal, head } },
    decision: { kinds, text, ...given({ findings, agency }), attachmentIds, noticeIds, answers, warnings },
  };
  // Dates as the database gives them back: as text.
  return sha256(canonicalJson(JSON.parse(JSON.stringify(sealed))));
};

/** 答复的封存: who signed when, and the hash over all of it. */
export const sealOf = ({ at, ...sealed }: Sealed & { at: Date }): DecisionSeal => ({
  at,
  proposedBy: sealed.proposal.staffId,
  reviewedBy: sealed.proposal.legal?.staffId ?? null,
  approvedBy: sealed.proposal.head!.staffId,
  hash: hashOf(sealed),
});

/** The record still says what was signed. */
export function isIntact(record: InformationRequestRecord): boolean {
  const { decision, proposals = [], events } = record;
  const proposal = proposals.find(({ state }) => state === 'approved');
  if (!decision?.seal || !proposal) return false;
  const last = events.findIndex(({ fact }) => fact.type === 'decided');
  const facts = events.slice(0, last + 1).map(({ fact }) => fact);
  return hashOf({ record, decision, proposal, facts }) === decision.seal.hash;
}
