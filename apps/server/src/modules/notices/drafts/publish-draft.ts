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
    const lead = await scheduledFileOf(deps, draft, tx);
    if (lead) return joinFile(deps, draft, { lead, at }, tx);
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

/** The draft of a file that is scheduled, when this is an interpretation of it that was approved later. */
async function scheduledFileOf(
  { drafts }: Pick<DraftsDeps, 'drafts'>,
  { content, corrects }: DraftRecord,
  tx: Tx,
): Promise<DraftRecord | null> {
  if (content.kind !== 'interpretation' || corrects) return null;
  for (const { relation, id } of content.relatedIds) {
    const file = relation === 'interprets' ? await drafts.find(id, tx) : null;
    if (file?.state === 'scheduled') return file;
  }
  return null;
}

/** 三同步: it goes out at the second of its file, neither before nor after. */
async function joinFile(
  deps: DraftsDeps,
  draft: DraftRecord,
  { lead, at }: { lead: DraftRecord; at: Date | null },
  tx: Tx,
): Promise<DraftChange> {
  const { publishAt } = lead;
  if (publishAt === null) throw new AppError('draft.state', { data: { reason: 'state' } });
  if (at && at.getTime() !== publishAt.getTime())
    throw invalidField('at', '它解读的文件已经定了时间，解读跟着文件一起发布，不用另写时间。');
  // Written too, so that the file does not leave without it at this very moment.
  await deps.drafts.replace(lead, tx);
  return schedule(deps, draft, { at: publishAt, lead: lead._id });
}

/**
 * 三同步: the approved interpretations of a file; without one (going along, or out already) and without a waiver it stays. An interpretation
 * waits for its file.
 */
async function partnersOf(deps: DraftsDeps, draft: DraftRecord, tx: Tx): Promise<DraftRecord[]> {
  await assertFileIsPublic(deps, draft, tx);
  if (!needsInterpretation(draft)) return [];
  const all = await interpretationsOf(deps, draft._id, tx);
  const approved = all.filter(({ state }) => state === 'approved');
  const isOut = all.some(({ state }) => state === 'published');
  if (approved.length === 0 && !isOut && !draft.waiver) throw new AppError('draft.interpretation_missing');
  // One after the other: they share the transaction.
  const partners: DraftRecord[] = [];
  for (const { _id } of approved) partners.push(await deps.drafts.get(_id, tx));
  return partners;
}
