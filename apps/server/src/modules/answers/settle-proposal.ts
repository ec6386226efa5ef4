import type { RouteInput } from '@bandeng/contracts/types';
import { hasRoleForUnit, type OfficeActor } from '../../http/actor';
import { AppError, invalidField } from '../../platform/errors';
import type { DomainEvent } from '../../platform/outbox';
import type { Tx } from '../../platform/transaction';
import type { AnswerDeps } from './deps';
import type { PublishingProposalRecord } from './publishing-proposal.model';
import { PUBLISHING_PROPOSALS } from './publishing-proposal.repository';
import { publishesAnswers } from './staff-answer';
import { namesIn } from './without-names';

type BodyOf<N extends 'accept' | 'decline'> = RouteInput<`staff.publishing.${N}`>['body'];

/** Where the text came from, under it. */
const SOURCE = '本条信息由依申请公开转为主动公开（《中华人民共和国政府信息公开条例》第四十四条）。';

/** One click to a draft of a notice, tied to the cases; who suggested it is told. The draft goes the way of every draft. */
export const acceptProposal = (
  deps: AnswerDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: BodyOf<'accept'> },
): Promise<PublishingProposalRecord> =>
  settle(deps, actor, id, async (record, tx) => {
    if (record.draftId === body.draftId) return null;
    const cases = await Promise.all(record.requestIds.map(requestId => deps.requests.findAsked(requestId)));
    const { title, text } = body;
    const identifying = cases.flatMap(asked => asked?.identifying ?? []);
    const errors = namesIn({ title, text }, identifying);
    if (errors.length > 0) throw new AppError('answer.personal_data', { errors });
    if (!deps.notices.columnNames([body.columnId]).has(body.columnId)) throw invalidField('columnId', '没有这个栏目。');
    const paragraphs = [...text.split('\n').filter(line => line.trim() !== ''), SOURCE];
    const content = {
      ...{ title, kind: 'announcement' as const, unitId: record.unitId, columnIds: [body.columnId] },
      body: paragraphs.map(line => ({ type: 'paragraph' as const, children: [{ text: line }] })),
    };
    const numbers = cases.flatMap(asked => asked?.number ?? []).join('、');
    await deps.notices.beginDraft(actor, { id: body.draftId, content, note: `依申请公开转来：${numbers}` }, tx);
    return { state: 'accepted', reason: null, draftId: body.draftId };
  });

export const declineProposal = (
  deps: AnswerDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: BodyOf<'decline'> },
): Promise<PublishingProposalRecord> =>
  settle(deps, actor, id, record =>
    record.state === 'declined' ? null : { state: 'declined', reason: body.reason, draftId: '' },
  );

interface Settlement {
  state: 'accepted' | 'declined';
  reason: string | null;
  draftId: string;
}

/** @param decide gives the settlement, or null when it is made already (a repeat) */
function settle(
  deps: AnswerDeps,
  actor: OfficeActor,
  id: string,
  decide: (record: PublishingProposalRecord, tx: Tx) => Promise<Settlement | null> | Settlement | null,
): Promise<PublishingProposalRecord> {
  return deps.transaction(async tx => {
    const record = await deps.proposals.get(id, tx);
    if (!readsProposals(actor, record)) throw new AppError('publishing.not_found');
    if (!publishesAnswers(actor, record)) throw new AppError('auth.forbidden');
    const settlement = await decide(record, tx);
    if (settlement === null) return record;
    if (record.state !== 'open') throw new AppError('publishing.settled');
    const { state, reason, draftId } = settlement;
    const settled = { at: deps.clock.now(), by: actor.staffId, reason };
    const next = { ...record, state, draftId, settled };
    await deps.proposals.replace(next, tx);
    const event = `publishing-proposal.${state}`;
    await deps.audit.add(actor, event, { collection: PUBLISHING_PROPOSALS, id, from: 'open', to: state }, tx);
    await deps.outbox.add({ name: event, proposalId: id }, tx);
    await deps.requests.settleSuggestions(record.requestIds, { state, reason, noticeId: null }, tx);
    return { ...next, revision: record.revision + 1 };
  });
}

/** The notice that a proposal led to came out: who suggested it is told where. */
export const notePublished = (deps: AnswerDeps, { noticeId }: DomainEvent): Promise<void> =>
  deps.transaction(async tx => {
    // A notice has the id of its draft.
    const record = await deps.proposals.findOfDraft(String(noticeId), tx);
    if (!record || record.isPublished) return;
    await deps.proposals.replace({ ...record, isPublished: true }, tx);
    const result = { state: 'published' as const, reason: null, noticeId: record.draftId };
    await deps.requests.settleSuggestions(record.requestIds, result, tx);
  });

export const readsProposals = (
  actor: Pick<OfficeActor, 'roles'>,
  { unitId }: Pick<PublishingProposalRecord, 'unitId'>,
): boolean => hasRoleForUnit(actor, unitId, 'officer', 'head', 'legal', 'supervisor');
