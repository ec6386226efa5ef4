import type { RouteInput } from '@bandeng/contracts/types';
import { addDays, canonicalJson, countsFor, publicNameProblem } from '@bandeng/rules';
import type { Actor, OfficeActor, ResidentActor } from '../../http/actor';
import { shanghaiDate, startOfShanghaiDate } from '../../platform/clock';
import { sha256 } from '../../platform/crypto';
import { AppError, invalidField } from '../../platform/errors';
import { isDuplicateKey } from '../../platform/transaction';
import { buildComment, receiptBody, type NewComment } from './build-comment';
import { placeOf, visibilityOf } from './comment-keys';
import type { CommentRecord } from './comment.repository';
import { runsConsultations, stateOf } from './consultation.policy';
import type { ConsultationOutline } from './consultation.repository';
import type { ConsultationsDeps } from './deps';
import { describeTarget } from './find-target';

type Input = RouteInput<'consultations.comments.create'>['body'];
type Recorded = RouteInput<'staff.comments.record'>['body'];
interface Stored {
  comment: CommentRecord;
  consultation: ConsultationOutline;
  isNew: boolean;
}

/**
 * Takes a resident's comment: stored, receipted and queued for counting at once, whatever a check will say of it.
 * @param channel where it was written; a repeat of the same id and content gives the same record, also after the window has ended
 */
export async function createComment(
  deps: ConsultationsDeps,
  actor: ResidentActor,
  given: { consultationId: string; channel: 'wechat' | 'h5'; input: Input },
): Promise<Stored> {
  const { consultationId, channel, input } = given;
  const consultation = await deps.consultations.getOutline(consultationId);
  const { id, target, body, proposedText = null, anonymous, penName = null } = input;
  const problem = penName === null ? null : publicNameProblem(penName);
  if (problem !== null) throw invalidField('penName', problem);
  const contentHash = sha256(canonicalJson({ consultationId, actor: actor.accountId, input }));
  return storeOnce(deps, actor, consultation, { id, contentHash }, async () => {
    assertOpen(consultation, deps.clock.now());
    const { draftVersion: current = 1 } = consultation;
    // What was written while the draft was changed speaks of the words its author had before them.
    const draftVersion = Math.min(input.draftVersion ?? current, current);
    return {
      id,
      consultationId,
      accountId: actor.accountId,
      recordedBy: null,
      contentHash,
      target,
      draftVersion,
      targetLabel: await describeTarget(deps, consultation, { target, draftVersion }),
      body,
      proposedText,
      anonymous,
      penName: anonymous ? penName : null,
      authorName: null,
      persons: 1,
      channel,
      heard: null,
      createdAt: deps.clock.now(),
    };
  });
}

/** Writes down a comment that came by letter, telephone or word of mouth; a collective letter is one comment of n persons. */
export async function recordComment(
  deps: ConsultationsDeps,
  actor: OfficeActor,
  given: { consultationId: string; input: Recorded },
): Promise<Stored> {
  const consultation = await deps.consultations.getOutline(given.consultationId);
  if (!runsConsultations(actor, consultation.unitId)) throw new AppError('auth.forbidden');
  return writeDown(deps, actor, consultation, given.input);
}

/** What a grid worker took down at a door; `saidAt` with the phone's clock put right. */
export interface OnBehalf extends Pick<Recorded, 'id' | 'target' | 'body' | 'proposedText' | 'authorName' | 'consent'> {
  saidAt: Date;
  /** How long a record may be under way and still count as in time. */
  lateWithinHours: number;
}

/** Writes down what a grid worker took down for somebody, in any unit's consultation. What came too late is kept, counted and marked. */
export async function recordOnBehalf(
  deps: ConsultationsDeps,
  actor: OfficeActor,
  { consultationId, input }: { consultationId: string; input: OnBehalf },
): Promise<void> {
  const consultation = await deps.consultations.getOutline(consultationId);
  if (consultation.publishedAt === null) throw new AppError('consultation.not_found');
  const { saidAt, lateWithinHours, ...said } = input;
  const [closesAt, phoneTime] = [consultation.closesAt.getTime(), saidAt.getTime()];
  const taken = { phoneTime, offset: 0, receivedAt: deps.clock.now().getTime() };
  const isInTime = taken.receivedAt < closesAt || countsFor(closesAt, taken, lateWithinHours);
  await writeDown(deps, actor, consultation, {
    ...{ ...said, channel: 'proxy', persons: 1, heardOn: shanghaiDate(saidAt) },
    ...(!isInTime && { heardAt: phoneTime >= closesAt ? '截止以后说的' : '截止以前说的，送到太晚' }),
  });
}

type Written = Omit<Recorded, 'channel'> & { channel: Recorded['channel'] | 'proxy' };

function writeDown(
  deps: ConsultationsDeps,
  actor: OfficeActor,
  consultation: ConsultationOutline,
  input: Written,
): Promise<Stored> {
  const { id, target, body, proposedText = null, channel, persons, authorName } = input;
  const { heardOn, heardAt = null, consent } = input;
  if (heardOn > deps.clock.today()) throw invalidField('heardOn', '这一天还没到。');
  const consultationId = consultation._id;
  const { heardAt: _mark, ...said } = input;
  const contentHash = sha256(
    canonicalJson({ consultationId, actor: actor.staffId, input: channel === 'proxy' ? said : input }),
  );
  return storeOnce(deps, actor, consultation, { id, contentHash }, async () => {
    // Letters posted in time arrive after the window; what the outcome has counted is closed.
    const state = stateOf(consultation, deps.clock.now());
    if (state !== 'open' && state !== 'closed') throw new AppError('consultation.state');
    const place = { collection: 'comments', id, field: 'authorName' };
    const draftVersion = await versionHeard(deps, consultation, { target, heardOn });
    return {
      id,
      consultationId,
      accountId: null,
      recordedBy: actor.staffId,
      contentHash,
      target,
      draftVersion,
      targetLabel: await describeTarget(deps, consultation, { target, draftVersion }),
      body,
      proposedText,
      anonymous: authorName === undefined || consent !== 'named',
      penName: null,
      authorName: authorName === undefined ? null : deps.fields.encrypt(authorName, place),
      persons,
      channel,
      heard: { on: heardOn, at: heardAt, consent },
      createdAt: deps.clock.now(),
    };
  });
}

/**
 * The draft that was out when it was said: a letter of last week does not speak of the words of today. What is in a later draft only was
 * said of that one.
 */
async function versionHeard(
  { versions }: Pick<ConsultationsDeps, 'versions'>,
  { _id, draftVersion: current = 1 }: ConsultationOutline,
  { target, heardOn }: Pick<Recorded, 'target' | 'heardOn'>,
): Promise<number> {
  if (current === 1) return 1;
  const heard = await versions.versionAt(_id, startOfShanghaiDate(addDays(heardOn, 1)));
  const changes = target.kind === 'whole' ? [] : await versions.allChangesOf(_id, [placeOf(target)]);
  const came = changes.findLast(({ change, version }) => change === 'new' && version > heard);
  return came?.version ?? heard;
}

function assertOpen(consultation: ConsultationOutline, now: Date): void {
  if (consultation.publishedAt === null) throw new AppError('consultation.not_found');
  const state = stateOf(consultation, now);
  if (state === 'draft') throw new AppError('comment.window_not_open');
  if (state !== 'open') throw new AppError('comment.window_closed');
}

/** Stores what `prepare` makes. When it refuses, or the id is taken, an earlier call with the same content is answered instead. */
async function storeOnce(
  deps: ConsultationsDeps,
  actor: Actor,
  consultation: ConsultationOutline,
  { id, contentHash }: { id: string; contentHash: string },
  prepare: () => Promise<NewComment>,
): Promise<Stored> {
  try {
    const comment = await insertComment(deps, actor, consultation, await prepare());
    return { comment, consultation, isNew: true };
  } catch (error) {
    if (!(error instanceof AppError) && !isDuplicateKey(error)) throw error;
    const existing = await deps.comments.find(id);
    if (!existing) throw error;
    if (existing.contentHash !== contentHash) throw new AppError('id.conflict');
    return { comment: existing, consultation, isNew: false };
  }
}

/** Comment, receipt, audit and outbox entry in one transaction, and nothing that two comments would share. */
function insertComment(
  deps: ConsultationsDeps,
  actor: Actor,
  { display, closesAt, outcomeAt }: ConsultationOutline,
  input: NewComment,
): Promise<CommentRecord> {
  const { id, consultationId, createdAt } = input;
  // Written down after the window, while its outcome may be published: it must lose against that, or the sum would be wrong.
  const isAfterwards = input.recordedBy !== null && createdAt >= closesAt && outcomeAt === null;
  const transaction = isAfterwards ? deps.transaction : deps.insertTogether;
  return transaction(async tx => {
    const receipt = await deps.receipts.issue(
      { kind: 'comment', id, body: receiptBody(input), receivedAt: createdAt },
      tx,
    );
    const comment = buildComment(input, { receipt, display });
    await deps.comments.insert(comment, tx);
    await deps.audit.add(actor, 'comment.created', { collection: 'comments', id }, tx);
    if (isAfterwards) await deps.consultations.update(consultationId, {}, tx);
    const { now, end } = visibilityOf(comment, display);
    const { target } = input;
    await deps.outbox.add(
      {
        name: 'comment.created',
        commentId: id,
        consultationId,
        accountId: input.accountId,
        place: placeOf(target),
        field: (target.kind === 'entry' && target.field) || null,
        now: Number(now),
        end: Number(end),
      },
      tx,
    );
    return comment;
  });
}
