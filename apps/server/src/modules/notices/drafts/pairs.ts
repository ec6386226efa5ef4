import { AppError } from '../../../platform/errors';
import type { Tx } from '../../../platform/transaction';
import type { DraftsDeps } from './deps';
import type { DraftRecord } from './draft.model';
import { needsInterpretation } from './draft.policy';
import type { DraftPartner } from './draft.repository';

const READY: ReadonlySet<string> = new Set(['in_review', 'approved', 'scheduled', 'published']);

/** Drafts that explain this one: interpretations that name it by its id. */
export const interpretationsOf = async (
  { drafts }: Pick<DraftsDeps, 'drafts'>,
  draftId: string,
  tx?: Tx,
): Promise<DraftPartner[]> =>
  (await drafts.listRelatedTo(draftId, tx)).filter(
    ({ content, state }) =>
      state !== 'discarded' &&
      content.kind === 'interpretation' &&
      content.relatedIds.some(link => link.relation === 'interprets' && link.id === draftId),
  );

/**
 * 三同步 (国办发〔2016〕80号: 同步组织, 同步审签, 同步部署): a file is approved only with an interpretation that was submitted too, or is out
 * already with another file that it explains, unless a reviewer waived it.
 */
export async function assertInterpreted(
  deps: Pick<DraftsDeps, 'drafts'>,
  draft: Pick<DraftRecord, '_id' | 'content' | 'waiver' | 'corrects'>,
  tx: Tx,
): Promise<void> {
  if (!needsInterpretation(draft) || draft.waiver) return;
  const partners = await interpretationsOf(deps, draft._id, tx);
  const isReady = partners.some(({ state }) => READY.has(state));
  if (!isReady) throw new AppError('draft.interpretation_missing');
}
