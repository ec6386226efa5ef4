import type { DECISION_KINDS } from '@bandeng/contracts/routes';
import type { RouteInput } from '@bandeng/contracts/types';
import {
  canonicalJson,
  decisionWarnings,
  maySign,
  needsLegalReview,
  refusedCombination,
  refusedRecordAnswer,
} from '@bandeng/rules';
import deciding from '../../../../../config/deciding.json';
import type { OfficeActor } from '../../http/actor';
import { AppError, invalidField } from '../../platform/errors';
import { assertAllowed, changeInformationRequest, type CaseChange } from './change-information-request';
import { sealOf } from './decision-seal';
import type { InformationRequestsDeps } from './deps';
import type { InformationRequestRecord } from './information-request.model';
import { hasEnded, isHead, isLegal, isOfficer, isRecordCorrection } from './information-request.policy';
import { assertNoOriginals, papersOf } from './papers';
import { wizardFactsOfRecord } from './present-review';
import type { Proposal, ProposalSignature } from './proposal.model';
import { given, hasNews, mayRecall, openProposal, signaturesOf, withProposal } from './proposals';

type Change = Promise<InformationRequestRecord>;
type BodyOf<N extends 'propose' | 'review' | 'decide'> = RouteInput<`staff.informationRequests.${N}`>['body'];

/** An answer, with one or several reply kinds (Art. 36, 37), for others to sign; one at a time. */
export const proposeDecision = (
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: BodyOf<'propose'> },
): Change =>
  changeInformationRequest(deps, actor, id, async (record, _, tx) => {
    assertAllowed(isOfficer(actor, record));
    const known = record.proposals?.find(proposal => proposal.id === body.id);
    if (known) return sameOrConflict(known, actor, body);
    if (record.receivedOn === null || hasEnded(record)) throw new AppError('request.state');
    if (openProposal(record)) throw new AppError('request.proposed');
    assertMaySign('propose', actor, record);
    const refusal = refusedCombination(body.kinds);
    if (refusal !== null) throw invalidField('kinds', refusal);
    const misfit = refusedRecordAnswer(record.kind ?? 'information', body);
    if (misfit) throw invalidField(misfit.field, misfit.message);
    await deps.notices.assertPublic(body.noticeIds);
    await assertNoOriginals(deps, record, body.attachmentIds);
    await deps.files.bindToRecord(actor, body.attachmentIds, papersOf(id), tx);
    const needsLegal = needsLegalReview(
      body.kinds,
      deciding.legalReview.notNeededFor as readonly (typeof body.kinds)[number][],
    );
    const proposal: Proposal = {
      ...body,
      at: deps.clock.now(),
      staffId: actor.staffId,
      // The five steps are those of a request for information.
      warnings: isRecordCorrection(record)
        ? []
        : decisionWarnings({
            kinds: body.kinds as (typeof DECISION_KINDS)[number][],
            answers: body.answers,
            facts: wizardFactsOfRecord(record),
          }),
      eventCount: record.events.length,
      needsLegal,
      state: needsLegal ? 'review' : 'approval',
      legal: null,
      head: null,
    };
    return {
      event: 'information-request.proposed',
      by: 'office',
      fact: null,
      fields: ['proposals'],
      set: { proposals: [...(record.proposals ?? []), proposal], decisionStep: needsLegal ? 'review' : 'approval' },
    };
  });

/** Taken back by who proposed it, before the next signature; kept as it was, and another one may follow. */
export const recallProposal = (
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { id, proposalId }: { id: string; proposalId: string },
): Change =>
  changeInformationRequest(deps, actor, id, record => {
    assertAllowed(isOfficer(actor, record));
    if (record.proposals?.some(known => known.id === proposalId && known.recalledAt)) return null;
    const proposal = openProposal(record);
    if (proposal?.id !== proposalId || !mayRecall(actor.staffId, proposal))
      throw new AppError('request.state', { data: { reason: '只有拟的人，在别人签字以前能收回' } });
    return {
      event: 'information-request.recalled',
      by: 'office',
      fact: null,
      fields: ['proposals'],
      set: {
        proposals: withProposal(record, { ...proposal, state: 'returned', recalledAt: deps.clock.now() }),
        decisionStep: 'returned',
      },
    };
  });

/** What the legal adviser finds: on to the head, or back to the officer with the reason. */
export const reviewDecision = (
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: BodyOf<'review'> },
): Change =>
  changeInformationRequest(deps, actor, id, record => {
    assertAllowed(isLegal(actor, record));
    const signature = signatureOf(deps, actor, { isAgreed: body.isAgreed, note: body.note });
    const proposal = proposalToSign(record, { ...body, act: 'review', signature });
    if (proposal === null) return null;
    const state = body.isAgreed ? 'approval' : 'returned';
    return signed(record, { ...proposal, state, legal: signature }, state);
  });

/** The head's signature makes it the answer of the office, sealed; its files become the applicant's to read. Or it goes back. */
export const decideInformationRequest = (
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: BodyOf<'decide'> },
): Change =>
  changeInformationRequest(deps, actor, id, async (record, today, tx) => {
    assertAllowed(isHead(actor, record));
    const signature = signatureOf(deps, actor, { isAgreed: body.isApproved, note: body.note ?? null });
    const open = proposalToSign(record, { ...body, isAgreed: body.isApproved, act: 'approve', signature });
    if (open === null) return null;
    if (!body.isApproved) return signed(record, { ...open, state: 'returned', head: signature }, 'returned');
    const proposal: Proposal = { ...open, state: 'approved', head: signature };
    const { kinds, text, findings, agency, attachmentIds, noticeIds, answers, warnings } = proposal;
    await deps.notices.assertPublic(noticeIds);
    await assertNoOriginals(deps, record, attachmentIds);
    await deps.files.moveToRecord(attachmentIds, papersOf(id), { collection: 'informationRequests', id }, tx);
    const decision = { kinds, text, ...given({ findings, agency }), attachmentIds, noticeIds, answers, warnings };
    const fact = { type: 'decided', on: today, kind: kinds.join(',') } as const;
    const facts = [...record.events.map(event => event.fact), fact];
    return {
      event: 'information-request.decided',
      by: 'office',
      fact,
      fields: ['decision'],
      set: {
        proposals: withProposal(record, proposal),
        decision: { ...decision, seal: sealOf({ record, decision, proposal, facts, at: signature.at }) },
      },
    };
  });

function sameOrConflict(known: Proposal, actor: OfficeActor, body: BodyOf<'propose'>): null {
  const { kinds, text, findings, agency, attachmentIds, noticeIds, answers } = known;
  const isSame =
    canonicalJson({ kinds, text, ...given({ findings, agency }), attachmentIds, noticeIds, answers, id: known.id }) ===
    canonicalJson(body);
  if (!isSame || known.staffId !== actor.staffId) throw new AppError('id.conflict');
  return null;
}

function assertMaySign(act: 'propose' | 'review' | 'approve', actor: OfficeActor, record: InformationRequestRecord) {
  if (!maySign(act, actor.staffId, signaturesOf(record))) throw new AppError('request.signed');
}

const signatureOf = (
  { clock }: InformationRequestsDeps,
  actor: OfficeActor,
  { isAgreed, note }: { isAgreed: boolean; note: string | null },
): ProposalSignature => ({ at: clock.now(), staffId: actor.staffId, isAgreed, note });

/** The proposal that waits for this signature; null when it bears the very same already (a second tap). */
function proposalToSign(
  record: InformationRequestRecord,
  wanted: { proposalId: string; isAgreed: boolean; act: 'review' | 'approve'; signature: ProposalSignature },
): Proposal | null {
  const { proposalId, isAgreed, act, signature } = wanted;
  const proposal = record.proposals?.find(({ id }) => id === proposalId);
  if (!proposal) throw new AppError('request.state', { data: { reason: '没有这份答复' } });
  const given = act === 'review' ? proposal.legal : proposal.head;
  if (given?.staffId === signature.staffId && given.isAgreed === isAgreed) return null;
  if (proposal.state !== (act === 'review' ? 'review' : 'approval')) throw new AppError('request.state');
  if (!maySign(act, signature.staffId, signaturesOf(record))) throw new AppError('request.signed');
  if (isAgreed && hasNews(record, proposal)) throw new AppError('request.outdated');
  return proposal;
}

const signed = (
  record: InformationRequestRecord,
  proposal: Proposal,
  decisionStep: 'approval' | 'returned',
): CaseChange => ({
  event: decisionStep === 'returned' ? 'information-request.returned' : 'information-request.reviewed',
  by: 'office',
  fact: null,
  fields: ['proposals'],
  set: { proposals: withProposal(record, proposal), decisionStep },
});
