import type { RouteInput } from '@bandeng/contracts/types';
import { CHECKLIST } from '@bandeng/contracts/schemas';
import { openStepOf } from '@bandeng/rules';
import type { OfficeActor } from '../../../http/actor';
import { AppError } from '../../../platform/errors';
import { assertComplete, personalDataOf } from './check-draft';
import { readFilesFirst } from './find-in-files';
import { changeDraft, conflictOf, getReadableDraft } from './change-draft';
import { isUnchanged } from './correct-notice';
import { DRAFTS, type DraftsDeps } from './deps';
import { filesOfDraft } from './draft-content';
import type { DraftRecord, Said, SignatureRecord } from './draft.model';
import { canCheckSecrecy, canReviewDraft, canWriteDraft, needsInterpretation } from './draft.policy';
import { assertInterpreted } from './pairs';

type Input<N extends 'sign' | 'sendBack' | 'askSecrecy' | 'pass' | 'refusePass' | 'waiveInterpretation' | 'submit'> =
  RouteInput<`staff.drafts.${N}`>['body'] & { id: string };

const assertMay = (isAllowed: boolean): void => {
  if (!isAllowed) throw new AppError('auth.forbidden');
};
/** Nobody decides about what they wrote themselves. */
const assertNotWriter = (actor: OfficeActor, { writers }: DraftRecord): void => {
  if (writers.includes(actor.staffId)) throw new AppError('draft.not_yours', { data: { reason: 'wrote' } });
};
const said = (deps: DraftsDeps, actor: OfficeActor, words: string): Said => ({
  ...{ by: actor.staffId, at: deps.clock.now(), words },
});

/** Gives a draft to the reviewers; one that comes back unchanged goes on where it was stopped. */
export async function submitDraft(deps: DraftsDeps, actor: OfficeActor, input: Input<'submit'>): Promise<DraftRecord> {
  // Before anybody signs for them: what the reviewers open is what will be public.
  const given = await getReadableDraft(deps, actor, input.id);
  // What nobody will publish is kept as it came.
  if (canWriteDraft(actor, given) && isWithWriter(given) && !given.content.withholding)
    await deps.documents.cleanFiles(filesOfDraft(given.content), { collection: DRAFTS, id: given._id });
  await readFilesFirst(deps, input.id);
  return changeDraft(deps, actor, input, async (draft, tx) => {
    assertMay(canWriteDraft(actor, draft));
    await assertComplete(deps, draft);
    if (isUnchanged(draft))
      throw new AppError('draft.incomplete', {
        errors: [{ path: 'body', message: '和现在公开的一样，没有要更正的。' }],
      });
    const steps = deps.columns.reviewSteps(draft.content.columnIds);
    if (openStepOf({ ...draft, steps }) === null) await assertInterpreted(deps, draft, tx);
    const set = { submittedAt: deps.clock.now(), sentBack: null, secrecyAsked: null };
    return { act: 'submitted', move: { kind: 'submit', steps }, set };
  });
}

/** Takes it back to go on writing. */
export const recallDraft = (deps: DraftsDeps, actor: OfficeActor, input: Input<'submit'>): Promise<DraftRecord> =>
  changeDraft(deps, actor, input, draft => {
    assertMay(canWriteDraft(actor, draft));
    return { act: 'recalled', move: { kind: 'recall' }, set: { submittedAt: null } };
  });

/** Signs the step whose turn it is, over the content that was read. */
export const signDraft = (deps: DraftsDeps, actor: OfficeActor, input: Input<'sign'>): Promise<DraftRecord> =>
  changeDraft(deps, actor, input, async (draft, tx) => {
    assertMay(canReviewDraft(actor, draft));
    if (draft.contentHash !== input.contentHash) throw await conflictOf(deps, draft);
    const step = openStepOf(draft) ?? 0;
    const signature: SignatureRecord = {
      step,
      by: actor.staffId,
      at: deps.clock.now(),
      contentHash: input.contentHash,
      checklist: [...CHECKLIST],
      comment: input.comment ?? null,
      isVoid: false,
    };
    const isLast = openStepOf({ ...draft, signatures: [...draft.signatures, signature] }) === null;
    if (isLast && draft.state === 'in_review') await assertInterpreted(deps, draft, tx);
    return { act: 'signed', move: { kind: 'sign', signature }, step, note: signature.comment };
  });

export const sendBackDraft = (deps: DraftsDeps, actor: OfficeActor, input: Input<'sendBack'>): Promise<DraftRecord> =>
  changeDraft(deps, actor, input, draft => {
    const { to, comment } = input;
    assertMay(canReviewDraft(actor, draft));
    assertNotWriter(actor, draft);
    const set = { sentBack: said(deps, actor, comment), ...(to === 'writer' && { submittedAt: null }) };
    return { act: 'sent_back', move: { kind: 'sendBack', to }, step: to === 'writer' ? null : to, note: comment, set };
  });

/** Asks the secrecy reviewer to let numbers pass that belong to the public. */
export async function askSecrecy(
  deps: DraftsDeps,
  actor: OfficeActor,
  input: Input<'askSecrecy'>,
): Promise<DraftRecord> {
  await readFilesFirst(deps, input.id);
  return changeDraft(deps, actor, input, async draft => {
    assertMay(canWriteDraft(actor, draft));
    assertWithWriter(draft);
    const isOpen = (await personalDataOf(deps, draft)).some(find => !find.isPassed);
    if (!isOpen) throw new AppError('draft.state', { data: { reason: 'nothing_found' } });
    return { act: 'secrecy_asked', note: input.note, set: { secrecyAsked: said(deps, actor, input.note) } };
  });
}

/** Lets the finds in these places pass, with a reason that is kept. */
export async function passPersonalData(
  deps: DraftsDeps,
  actor: OfficeActor,
  input: Input<'pass'>,
): Promise<DraftRecord> {
  await readFilesFirst(deps, input.id);
  return changeDraft(deps, actor, input, async draft => {
    assertMay(canCheckSecrecy(actor, draft));
    assertNotWriter(actor, draft);
    assertWithWriter(draft);
    const finds = (await personalDataOf(deps, draft)).filter(find => !find.isPassed);
    const unknown = input.paths.findIndex(path => !finds.some(find => find.path === path));
    if (unknown !== -1)
      throw new AppError('request.invalid', {
        errors: [{ path: `paths.${unknown}`, message: '这里没有要放行的，可能刚改过。' }],
      });
    const { at, by, words: reason } = said(deps, actor, input.reason);
    const chosen = new Map(finds.filter(find => input.paths.includes(find.path)).map(find => [find.digest, find]));
    const passed = [...chosen.values()].map(({ kind, digest, masked }) => ({ kind, digest, masked, reason, by, at }));
    const isDone = finds.every(find => chosen.has(find.digest));
    const set = { passes: [...draft.passes, ...passed], ...(isDone && { secrecyAsked: null }) };
    return { act: 'personal_data_passed', note: reason, set };
  });
}

export const refusePersonalData = (
  deps: DraftsDeps,
  actor: OfficeActor,
  input: Input<'refusePass'>,
): Promise<DraftRecord> =>
  changeDraft(deps, actor, input, draft => {
    assertMay(canCheckSecrecy(actor, draft));
    if (!draft.secrecyAsked) throw new AppError('draft.state', { data: { reason: 'not_asked' } });
    const set = { sentBack: said(deps, actor, input.comment), secrecyAsked: null };
    return { act: 'personal_data_refused', move: { kind: 'refuse' }, note: input.comment, set };
  });

/** 三同步, waived: by one of those who look at the file, not by whoever wrote it. */
export const waiveInterpretation = (
  deps: DraftsDeps,
  actor: OfficeActor,
  input: Input<'waiveInterpretation'>,
): Promise<DraftRecord> =>
  changeDraft(deps, actor, input, draft => {
    assertMay(canReviewDraft(actor, draft));
    assertNotWriter(actor, draft);
    if (!needsInterpretation(draft) || draft.state !== 'in_review' || draft.waiver)
      throw new AppError('draft.state', { data: { reason: 'state' } });
    const set = { waiver: said(deps, actor, input.reason) };
    return { act: 'interpretation_waived', note: input.reason, set };
  });

const isWithWriter = ({ state }: DraftRecord): boolean => state === 'writing' || state === 'sent_back';

const assertWithWriter = (draft: DraftRecord): void => {
  if (!isWithWriter(draft)) throw new AppError('draft.state', { data: { reason: 'state' } });
};
