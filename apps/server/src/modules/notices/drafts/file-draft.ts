import { sayWithholding } from '@bandeng/rules';
import type { OfficeActor } from '../../../http/actor';
import { AppError } from '../../../platform/errors';
import { changeDraft } from './change-draft';
import type { DraftsDeps } from './deps';
import type { DraftRecord } from './draft.model';
import { canWriteDraft } from './draft.policy';

/** Puts an approved paper on record that is not published; by which article and why stays in its timeline. */
export const fileDraft = (
  deps: DraftsDeps,
  actor: OfficeActor,
  seen: { id: string; revision: number },
): Promise<DraftRecord> =>
  changeDraft(deps, actor, seen, ({ content: { withholding }, ...draft }) => {
    if (!canWriteDraft(actor, draft)) throw new AppError('auth.forbidden');
    if (!withholding?.ground) throw new AppError('draft.state', { data: { reason: 'public' } });
    return {
      act: 'filed',
      move: { kind: 'file' },
      note: `${sayWithholding(withholding.ground)}。${withholding.reason}`,
    };
  });
