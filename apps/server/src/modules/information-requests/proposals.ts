import { isOutdated, type DecisionSignature } from '@bandeng/rules';
import type { InformationRequestRecord, RequestDecision } from './information-request.model';
import type { Proposal } from './proposal.model';

type Proposed = Pick<InformationRequestRecord, 'proposals'>;

/** The one that waits for a signature; none while the newest was sent back. */
export const openProposal = ({ proposals = [] }: Proposed): Proposal | undefined =>
  proposals.find(({ state }) => state === 'review' || state === 'approval');

/** Every signature on this case, also under answers that were sent back. */
export const signaturesOf = ({ proposals = [] }: Proposed): DecisionSignature[] =>
  proposals.flatMap(({ staffId, legal, head }) => [
    { act: 'propose' as const, by: staffId },
    ...(legal ? [{ act: 'review' as const, by: legal.staffId }] : []),
    ...(head ? [{ act: 'approve' as const, by: head.staffId }] : []),
  ]);

/** Something was learnt of the case after this was proposed. */
export const hasNews = (
  { events }: Pick<InformationRequestRecord, 'events'>,
  { eventCount, state }: Pick<Proposal, 'eventCount' | 'state'>,
): boolean => state !== 'approved' && isOutdated(events.slice(eventCount).map(({ fact }) => fact.type));

/** May this member take it back: one's own, and nobody else signed it. */
export const mayRecall = (staffId: string, proposal: Proposal | undefined): boolean =>
  proposal?.staffId === staffId && proposal.legal === null && proposal.head === null;

/** The proposals with one of them changed. */
export const withProposal = ({ proposals = [] }: Proposed, changed: Proposal): Proposal[] =>
  proposals.map(proposal => (proposal.id === changed.id ? changed : proposal));

/** What of an answer about a record was written; an answer to a request for information has none of it, and its seal no place for it. */
export const given = ({ findings, agency }: Pick<RequestDecision, 'findings' | 'agency'>) => ({
  ...(findings !== undefined && { findings }),
  ...(agency !== undefined && { agency }),
});
