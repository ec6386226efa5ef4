import type { Attachment, InformationRequest } from '@bandeng/contracts/types';
import { replyKinds, recordResultText } from '@bandeng/rules';
import { isIntact } from './decision-seal';
import type { InformationRequestRecord, RequestDecision } from './information-request.model';
import { presentReview } from './present-review';
import type { ConferenceMember, ProposalSignature } from './proposal.model';
import { hasNews } from './proposals';

interface Names {
  /** Of a member of staff. */
  nameOf: (staffId: string) => string;
}

export const presentKinds = (kinds: RequestDecision['kinds']) =>
  kinds.map(kind => ({ kind, label: replyKinds[kind].label, article: replyKinds[kind].article }));

/** What was found about a record and what becomes of it; null of an answer to a request for information. */
export function presentRecordAnswer(answer: Pick<RequestDecision, 'kinds' | 'text' | 'findings' | 'agency'>) {
  const result = recordResultText(answer);
  return result === null ? null : { findings: answer.findings ?? '', agency: answer.agency ?? null, result };
}

/** What was proposed and who signed it or sent it back, the oldest first; for the office. */
export function presentProposals(
  record: InformationRequestRecord,
  { nameOf, files }: Names & { files: readonly Attachment[] },
): InformationRequest['proposals'] {
  const signature = ({ at, staffId, note }: ProposalSignature) => ({ at: at.toISOString(), by: nameOf(staffId), note });
  return (record.proposals ?? []).map(proposal => {
    const { id, at, staffId, kinds, text, noticeIds, answers, state, needsLegal, legal, head } = proposal;
    return {
      ...{ id, at: at.toISOString(), by: nameOf(staffId), kinds: presentKinds(kinds), text, noticeIds },
      record: presentRecordAnswer(proposal),
      attachments: files.filter(file => proposal.attachmentIds.includes(file.id)),
      answers: answers as InformationRequest['proposals'][number]['answers'],
      review: presentReview(record, proposal),
      ...{ state, needsLegal, isOutdated: hasNews(record, proposal) },
      legal: legal && { ...signature(legal), isAgreed: legal.isAgreed },
      recalledAt: proposal.recalledAt?.toISOString() ?? null,
      head: head && { ...signature(head), isApproved: head.isAgreed },
    };
  });
}

export const presentConferences = (
  { conferences = [] }: InformationRequestRecord,
  { nameOf, members }: Names & { members: Readonly<Record<string, ConferenceMember[]>> },
): InformationRequest['conferences'] =>
  conferences.map(({ staffId, at, ...conference }) => ({
    ...conference,
    at: at.toISOString(),
    by: nameOf(staffId),
    members: members[conference.id] ?? [],
  }));

export function presentSeal(
  record: InformationRequestRecord,
  { nameOf }: Names,
): NonNullable<InformationRequest['decision']>['seal'] {
  const seal = record.decision?.seal;
  if (!seal) return null;
  const { at, proposedBy, reviewedBy, approvedBy, hash } = seal;
  return {
    at: at.toISOString(),
    proposedBy: nameOf(proposedBy),
    reviewedBy: reviewedBy && nameOf(reviewedBy),
    approvedBy: nameOf(approvedBy),
    hash,
    isIntact: isIntact(record),
  };
}

/** Everybody whose name stands in what is shown. */
export function staffIn({
  intake,
  searches = [],
  grounds = [],
  conferences = [],
  papers = [],
  redactions = [],
  proposals = [],
}: InformationRequestRecord): string[] {
  const written = [...searches, ...grounds, ...conferences, ...papers, ...redactions].map(({ staffId }) => staffId);
  const signed = proposals.flatMap(({ staffId, legal, head }) => [
    staffId,
    ...[legal, head].flatMap(signature => signature?.staffId ?? []),
  ]);
  return [...new Set([...(intake?.staffId ? [intake.staffId] : []), ...written, ...signed])];
}
