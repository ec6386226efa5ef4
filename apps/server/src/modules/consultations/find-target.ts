import type { CommentTarget } from '@bandeng/contracts/schemas';
import { AppError } from '../../platform/errors';
import { labelOf } from './build-comment';
import type { ConsultationOutline } from './consultation.repository';
import type { ConsultationsDeps } from './deps';

/** The words for a target that is in this draft. Throws comment.target_unknown when it is not. */
export async function describeTarget(
  { consultations }: Pick<ConsultationsDeps, 'consultations'>,
  consultation: Pick<ConsultationOutline, '_id' | 'draftKind' | 'additionParents'>,
  target: CommentTarget,
): Promise<string> {
  if (target.kind === 'whole') return labelOf(target, null);
  if (target.kind === 'addition' && consultation.additionParents.includes(target.parentId))
    return labelOf(target, null);
  const belongs =
    target.kind === 'addition' || consultation.draftKind === (target.kind === 'clause' ? 'clauses' : 'entries');
  const item = belongs
    ? await consultations.findItem(consultation._id, target.kind === 'addition' ? target.parentId : target.id)
    : null;
  if (!item) throw new AppError('comment.target_unknown');
  return labelOf(target, item);
}
