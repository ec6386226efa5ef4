import type { DraftContent } from '@bandeng/contracts/schemas';
import type { OfficeActor } from '../../../http/actor';
import { AppError, invalidField } from '../../../platform/errors';
import { isDuplicateKey } from '../../../platform/transaction';
import { DRAFTS, type DraftsDeps } from './deps';
import { draftHashOf, filesOfDraft } from './draft-content';
import type { DraftRecord } from './draft.model';
import { canWriteDraft } from './draft.policy';

/** Begins a draft; the same id and content from the same hand again gives the same draft as it is by now. */
export async function createDraft(
  deps: DraftsDeps,
  actor: OfficeActor,
  { id, content }: { id: string; content: DraftContent },
): Promise<{ record: DraftRecord; isNew: boolean }> {
  if (!canWriteDraft(actor, content)) throw new AppError('auth.forbidden');
  if (!(await deps.organization.findUnit(content.unitId))) throw invalidField('content.unitId', '没有这个单位。');
  const hash = draftHashOf(content);
  const same = (existing: DraftRecord) => {
    if (existing.writers[0] !== actor.staffId || existing.firstHash !== hash) throw new AppError('id.conflict');
    return { record: existing, isNew: false };
  };
  const existing = await deps.drafts.find(id);
  if (existing) return same(existing);
  const record = newDraft(deps, actor, { id, content });
  try {
    await deps.transaction(async tx => {
      await deps.drafts.insert(record, tx);
      await deps.files.bindToRecord(actor, filesOfDraft(content), { collection: DRAFTS, id }, tx);
      await deps.audit.add(actor, 'notice-draft.created', { collection: DRAFTS, id }, tx);
      await deps.outbox.add({ name: 'notice-draft.created', draftId: id }, tx);
    });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return same(await deps.drafts.get(id));
  }
  return { record, isNew: true };
}

/** The record of a draft that begins with this content. */
export function newDraft(
  deps: Pick<DraftsDeps, 'clock' | 'columns'>,
  { staffId }: Pick<OfficeActor, 'staffId'>,
  { id, content }: { id: string; content: DraftContent },
): DraftRecord {
  const now = deps.clock.now();
  const hash = draftHashOf(content);
  return {
    _id: id,
    firstHash: hash,
    contentHash: hash,
    content,
    unitId: content.unitId,
    state: 'writing',
    steps: deps.columns.reviewSteps(content.columnIds),
    signatures: [],
    writers: [staffId],
    timeline: [{ at: now, by: staffId, act: 'created', from: null, to: 'writing', step: null, note: null }],
    submittedAt: null,
    sentBack: null,
    secrecyAsked: null,
    passes: [],
    waiver: null,
    publishAt: null,
    publishesWith: null,
    published: null,
    noticeId: null,
    corrects: null,
    correcting: null,
    createdAt: now,
    updatedAt: now,
    updatedBy: staffId,
    revision: 1,
  };
}
