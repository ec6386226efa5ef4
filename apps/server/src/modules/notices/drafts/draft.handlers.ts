import { created, defineHandlers } from '../../../http/handlers';
import { AppError } from '../../../platform/errors';
import { changeDraft, getReadableDraft } from './change-draft';
import { createDraft } from './create-draft';
import type { DraftsDeps } from './deps';
import { canWriteDraft } from './draft.policy';
import { describeDraft, listDrafts } from './read-drafts';
import { saveDraft } from './save-draft';

export const draftHandlers = (deps: DraftsDeps) =>
  defineHandlers({
    'staff.drafts.create': async ({ actor, body }) => {
      const { record, isNew } = await createDraft(deps, actor, body);
      return created(await describeDraft(deps, actor, record), isNew);
    },
    'staff.drafts.list': ({ actor, query }) => listDrafts(deps, actor, query),
    'staff.drafts.get': async ({ actor, params }) =>
      describeDraft(deps, actor, await getReadableDraft(deps, actor, params.id)),
    'staff.drafts.save': async ({ actor, params, body }) => {
      const { revision, contentHash, updatedAt } = await saveDraft(deps, actor, { ...params, ...body });
      return { revision, contentHash, updatedAt: updatedAt.toISOString() };
    },
    'staff.drafts.discard': async ({ actor, params, body }) => {
      const record = await changeDraft(deps, actor, { ...params, ...body }, draft => {
        if (!canWriteDraft(actor, draft)) throw new AppError('auth.forbidden');
        return { act: 'discarded', move: { kind: 'discard' } };
      });
      return describeDraft(deps, actor, record);
    },
  });
