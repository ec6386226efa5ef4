import type { DraftContent } from '@bandeng/contracts/schemas';
import type { OfficeActor } from '../../../http/actor';
import { AppError, invalidField } from '../../../platform/errors';
import { conflictOf, getReadableDraft, reviewAfter } from './change-draft';
import { DRAFTS, type DraftsDeps } from './deps';
import { draftHashOf, filesOfDraft } from './draft-content';
import type { DraftRecord, DraftTimelineRecord } from './draft.model';
import { canWriteDraft } from './draft.policy';

/** Saves of the same person that are no further apart are one sitting: one line in the timeline and one in the audit. */
const SITTING_MS = 10 * 60_000;

/** Keeps what was written. Comes every few seconds while somebody types, so the same content writes nothing. */
export async function saveDraft(
  deps: DraftsDeps,
  actor: OfficeActor,
  { id, revision, content }: { id: string; revision: number; content: DraftContent },
): Promise<DraftRecord> {
  const hash = draftHashOf(content);
  const { columnIds, unitId } = content;
  return deps.transaction(async tx => {
    const record = await getReadableDraft(deps, actor, id, tx);
    if (!canWriteDraft(actor, record) || !canWriteDraft(actor, content)) throw new AppError('auth.forbidden');
    if (record.contentHash === hash) return record;
    if (record.revision !== revision) throw await conflictOf(deps, record);
    if (unitId !== record.unitId && !(await deps.organization.findUnit(unitId)))
      throw invalidField('content.unitId', '没有这个单位。');
    const now = deps.clock.now();
    const timeline = withSave(record, actor.staffId, now);
    const steps = deps.columns.reviewSteps(columnIds);
    const next: DraftRecord = {
      ...record,
      ...reviewAfter(record, { kind: 'save', by: actor.staffId, contentHash: hash }),
      ...{ content, unitId, steps, timeline, updatedAt: now, updatedBy: actor.staffId },
      // It was waived for other words: whoever reviews these decides anew, as with the signatures.
      waiver: null,
    };
    await deps.drafts.replace(next, tx);
    // What the notice that is corrected carries stays its own.
    const notice = record.corrects && (await deps.notices.get(record.corrects.noticeId, tx));
    const files = filesOfDraft(content).filter(fileId => !notice?.attachmentIds.includes(fileId));
    await deps.files.bindToRecord(actor, files, { collection: DRAFTS, id }, tx);
    // No event: nobody has to do anything because somebody went on writing.
    if (timeline.length > record.timeline.length)
      await deps.audit.add(actor, 'notice-draft.saved', { collection: DRAFTS, id, fields: ['content'] }, tx);
    return { ...next, revision: record.revision + 1 };
  });
}

function withSave({ timeline, state }: DraftRecord, by: string, at: Date): DraftTimelineRecord[] {
  const last = timeline.at(-1);
  const isSameSitting =
    last?.act === 'saved' && last.by === by && at.getTime() - last.at.getTime() <= SITTING_MS && last.to === state;
  const entry: DraftTimelineRecord = { at, by, act: 'saved', from: state, to: state, step: null, note: null };
  return [...(isSameSitting ? timeline.slice(0, -1) : timeline), entry];
}
