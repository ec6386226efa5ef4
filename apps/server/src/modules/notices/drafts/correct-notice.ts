import type { DraftContent } from '@bandeng/contracts/schemas';
import type { RouteInput } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../../http/actor';
import { AppError } from '../../../platform/errors';
import { isDuplicateKey, type Tx } from '../../../platform/transaction';
import type { NoticeRecord } from '../notice.model';
import { isPublicNotice } from '../notice.policy';
import { sourceAtCorrection } from '../keep-correction';
import { replaceNotice } from '../publish-notice';
import { versionOf } from '../versions/version.repository';
import { assertComplete, passesOfBefore } from './check-draft';
import type { DraftChange } from './change-draft';
import { DRAFTS, type DraftsDeps } from './deps';
import { draftHashOf, filesOfDraft } from './draft-content';
import { newDraft } from './create-draft';
import type { DraftRecord } from './draft.model';
import { canWriteDraft } from './draft.policy';
import { noticeOfDraft } from './notice-of-draft';

/** Stands for the printed code that nobody but the posted sheet knows; the keyed hash of the real one is kept. */
const CODE_UNCHANGED = 'UNCHANGED';

/** A public notice as its writers would have it in a draft. */
function contentOf(record: NoticeRecord): DraftContent {
  const { posting, limited, attachmentIds, body } = record;
  const inBody = new Set(body.flatMap(block => ('fileId' in block ? [block.fileId] : [])));
  const given = <T>(value: T | null): T | undefined => value ?? undefined;
  const content: DraftContent = {
    ...{ title: record.title, kind: record.kind, unitId: record.unitId, columnIds: record.columnIds },
    ...{ documentNumber: given(record.documentNumber), stage: given(record.stage), madeOn: given(record.madeOn) },
    ...{ effectiveOn: given(record.effectiveOn), abolishedOn: given(record.abolishedOn) },
    ...{ documentClass: record.documentClass, takeDownOn: record.takeDownOn },
    ...{ keyPoints: record.keyPoints, body, attachmentIds: attachmentIds.filter(id => !inBody.has(id)) },
    ...{ entryIds: record.entryIds, areaIds: record.areaIds, relatedIds: record.related },
    ...(posting && { posting: { ...posting, objection: given(posting.objection) } }),
    ...(limited && { limited: { group: limited.group, postedAt: limited.postedAt, contact: limited.contact } }),
  };
  // What is not there is no field: the database would keep it as null.
  return JSON.parse(JSON.stringify(content)) as DraftContent;
}

/** Begins a correction of what is public; one at a time. The same id again gives the same draft. */
export async function correctNotice(
  deps: DraftsDeps,
  actor: OfficeActor,
  { noticeId, id, reason, concealsBefore }: RouteInput<'staff.drafts.correct'>['body'] & { noticeId: string },
): Promise<{ record: DraftRecord; isNew: boolean }> {
  const notice = await deps.notices.get(noticeId);
  if (!canWriteDraft(actor, notice)) throw new AppError('auth.forbidden');
  if (!isPublicNotice(notice, deps.clock.now())) throw new AppError('draft.state', { data: { reason: 'not_public' } });
  const existing = await deps.drafts.find(id);
  if (existing) {
    const isSame = existing.corrects?.noticeId === noticeId && existing.writers[0] === actor.staffId;
    if (!isSame) throw new AppError('id.conflict');
    return { record: existing, isNew: false };
  }
  const content = contentOf(notice);
  const record: DraftRecord = {
    ...newDraft(deps, actor, { id, content }),
    passes: await passesOfBefore(deps, { id, content, noticeId }),
    corrects: { noticeId, reason, concealsBefore, seenRevision: notice.revision },
    correcting: noticeId,
  };
  try {
    await deps.transaction(async tx => {
      await deps.drafts.insert(record, tx);
      await deps.audit.add(actor, 'notice-draft.created', { collection: DRAFTS, id }, tx);
      await deps.outbox.add({ name: 'notice-draft.created', draftId: id }, tx);
    });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    throw new AppError('draft.exists', { data: { draftId: await deps.drafts.findCorrecting(noticeId) } });
  }
  return { record, isNew: true };
}

/** Nothing was changed: there is nothing to correct. */
export const isUnchanged = ({ corrects, content, firstHash }: DraftRecord): boolean =>
  corrects !== null && draftHashOf(content) === firstHash;

/** Makes the approved correction the present version; the one before is kept beside it. */
export async function putCorrectionOut(
  deps: DraftsDeps,
  actor: OfficeActor | 'system',
  draft: DraftRecord,
  { by, at, corrects }: { by: string; at: Date; corrects: NonNullable<DraftRecord['corrects']> },
  tx: Tx,
): Promise<DraftChange> {
  await assertComplete(deps, draft);
  const { noticeId, reason, concealsBefore, seenRevision } = corrects;
  const existing = await deps.notices.get(noticeId, tx);
  if (existing.takenDownAt || existing.revision !== seenRevision) throw new AppError('draft.notice_changed');
  const { publishedAt, indexNumber, sourceUrl, limited } = existing;
  const source = noticeOfDraft(draft, {
    publishedAt,
    indexNumber,
    sourceUrl,
    ...(limited && { code: CODE_UNCHANGED }),
  });
  const keepsCode = limited !== null && draft.content.limited !== undefined && !draft.content.limited.code;
  const { group, postedAt, contact } = source.limited ?? { group: '', postedAt: '', contact: '' };
  const to = { collection: 'notices', id: noticeId };
  await deps.files.moveToRecord(filesOfDraft(draft.content), { collection: DRAFTS, id: draft._id }, to, tx);
  await deps.versionsOf.insert(versionOf(existing, { until: at, isShown: !concealsBefore }), tx);
  const change = {
    correction: { number: (existing.correction?.number ?? 1) + 1, at, reason },
    ...sourceAtCorrection(existing),
    ...(keepsCode && { limited: { group, postedAt, contact, codeHash: limited.codeHash } }),
  };
  await replaceNotice(deps, actor, { existing, source, change }, tx);
  return {
    act: 'published',
    move: { kind: 'publish' },
    set: { published: { by, at }, noticeId, publishAt: null, correcting: null },
  };
}
