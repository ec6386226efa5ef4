import type { CommentTarget } from '@bandeng/contracts/schemas';
import { AppError } from '../../platform/errors';
import { labelOf } from './build-comment';
import type { ConsultationOutline } from './consultation.repository';
import type { ConsultationsDeps } from './deps';

/**
 * The words for a target that is in this draft, or was in the one its author had before them. Throws comment.target_unknown when it is in
 * neither.
 */
export async function describeTarget(
  { consultations, versions }: Pick<ConsultationsDeps, 'consultations' | 'versions'>,
  consultation: Pick<ConsultationOutline, '_id' | 'draftKind' | 'draftVersion' | 'additionParents'>,
  { target, draftVersion }: { target: CommentTarget; draftVersion?: number },
): Promise<string> {
  const { _id, draftVersion: current = 1 } = consultation;
  if (target.kind === 'whole') return labelOf(target, null);
  if (target.kind === 'addition' && consultation.additionParents.includes(target.parentId))
    return labelOf(target, null);
  const belongs =
    target.kind === 'addition' || consultation.draftKind === (target.kind === 'clause' ? 'clauses' : 'entries');
  const itemId = target.kind === 'addition' ? target.parentId : target.id;
  const item = belongs ? await consultations.findItem(_id, itemId) : null;
  if (item) return labelOf(target, item);
  const seen = draftVersion ?? current;
  const changes = belongs && seen < current ? await versions.allChangesOf(_id, [itemId]) : [];
  const label = changes.find(({ version }) => version > seen)?.labelBefore ?? null;
  if (label === null) throw new AppError('comment.target_unknown');
  return labelOf(target, { label });
}
