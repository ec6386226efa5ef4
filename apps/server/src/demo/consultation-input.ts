import type { DemoComment, DemoConsultation, DemoTarget } from '../../../../config/demo';
import type { LoadedComment, LoadedConsultation } from '../modules/consultations';
import { startOfShanghaiDate } from '../platform/clock';
import { demoUuid, editionId, entryId } from './demo-ids';

const OFFICE_OPENS_MS = 9 * 3_600_000;
/** A unit has its draft ready some days before it goes out. */
const DRAFTED_BEFORE_MS = 3 * 86_400_000;

function targetOf(target: DemoTarget): LoadedComment['target'] {
  switch (target.kind) {
    case 'entry':
      return { kind: 'entry', id: entryId(target.entry), ...(target.field !== undefined && { field: target.field }) };
    case 'addition':
      return { kind: 'addition', parentId: entryId(target.parent) };
    default:
      return target;
  }
}

function commentOf(comment: DemoComment, accountIds: ReadonlyMap<string, string>): LoadedComment {
  const { key, target, createdAt, withdrawnAt, duplicateOf, groupOf, authorKey, authorName, channel, ...rest } =
    comment;
  const isOffline = channel !== 'wechat' && channel !== 'h5';
  return {
    ...rest,
    id: demoUuid('comment', key),
    target: targetOf(target),
    channel,
    accountId: authorKey === null ? null : (accountIds.get(authorKey) ?? null),
    authorName: isOffline ? authorName : undefined,
    createdAt: new Date(createdAt),
    withdrawnAt: withdrawnAt === undefined ? undefined : new Date(withdrawnAt),
    duplicateOf: duplicateOf === undefined ? undefined : demoUuid('comment', duplicateOf),
    groupOf: groupOf === undefined ? undefined : demoUuid('comment', groupOf),
  };
}

export function loadedConsultation(
  demo: DemoConsultation,
  given: { staffId: string; now: Date; accountIds: ReadonlyMap<string, string>; attachmentIds: string[] },
): LoadedConsultation {
  const { key, state: _state, comments, outcome, draft, revisions, ...input } = demo;
  const opensAt = startOfShanghaiDate(demo.opensOn);
  return {
    consultation: {
      ...input,
      id: demoUuid('consultation', key),
      attachmentIds: given.attachmentIds,
      draft: draft.kind === 'clauses' ? draft : { kind: 'entries', editionId: editionId(draft.editionKey) },
    },
    staffId: given.staffId,
    createdAt: new Date(opensAt.getTime() - DRAFTED_BEFORE_MS),
    publishedAt: new Date(Math.min(opensAt.getTime() + OFFICE_OPENS_MS, given.now.getTime())),
    revisions: revisions?.map(({ publishedAt, reason, clauses, adopted = {} }) => ({
      reason,
      publishedAt: new Date(publishedAt),
      draft: { kind: 'clauses', clauses },
      adopted: new Map(
        Object.entries(adopted).map(([clauseId, keys]) => [clauseId, keys.map(one => demoUuid('comment', one))]),
      ),
    })),
    comments: comments.map(comment => commentOf(comment, given.accountIds)),
    outcome: outcome && {
      publishedAt: new Date(outcome.publishedAt),
      summary: outcome.summary,
      nextEditionId: outcome.nextEditionKey === undefined ? null : editionId(outcome.nextEditionKey),
    },
  };
}
