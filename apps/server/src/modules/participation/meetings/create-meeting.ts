import type { RouteInput } from '@bandeng/contracts/types';
import { canonicalJson, meetingNoticeFault, seedCommitment } from '@bandeng/rules';
import { actorLabel, type OfficeActor } from '../../../http/actor';
import { shanghaiDate } from '../../../platform/clock';
import { sha256 } from '../../../platform/crypto';
import { AppError, invalidField } from '../../../platform/errors';
import { isDuplicateKey, type Tx } from '../../../platform/transaction';
import { preparesFor, publishesFor } from '../participation.policy';
import type { MeetingDeps } from './deps';
import { stateOf } from './meeting.policy';
import type { MeetingRecord } from './meeting.repository';

export type NewMeeting = RouteInput<'staff.meetings.create'>['body'];
type MeetingContent = Omit<NewMeeting, 'id'>;
const COLLECTION = 'meetings';

/** Prepares a meeting; nobody else sees it until it is published. The same id and content again gives the same record. */
export async function createMeeting(
  deps: MeetingDeps,
  actor: OfficeActor,
  input: NewMeeting,
): Promise<{ meeting: MeetingRecord; isNew: boolean }> {
  if (!preparesFor(actor, input.unitId)) throw new AppError('auth.forbidden');
  const contentHash = sha256(canonicalJson({ actor: actorLabel(actor), input }));
  const existing = await deps.meetings.find(input.id);
  if (existing) return { meeting: sameOrConflict(existing, contentHash), isNew: false };
  await assertContent(deps, actor, input);
  const meeting = buildMeeting(input, { contentHash, createdBy: actor.staffId, createdAt: deps.clock.now() });
  try {
    await deps.transaction(async tx => {
      await deps.meetings.insert(meeting, tx);
      await deps.files.bindToRecord(actor, meeting.materialIds, { collection: COLLECTION, id: meeting._id }, tx);
      await deps.audit.add(actor, 'meeting.created', { collection: COLLECTION, id: meeting._id, to: 'draft' }, tx);
    });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return { meeting: sameOrConflict(await deps.meetings.get(input.id), contentHash), isNew: false };
  }
  return { meeting, isNew: true };
}

function sameOrConflict(existing: MeetingRecord, contentHash: string): MeetingRecord {
  if (existing.contentHash !== contentHash) throw new AppError('id.conflict');
  return existing;
}

/** Changes one that is not public yet. Throws meeting.state, meeting.changed. */
export async function updateMeeting(
  deps: MeetingDeps,
  actor: OfficeActor,
  { id, body: { revision, ...content } }: { id: string; body: RouteInput<'staff.meetings.update'>['body'] },
): Promise<MeetingRecord> {
  await assertContent(deps, actor, content);
  return deps.transaction(async tx => {
    const meeting = await getOwnMeeting(deps, actor, id, tx);
    if (!preparesFor(actor, content.unitId)) throw new AppError('auth.forbidden');
    if (stateOf(meeting, deps.clock.now()) !== 'draft') throw new AppError('meeting.state');
    if (meeting.revision !== revision) throw new AppError('meeting.changed');
    const set = contentOf(content);
    const added = set.materialIds.filter(file => !meeting.materialIds.includes(file));
    await deps.files.bindToRecord(actor, added, { collection: COLLECTION, id }, tx);
    await deps.meetings.update(id, set, tx);
    await deps.audit.add(actor, 'meeting.edited', { collection: COLLECTION, id, fields: Object.keys(set) }, tx);
    return { ...meeting, ...set, revision: revision + 1 };
  });
}

/** For who prepares meetings of its unit; another unit's is not there. */
export async function getOwnMeeting(
  deps: Pick<MeetingDeps, 'meetings'>,
  actor: OfficeActor,
  id: string,
  tx?: Tx,
): Promise<MeetingRecord> {
  const meeting = await deps.meetings.get(id, tx);
  if (!preparesFor(actor, meeting.unitId)) throw new AppError('meeting.not_found');
  return meeting;
}

async function assertContent(deps: MeetingDeps, actor: OfficeActor, content: MeetingContent): Promise<void> {
  const { unitId, consultationId, signUp, startsAt } = content;
  if (!(await deps.organization.findUnits([unitId])).has(unitId))
    throw invalidField('unitId', '没有这个单位，请从列表里选。');
  if (consultationId !== null && !(await deps.consultations.isReadable(consultationId, actor)))
    throw new AppError('consultation.not_found');
  if (signUp && new Date(signUp.closesAt) >= new Date(startsAt))
    throw invalidField('signUp.closesAt', '报名要在开会以前截止。');
  if (signUp?.selection === 'criteria' && signUp.criteria === null)
    throw invalidField('signUp.criteria', '按条件选人，要写明条件。');
}

const contentOf = ({ startsAt, signUp, ...content }: MeetingContent) => ({
  ...content,
  startsAt: new Date(startsAt),
  signUp: signUp && { ...signUp, closesAt: new Date(signUp.closesAt) },
});

export const buildMeeting = (
  { id, ...content }: NewMeeting,
  given: Pick<MeetingRecord, 'contentHash' | 'createdBy' | 'createdAt'>,
): MeetingRecord => ({
  _id: id,
  ...given,
  ...contentOf(content),
  publishedAt: null,
  cancelledAt: null,
  cancelReason: null,
  seedHash: null,
  sealedSeed: null,
  seed: null,
  drawnAt: null,
  drawnOrder: [],
  participantsAt: null,
  minutes: null,
  facets: [],
  revision: 1,
});

/** The seed of a draw, sealed, and the hash that commits to it. */
export function newSeed({ ids, fields }: Pick<MeetingDeps, 'ids' | 'fields'>, meetingId: string) {
  const seed = ids.secret();
  const place = { collection: COLLECTION, id: meetingId, field: 'sealedSeed' };
  return { seedHash: seedCommitment(seed), sealedSeed: fields.encrypt(seed, place) };
}

/** Announces it to everybody, and commits to the seed of its draw. Throws meeting.state, meeting.too_soon. */
export function publishMeeting(deps: MeetingDeps, actor: OfficeActor, id: string): Promise<MeetingRecord> {
  return deps.transaction(async tx => {
    const meeting = await getOwnMeeting(deps, actor, id, tx);
    if (!publishesFor(actor, meeting.unitId)) throw new AppError('auth.forbidden');
    const now = deps.clock.now();
    if (stateOf(meeting, now) !== 'draft') throw new AppError('meeting.state');
    const { kind, startsAt, materialIds, signUp } = meeting;
    const fault = meetingNoticeFault({
      kind,
      announcedOn: shanghaiDate(now),
      startsOn: shanghaiDate(startsAt),
      hasMaterials: materialIds.length > 0,
    });
    if (fault !== null || startsAt <= now)
      throw new AppError('meeting.too_soon', { data: { reason: fault ?? '开会的时间已经过了' } });
    if (signUp && signUp.closesAt <= now) throw invalidField('signUp.closesAt', '报名截止的时间已经过了，先改时间。');
    const set = {
      publishedAt: now,
      facets: ['all'],
      ...(signUp?.selection === 'draw' && newSeed(deps, id)),
    };
    await deps.meetings.update(id, set, tx);
    const subject = { collection: COLLECTION, id, fields: Object.keys(set), from: 'draft', to: 'announced' };
    await deps.audit.add(actor, 'meeting.published', subject, tx);
    await deps.outbox.add({ name: 'meeting.published', meetingId: id, unitId: meeting.unitId }, tx);
    return { ...meeting, ...set, revision: meeting.revision + 1 };
  });
}
