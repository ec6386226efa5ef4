import { likenessOf } from '@bandeng/rules';
import publishing from '../../../../../config/publishing.json';
import type { DomainEvent } from '../../platform/outbox';
import type { Tx } from '../../platform/transaction';
import type { AnswerDeps, AskedCase } from './deps';
import type { PublishingProposalRecord } from './publishing-proposal.model';
import { PUBLISHING_PROPOSALS } from './publishing-proposal.repository';

const DAY_MS = 86_400_000;
const DAYS_OF_MONTH = 30;

/**
 * Art. 44, measured when a case is registered or answered: who asked for the same at this unit, among its newest cases. When they are
 * enough different people and one of them was given it, a proposal opens; one that is open takes the case in; what was settled stays so.
 */
export async function measureAlike(deps: AnswerDeps, event: DomainEvent): Promise<void> {
  const asked = await deps.requests.findAsked(String(event.requestId));
  if (!asked) return;
  const group = [asked, ...(await listAlike(deps, asked))];
  const applicants = new Set(group.map(({ applicantKey }) => applicantKey));
  if (applicants.size < publishing.applicants || !group.some(({ isGiven }) => isGiven)) return;
  await deps.transaction(tx => propose(deps, { group, origin: 'measured' }, tx));
}

/** Art. 44: the applicant suggests it; what was settled before is told at once. */
export async function takeSuggestion(deps: AnswerDeps, event: DomainEvent): Promise<void> {
  const asked = await deps.requests.findAsked(String(event.requestId));
  if (!asked) return;
  await deps.transaction(async tx => {
    const { state, settled, draftId, isPublished } = await propose(deps, { group: [asked], origin: 'suggested' }, tx);
    if (state === 'open' || !settled) return;
    const result = { state: isPublished ? ('published' as const) : state, reason: settled.reason };
    await deps.requests.settleSuggestions([asked.id], { ...result, noticeId: isPublished ? draftId : null }, tx);
  });
}

/** Cases of the same unit in which nearly the same is asked for. */
async function listAlike({ requests, clock }: AnswerDeps, asked: AskedCase): Promise<AskedCase[]> {
  const since = new Date(clock.now().getTime() - publishing.months * DAYS_OF_MONTH * DAY_MS);
  const others = await requests.listAsked(asked.unitId, since, publishing.looked);
  return others.filter(
    other => other.id !== asked.id && likenessOf(asked.subject, other.subject) >= publishing.likeness,
  );
}

/** The proposal of these cases: one that has one of them, with all of them in it while it is open; else a new one. */
async function propose(
  deps: AnswerDeps,
  { group, origin }: { group: readonly AskedCase[]; origin: PublishingProposalRecord['origin'] },
  tx: Tx,
): Promise<PublishingProposalRecord> {
  const requestIds = group.map(({ id }) => id);
  const known = await deps.proposals.listOfRequests(requestIds, tx);
  const settled = known.find(({ state }) => state !== 'open');
  if (settled) return settled;
  const [open] = known;
  if (open) {
    const all = [...new Set([...open.requestIds, ...requestIds])];
    if (all.length > open.requestIds.length) await deps.proposals.replace({ ...open, requestIds: all }, tx);
    return open;
  }
  const record: PublishingProposalRecord = {
    ...{ _id: deps.ids.uuid(), unitId: group[0]!.unitId, requestIds, origin, state: 'open' },
    ...{ openedAt: deps.clock.now(), settled: null, draftId: '', isPublished: false, revision: 1 },
  };
  const event = 'publishing-proposal.opened';
  await deps.proposals.insert(record, tx);
  await deps.audit.add('system', event, { collection: PUBLISHING_PROPOSALS, id: record._id }, tx);
  const [requestId] = requestIds;
  await deps.outbox.add({ name: event, proposalId: record._id, requestId, on: deps.clock.today() }, tx);
  return record;
}
