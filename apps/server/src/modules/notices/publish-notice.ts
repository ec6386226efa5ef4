import type { NoticeSource } from '@bandeng/contracts/schemas';
import { hasRoleForUnit, type Actor, type OfficeActor, type ServiceActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import { buildNotice, contentHashOf } from './build-notice';
import type { NoticesDeps } from './deps';
import type { NoticeRecord } from './notice.model';

interface Published {
  record: NoticeRecord;
  isNew: boolean;
}
const COLLECTION = 'notices';

const assertPublisher = (actor: Actor, unitId: string): void => {
  if (!hasRoleForUnit(actor, unitId, 'editor', 'office', 'street')) throw new AppError('auth.forbidden');
};

/** Publishes a notice written here; the same id and content again gives the same record. */
export async function createNotice(
  deps: NoticesDeps,
  actor: OfficeActor,
  input: NoticeSource & { id: string },
): Promise<Published> {
  const { id, ...source } = input;
  assertPublisher(actor, source.unitId);
  const existing = await deps.notices.find(id);
  if (existing) {
    if (existing.contentHash !== contentHashOf(source)) throw new AppError('id.conflict');
    return { record: existing, isNew: false };
  }
  const record = await buildNotice(deps, { _id: id, source: null, externalId: null }, source);
  await insert(deps, actor, record);
  return { record, isNew: true };
}

/** Changes a notice; a taken-down one stays down until it is published anew. */
export async function updateNotice(
  deps: NoticesDeps,
  actor: OfficeActor,
  input: { id: string; source: NoticeSource },
): Promise<NoticeRecord> {
  const existing = await deps.notices.get(input.id);
  assertPublisher(actor, existing.unitId);
  assertPublisher(actor, input.source.unitId);
  if (existing.takenDownAt) throw new AppError('notice.not_found');
  return (await replace(deps, actor, existing, input.source)).record;
}

/** What a portal sends: found again by (source, externalId); the same content writes nothing. */
export async function putFromSource(
  deps: NoticesDeps,
  actor: ServiceActor,
  input: { source: string; externalId: string; notice: NoticeSource },
): Promise<Published> {
  if (actor.source !== input.source) throw new AppError('notice.source_invalid');
  return upsertFromSource(deps, actor, input);
}

/** As putFromSource, for imports that the command line runs itself. */
export async function upsertFromSource(
  deps: NoticesDeps,
  actor: Actor,
  input: { source: string; externalId: string; notice: NoticeSource },
): Promise<Published> {
  const existing = await deps.notices.findBySource(input.source, input.externalId);
  if (existing) return replace(deps, actor, existing, input.notice);
  const record = await buildNotice(
    deps,
    { _id: deps.ids.uuid(), source: input.source, externalId: input.externalId },
    input.notice,
  );
  await insert(deps, actor, record);
  return { record, isNew: true };
}

export async function takeDownNotice(
  deps: NoticesDeps,
  actor: OfficeActor,
  input: { id: string; reason: string },
): Promise<void> {
  await deps.transaction(async tx => {
    const record = await deps.notices.get(input.id, tx);
    assertPublisher(actor, record.unitId);
    if (record.takenDownAt) return;
    const now = deps.clock.now();
    await deps.notices.replace(
      {
        ...record,
        takenDownAt: now,
        takeDownReason: input.reason,
        facets: [],
        updatedAt: now,
        revision: record.revision + 1,
      },
      tx,
    );
    await deps.audit.add(
      actor,
      'notice.taken_down',
      { collection: COLLECTION, id: record._id, fields: ['takenDownAt', 'takeDownReason'] },
      tx,
    );
    await deps.outbox.add({ name: 'notice.taken_down', noticeId: record._id }, tx);
  });
}

async function insert(deps: NoticesDeps, actor: Actor, record: NoticeRecord): Promise<void> {
  await deps.transaction(async tx => {
    await deps.notices.insert([record], tx);
    await deps.files.bindToRecord(actor, record.attachmentIds, { collection: COLLECTION, id: record._id }, tx);
    await deps.audit.add(actor, 'notice.published', { collection: COLLECTION, id: record._id }, tx);
    await deps.outbox.add({ name: 'notice.published', noticeId: record._id }, tx);
  });
}

async function replace(
  deps: NoticesDeps,
  actor: Actor,
  existing: NoticeRecord,
  source: NoticeSource,
): Promise<Published> {
  if (existing.contentHash === contentHashOf(source) && !existing.takenDownAt)
    return { record: existing, isNew: false };
  const { _id, source: from, externalId, revision } = existing;
  const record = { ...(await buildNotice(deps, { _id, source: from, externalId }, source)), revision: revision + 1 };
  const fields = Object.keys(record).filter(
    key => JSON.stringify(record[key as keyof NoticeRecord]) !== JSON.stringify(existing[key as keyof NoticeRecord]),
  );
  await deps.transaction(async tx => {
    await deps.notices.replace(record, tx);
    await deps.files.bindToRecord(actor, record.attachmentIds, { collection: COLLECTION, id: _id }, tx);
    await deps.audit.add(actor, 'notice.updated', { collection: COLLECTION, id: _id, fields }, tx);
    await deps.outbox.add({ name: 'notice.updated', noticeId: _id }, tx);
  });
  return { record, isNew: false };
}
