import type { OfficeActor } from '../../../http/actor';
import { created, defineHandlers } from '../../../http/handlers';
import { AppError } from '../../../platform/errors';
import { changeDraft, getReadableDraft } from './change-draft';
import { checkDraft } from './check-draft';
import { correctNotice } from './correct-notice';
import { createDraft } from './create-draft';
import type { DraftsDeps } from './deps';
import type { DraftRecord } from './draft.model';
import { canWriteDraft } from './draft.policy';
import { publishDraft, unscheduleDraft } from './publish-draft';
import { describeDraft, listDrafts } from './read-drafts';
import {
  askSecrecy,
  passPersonalData,
  recallDraft,
  refusePersonalData,
  sendBackDraft,
  signDraft,
  submitDraft,
  waiveInterpretation,
} from './review-draft';
import { saveDraft } from './save-draft';
import { fileDraft } from './file-draft';

/** An act on a draft answers the draft as it is afterwards. */
const act =
  <B>(
    deps: DraftsDeps,
    work: (deps: DraftsDeps, actor: OfficeActor, input: B & { id: string }) => Promise<DraftRecord>,
  ) =>
  async ({ actor, params, body }: { actor: OfficeActor; params: { id: string }; body: B }) =>
    describeDraft(deps, actor, await work(deps, actor, { ...body, ...params }));

export const draftHandlers = (deps: DraftsDeps) =>
  defineHandlers({
    'staff.drafts.create': async ({ actor, body }) => {
      const { record, isNew } = await createDraft(deps, actor, body);
      return created(await describeDraft(deps, actor, record), isNew);
    },
    'staff.drafts.correct': async ({ actor, params, body }) => {
      const { record, isNew } = await correctNotice(deps, actor, { ...body, noticeId: params.id });
      return created(await describeDraft(deps, actor, record), isNew);
    },
    'staff.drafts.list': ({ actor, query }) => listDrafts(deps, actor, query),
    'staff.drafts.get': async ({ actor, params }) =>
      describeDraft(deps, actor, await getReadableDraft(deps, actor, params.id)),
    'staff.drafts.save': async ({ actor, params, body }) => {
      const { revision, contentHash, updatedAt } = await saveDraft(deps, actor, { ...params, ...body });
      return { revision, contentHash, updatedAt: updatedAt.toISOString() };
    },
    'staff.drafts.check': async ({ actor, params }) => checkDraft(deps, await getReadableDraft(deps, actor, params.id)),
    'staff.drafts.submit': act(deps, submitDraft),
    'staff.drafts.recall': act(deps, recallDraft),
    'staff.drafts.discard': act<{ revision: number }>(deps, discardDraft),
    'staff.drafts.sign': act(deps, signDraft),
    'staff.drafts.sendBack': act(deps, sendBackDraft),
    'staff.drafts.askSecrecy': act(deps, askSecrecy),
    'staff.drafts.pass': act(deps, passPersonalData),
    'staff.drafts.refusePass': act(deps, refusePersonalData),
    'staff.drafts.publish': act(deps, publishDraft),
    'staff.drafts.unschedule': act(deps, unscheduleDraft),
    'staff.wording.list': () => Promise.resolve({ items: [...deps.wording.entries] }),
    'staff.drafts.file': act<{ revision: number }>(deps, fileDraft),
    'staff.drafts.waiveInterpretation': act(deps, waiveInterpretation),
  });

const discardDraft = (deps: DraftsDeps, actor: OfficeActor, seen: { revision: number } & { id: string }) =>
  changeDraft(deps, actor, seen, draft => {
    if (!canWriteDraft(actor, draft)) throw new AppError('auth.forbidden');
    return { act: 'discarded', move: { kind: 'discard' }, set: { correcting: null } };
  });
