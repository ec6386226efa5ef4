import { actorLabel, type OfficeActor } from '../../../http/actor';
import { shanghaiDate } from '../../../platform/clock';
import { AppError } from '../../../platform/errors';
import type { Tx } from '../../../platform/transaction';
import { buildNotice } from '../build-notice';
import { isPublicNotice } from '../notice.policy';
import { assertNextStep } from '../postings/next-step';
import { postingFaults } from '../postings/posting-gate';
import { insertNotice } from '../publish-notice';
import { assertComplete } from './check-draft';
import type { DraftChange } from './change-draft';
import { putCorrectionOut } from './correct-notice';
import { DRAFTS, type DraftsDeps } from './deps';
import { filesOfDraft } from './draft-content';
import type { DraftRecord } from './draft.model';
import { nextIndexNumber, noticeOfDraft } from './notice-of-draft';

interface Release {
  /** Who lets it out: kept with the notice; the system does it when its hour comes. */
  by: string;
  at: Date;
}

/**
 * Makes a notice of a draft, through the code that publishes every notice, within the transaction that moves the draft.
 * @returns the change of the draft that goes with it
 */
export async function putOut(
  deps: DraftsDeps,
  actor: OfficeActor | 'system',
  draft: DraftRecord,
  { by, at }: Release,
  tx: Tx,
): Promise<DraftChange> {
  const { _id, content, corrects } = draft;
  if (corrects) return putCorrectionOut(deps, actor, draft, { by, at, corrects }, tx);
  await assertComplete(deps, draft);
  if (await deps.notices.find(_id, tx)) throw new AppError('id.conflict');
  const indexNumber = await nextIndexNumber(deps, content, at, tx);
  const source = noticeOfDraft(draft, { publishedAt: at, indexNumber });
  const createdBy = actor === 'system' ? `staff:${by}` : actorLabel(actor);
  const record = await buildNotice(deps, { _id, source: null, externalId: null, createdBy }, source);
  const to = { collection: 'notices', id: _id };
  await deps.files.moveToRecord(filesOfDraft(content), { collection: DRAFTS, id: _id }, to, tx);
  const short = await postingFaults(deps, content.posting, shanghaiDate(at));
  if (short.length > 0) throw new AppError('draft.incomplete', { errors: short });
  await assertNextStep(deps, source, tx);
  await insertNotice(deps, actor, { record, source }, tx);
  return {
    act: 'published',
    move: { kind: 'publish' },
    set: { published: { by, at }, noticeId: _id, publishAt: null },
  };
}

/** An interpretation does not go out before what it explains. Throws draft.state. */
export async function assertFileIsPublic(deps: DraftsDeps, { content, corrects }: DraftRecord, tx: Tx): Promise<void> {
  if (content.kind !== 'interpretation' || corrects) return;
  for (const { relation, id } of content.relatedIds) {
    if (relation !== 'interprets') continue;
    const file = await deps.notices.find(id, tx);
    if (!file || !isPublicNotice(file, deps.clock.now()))
      throw new AppError('draft.state', { data: { reason: 'waits_for_file', draftId: id } });
  }
}
