import type { RouteInput } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../../http/actor';
import { AppError, invalidField } from '../../../platform/errors';
import type { Tx } from '../../../platform/transaction';
import { assertComplete } from './check-draft';
import { changeDraft, writeChange, type DraftChange } from './change-draft';
import type { DraftsDeps } from './deps';
import type { DraftRecord } from './draft.model';
import { canWriteDraft, needsInterpretation } from './draft.policy';
import { readFilesFirst } from './find-in-files';
import { interpretationsOf } from './pairs';
import { assertFileIsPublic, putOut } from './put-out';

type Input = RouteInput<'staff.drafts.publish'>['body'] & { id: string };

/** Lets an approved draft out, now or at a second to come; a file takes its approved interpretations along in the same transaction. */
export async function publishDraft(deps: DraftsDeps, actor: OfficeActor, input: Input): Promise<DraftRecord> {
  const now = deps.clock.now();
  const at = input.at === undefined ? null : new Date(input.at);
  if (at && at <= now) throw invalidField('at', '要晚于现在；马上发布的，不用写时间。');
  await readFilesFirst(deps, input.id);
  return changeDraft(deps, actor, input, async (draft, tx) => {
    if (!canWriteDraft(actor, draft)) throw new AppError('auth.forbidden');
    if (draft.state !== 'approved') throw new AppError('draft.state', { data: { reason: 'state' } });
    if (draft.content.withholding) throw new AppError('draft.state', { data: { reason: 'withheld' } });
    const partners = await partnersOf(deps, draft, tx);
    const work = at
      ? (one: DraftRecord) => schedule(deps, one, { at, lead: draft._id })
      : (one: DraftRecord) => putOut(deps, actor, one, { by: actor.staffId, at: now }, tx);
    const change = await work(draft);
    for (const partner of partners) await writeChange(deps, actor, partner, await work(partner), tx);
    return change;
  });
}

/** Takes a draft, and those that were to go out with it, from the clock. */
export const unscheduleDraft = (
  deps: DraftsDeps,
  actor: OfficeActor,
  input: { revision: number } & { id: string },
): Promise<DraftRecord> =>
  changeDraft(deps, actor, input, async (draft, tx) => {
    if (!canWriteDraft(actor, draft)) throw new AppError('auth.forbidden');
    if (draft.publishesWith !== null) throw new AppError('draft.state', { data: { reason: 'goes_with_file' } });
    const partners = await deps.drafts.listScheduledWith(draft._id, tx);
    for (const partner of partners) await writeChange(deps, actor, partner, OFF_THE_CLOCK, tx);
    return OFF_THE_CLOCK;
  });

const OFF_THE_CLOCK: DraftChange = {
  act: 'unscheduled',
  move: { kind: 'unschedule' },
  set: { publishAt: null, publishesWith: null },
};

async function schedule(
  deps: DraftsDeps,
  draft: DraftRecord,
  { at, lead }: { at: Date; lead: string },
): Promise<DraftChange> {
  await assertComplete(deps, draft);
  const publishesWith = draft._id === lead ? null : lead;
  return {
    act: 'scheduled',
    move: { kind: 'schedule' },
    note: at.toISOString(),
    set: { publishAt: at, publishesWith },
  };
}

/** 三同步: the approved interpretations of a file; without one and without a waiver it stays. An interpretation waits for its file. */
async function partnersOf(deps: DraftsDeps, draft: DraftRecord, tx: Tx): Promise<DraftRecord[]> {
  await assertFileIsPublic(deps, draft, tx);
  if (!needsInterpretation(draft)) return [];
  const approved = (await interpretationsOf(deps, draft._id, tx)).filter(({ state }) => state === 'approved');
  if (approved.length === 0 && !draft.waiver) throw new AppError('draft.interpretation_missing');
  // One after the other: they share the transaction.
  const partners: DraftRecord[] = [];
  for (const { _id } of approved) partners.push(await deps.drafts.get(_id, tx));
  return partners;
}
