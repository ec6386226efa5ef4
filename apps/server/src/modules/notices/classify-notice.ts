import type { OfficeActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { DraftsDeps } from './drafts/deps';
import type { DocumentClass, NoticeRecord } from './notice.model';
import { isPublicNotice, mayClassify } from './notice.policy';

/** Says what a paper counts as. Its words stay as they were reviewed, so it is no correction; the lists follow. */
export const classifyNotice = (
  deps: DraftsDeps,
  actor: OfficeActor,
  { id, documentClass }: { id: string; documentClass: DocumentClass },
): Promise<NoticeRecord> =>
  deps.transaction(async tx => {
    const existing = await deps.notices.get(id, tx);
    if (!isPublicNotice(existing, deps.clock.now())) throw new AppError('notice.not_found');
    if (existing.kind !== 'regulation') throw new AppError('notice.not_a_document');
    if (!mayClassify(actor, existing)) throw new AppError('auth.forbidden');
    const before = existing.documentClass;
    if (before === documentClass) return existing;
    // A correction on its way was begun from the notice as it stood, and says the class itself.
    const draftId = await deps.drafts.findCorrecting(id);
    if (draftId !== null) throw new AppError('draft.exists', { data: { draftId } });
    const facets = [...existing.facets.filter(facet => !facet.startsWith('class:')), `class:${documentClass}`];
    const record = { ...existing, documentClass, facets, updatedAt: deps.clock.now() };
    await deps.notices.replace(record, tx);
    const subject = { collection: 'notices', id, fields: ['documentClass'], from: before ?? 'none', to: documentClass };
    await deps.audit.add(actor, 'notice.classified', subject, tx);
    await deps.outbox.add({ name: 'notice.updated', noticeId: id }, tx);
    return { ...record, revision: record.revision + 1 };
  });
