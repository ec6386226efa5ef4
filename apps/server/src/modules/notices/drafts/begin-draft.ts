import { DraftContent } from '@bandeng/contracts/schemas';
import type { RouteCall } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../../http/actor';
import { AppError } from '../../../platform/errors';
import type { Tx } from '../../../platform/transaction';
import { newDraft } from './create-draft';
import { DRAFTS, type DraftsDeps } from './deps';

/** A draft that another module begins, in its transaction: whether this member may is its own to say. `note` stands in its history. */
export async function beginDraft(
  deps: DraftsDeps,
  actor: OfficeActor,
  given: { id: string; content: RouteCall<'staff.drafts.create'>['body']['content']; note: string },
  tx: Tx,
): Promise<void> {
  const { id, note } = given;
  if (await deps.drafts.find(id)) throw new AppError('id.conflict');
  const made = newDraft(deps, actor, { id, content: DraftContent.parse(given.content) });
  await deps.drafts.insert({ ...made, timeline: made.timeline.map(step => ({ ...step, note })) }, tx);
  await deps.audit.add(actor, 'notice-draft.created', { collection: DRAFTS, id }, tx);
  await deps.outbox.add({ name: 'notice-draft.created', draftId: id }, tx);
}
