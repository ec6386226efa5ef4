import type { PublishingProposal, RouteInput } from '@bandeng/contracts/types';
import { unitsOf, type OfficeActor } from '../../http/actor';
import type { WaitingTask } from '../../platform/module';
import type { Page } from '../../platform/paging';
import type { AnswerDeps, AskedCase } from './deps';
import type { PublishingProposalRecord } from './publishing-proposal.model';
import { publishesAnswers } from './staff-answer';
import { withoutNames } from './without-names';

const casesOf = async ({ requests }: AnswerDeps, { requestIds }: PublishingProposalRecord): Promise<AskedCase[]> =>
  (await Promise.all(requestIds.map(id => requests.findAsked(id)))).flatMap(asked => asked ?? []);

/** The words a notice begins with: of the first case in which it was given, without names. */
function wordsOf(cases: readonly AskedCase[]): PublishingProposal['words'] {
  const given = cases.find(({ isGiven }) => isGiven) ?? cases[0];
  const identifying = cases.flatMap(asked => asked.identifying);
  return { title: withoutNames(given?.name ?? '', identifying), text: withoutNames(given?.answer ?? '', identifying) };
}

/** A proposal with the cases that it came of. */
export async function describeProposal(
  deps: AnswerDeps,
  actor: OfficeActor,
  record: PublishingProposalRecord,
): Promise<PublishingProposal> {
  const { _id: id, unitId, origin, state, openedAt, settled, draftId, isPublished } = record;
  const [cases, units, names] = await Promise.all([
    casesOf(deps, record),
    deps.organization.findUnits([unitId]),
    deps.identity.findStaffNames(settled ? [settled.by] : []),
  ]);
  return {
    ...{ id, origin, state, words: wordsOf(cases), openedAt: openedAt.toISOString() },
    unit: { id: unitId, name: units.get(unitId)?.name ?? '' },
    applicants: new Set(cases.map(({ applicantKey }) => applicantKey)).size,
    cases: cases.map(({ id: requestId, number, name, statusText, isGiven, suggestion }) => ({
      ...{ id: requestId, number, name, statusText, isGiven },
      suggestion: suggestion && { reason: suggestion.reason },
    })),
    settled: settled && { ...settled, at: settled.at.toISOString(), by: names.get(settled.by) ?? '' },
    draftId: draftId || null,
    noticeId: isPublished ? draftId : null,
    abilities: { settle: state === 'open' && publishesAnswers(actor, record) },
  };
}

export async function listProposals(
  deps: AnswerDeps,
  actor: OfficeActor,
  query: RouteInput<'staff.publishing.list'>['query'],
): Promise<Page<PublishingProposal>> {
  const unitIds = unitsOf(actor, 'officer', 'head', 'legal', 'supervisor');
  const page = await deps.proposals.list({ unitIds, state: query.state }, query);
  return { ...page, items: await Promise.all(page.items.map(record => describeProposal(deps, actor, record))) };
}

/** Proposals on which this member has to say yes or no. */
export async function listWaitingProposals(
  deps: AnswerDeps,
  actor: OfficeActor,
  limit: number,
): Promise<WaitingTask[]> {
  const unitIds = unitsOf(actor, 'officer');
  if (unitIds.length === 0) return [];
  const { items } = await deps.proposals.list({ unitIds, state: 'open' }, { limit });
  return Promise.all(
    items.map(async (record): Promise<WaitingTask> => {
      const { words, applicants, origin, cases } = await describeProposal(deps, actor, record);
      const why = origin === 'suggested' ? '申请人建议' : `${applicants} 个人要过`;
      return {
        ...{ kind: 'publishing', recordId: record._id, title: words.title, step: '看看要不要主动公开', dueOn: null },
        note: [why, cases[0]?.number].filter(Boolean).join(' · '),
        since: record.openedAt.toISOString(),
      };
    }),
  );
}
