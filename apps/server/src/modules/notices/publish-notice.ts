import type { NoticeSource } from '@bandeng/contracts/schemas';
import { actorLabel, type Actor, type OfficeActor, type ServiceActor } from '../../http/actor';
import { shanghaiDate } from '../../platform/clock';
import { AppError } from '../../platform/errors';
import { isDuplicateKey, type Tx } from '../../platform/transaction';
import { buildNotice, contentHashOf } from './build-notice';
import type { NoticesDeps } from './deps';
import type { NoticeRecord } from './notice.model';
import { isPublicNotice, isPublisher } from './notice.policy';
import { keepCorrection } from './keep-correction';
import { keepPosting } from './postings/keep-posting';
import { assertNextStep } from './postings/next-step';
import { postingFaults } from './postings/posting-gate';
import { NO_FILE_FAULTS, scanAttachments, type FileFaults } from './scan-attachments';
import { confirmedPlaces } from './unmasked-numbers';

interface Published {
  record: NoticeRecord;
  isNew: boolean;
}
interface FromSource {
  source: string;
  externalId: string;
  notice: NoticeSource;
}
type Writer = Actor | 'system';

const COLLECTION = 'notices';
const labelOf = (actor: Writer): string => (actor === 'system' ? actor : actorLabel(actor));

const assertPublisher = (actor: Actor, unitId: string): void => {
  if (!isPublisher(actor, unitId)) throw new AppError('auth.forbidden');
};

/** Publishes a notice written here; the same id and content from the same hand again gives the same record. */
export async function createNotice(
  deps: NoticesDeps,
  actor: OfficeActor,
  input: NoticeSource & { id: string },
): Promise<Published> {
  const { id, ...source } = input;
  assertPublisher(actor, source.unitId);
  const same = (existing: NoticeRecord): Published => {
    const isSame = existing.createdBy === actorLabel(actor) && existing.contentHash === contentHashOf(source);
    if (!isSame) throw new AppError('id.conflict');
    return { record: existing, isNew: false };
  };
  const existing = await deps.notices.find(id);
  if (existing) return same(existing);
  const identity = { _id: id, source: null, externalId: null, createdBy: actorLabel(actor) };
  const record = await buildNotice(deps, identity, source);
  await assertLongEnough(deps, source, record.publishedAt);
  const faults = await scanAttachments(deps, actor, { id, source });
  try {
    await deps.transaction(async tx => {
      await assertNextStep(deps, source, tx);
      await insertNotice(deps, actor, { record, source, faults }, tx);
    });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return same(await deps.notices.get(id));
  }
  return { record, isNew: true };
}

/** Changes a notice; one that was taken down is not there to be changed. */
export async function updateNotice(
  deps: NoticesDeps,
  actor: OfficeActor,
  input: { id: string; source: NoticeSource },
): Promise<NoticeRecord> {
  const { id, source } = input;
  const getChangeable = async (tx?: Tx): Promise<NoticeRecord> => {
    const existing = await deps.notices.get(id, tx);
    assertPublisher(actor, existing.unitId);
    assertPublisher(actor, source.unitId);
    if (existing.takenDownAt) throw new AppError('notice.not_found');
    return existing;
  };
  await assertLongEnough(deps, source);
  const faults = await scanNew(deps, actor, { existing: await getChangeable(), id, source });
  return deps.transaction(async tx =>
    replaceNotice(deps, actor, { existing: await getChangeable(tx), source, faults }, tx),
  );
}

/** What a portal sends: found again by (source, externalId); the same content writes nothing. */
export async function putFromSource(deps: NoticesDeps, actor: ServiceActor, input: FromSource): Promise<Published> {
  if (actor.source !== input.source) throw new AppError('notice.source_invalid');
  try {
    return await upsertFromSource(deps, actor, input);
  } catch (error) {
    // The same notice came twice at once: the other one made it, now it is there.
    if (!isDuplicateKey(error)) throw error;
    return upsertFromSource(deps, actor, input);
  }
}

/** As a portal's, brought in by the command line; `id` is for a new one. */
export const importNotice = (deps: NoticesDeps, input: FromSource & { id: string }): Promise<Published> =>
  upsertFromSource(deps, 'system', input);

async function upsertFromSource(
  deps: NoticesDeps,
  actor: Writer,
  { source, externalId, notice, id }: FromSource & { id?: string },
): Promise<Published> {
  const before = await deps.notices.findBySource(source, externalId);
  const newId = id ?? deps.ids.uuid();
  const faults = await scanNew(deps, actor, { existing: before, id: before?._id ?? newId, source: notice });
  return deps.transaction(async (tx): Promise<Published> => {
    const existing = await deps.notices.findBySource(source, externalId, tx);
    if (existing?.correction && !existing.takenDownAt)
      return { record: await keepCorrection(deps, actor, { existing, notice }, tx), isNew: false };
    if (existing)
      return { record: await replaceNotice(deps, actor, { existing, source: notice, faults }, tx), isNew: false };
    const identity = { _id: newId, source, externalId, createdBy: labelOf(actor) };
    const record = await buildNotice(deps, identity, notice);
    await insertNotice(deps, actor, { record, source: notice, faults }, tx);
    return { record, isNew: true };
  });
}

/** The same content writes nothing, so its files are not looked through again. An import brings what was public before. */
async function scanNew(
  deps: NoticesDeps,
  actor: Writer,
  { existing, id, source }: { existing: NoticeRecord | null; id: string; source: NoticeSource },
): Promise<FileFaults> {
  if (actor === 'system' || existing?.correction || existing?.contentHash === contentHashOf(source))
    return NO_FILE_FAULTS;
  return scanAttachments(deps, actor, { id, source });
}

/** Throws request.invalid for a posting shorter than its kind asks for. A portal's hangs out already. */
async function assertLongEnough(deps: NoticesDeps, { posting }: NoticeSource, publishedAt?: Date): Promise<void> {
  const errors = await postingFaults(deps, posting, publishedAt && shanghaiDate(publishedAt));
  if (errors.length > 0) throw new AppError('request.invalid', { errors });
}

/** Tells of notices whose hour has come since the last run. */
export async function announceDue(deps: NoticesDeps): Promise<void> {
  for (const record of await deps.notices.listToAnnounce(deps.clock.now())) {
    await deps.transaction(async tx => {
      if (!(await deps.notices.markAnnounced(record._id, deps.clock.now(), tx))) return;
      await deps.outbox.add({ name: 'notice.published', noticeId: record._id }, tx);
    });
  }
}

/** Writes a notice that nothing stands in the way of; its files are its own already, or the actor's free uploads. */
export async function insertNotice(
  deps: NoticesDeps,
  actor: Writer,
  { record, source, faults = NO_FILE_FAULTS }: { record: NoticeRecord; source: NoticeSource; faults?: FileFaults },
  tx: Tx,
): Promise<void> {
  await checkPersonalData(deps, actor, { id: record._id, source, faults }, tx);
  await deps.notices.insert([record], tx);
  await keepPosting(deps, record, tx);
  await bindFiles(deps, actor, record, tx);
  await deps.audit.add(actor, 'notice.published', { collection: COLLECTION, id: record._id, to: 'published' }, tx);
  if (record.isAnnounced) await deps.outbox.add({ name: 'notice.published', noticeId: record._id }, tx);
}

interface Replacement {
  existing: NoticeRecord;
  source: NoticeSource;
  faults?: FileFaults;
  /** What changes beside the content. */
  change?: Partial<NoticeRecord>;
}

/** Writes the new content; the same content writes nothing. What was taken down stays down, whatever a portal sends. */
export async function replaceNotice(
  deps: NoticesDeps,
  actor: Writer,
  { existing, source, faults = NO_FILE_FAULTS, change = {} }: Replacement,
  tx: Tx,
): Promise<NoticeRecord> {
  if (existing.contentHash === contentHashOf(source)) return existing;
  const {
    _id,
    source: from,
    externalId,
    createdBy,
    documentClass,
    takenDownAt,
    takeDownReason,
    isTitleHidden,
    isAnnounced,
  } = existing;
  await checkPersonalData(deps, actor, { id: _id, source, faults }, tx);
  const built = await buildNotice(deps, { _id, source: from, externalId, createdBy, documentClass }, source);
  const record: NoticeRecord = {
    ...built,
    isAnnounced: isAnnounced || built.isAnnounced,
    revision: existing.revision,
    ...(existing.correction && { correction: existing.correction }),
    ...(existing.sourceHash !== undefined && { sourceHash: existing.sourceHash }),
    ...(existing.sourceDismissed && { sourceDismissed: existing.sourceDismissed }),
    ...change,
    // The public reads the title of what was taken down: as it was then.
    ...(takenDownAt && { takenDownAt, takeDownReason, isTitleHidden, title: existing.title, facets: [] }),
  };
  const fields = Object.keys(record).filter(
    key => JSON.stringify(record[key as keyof NoticeRecord]) !== JSON.stringify(existing[key as keyof NoticeRecord]),
  );
  await deps.notices.replace(record, tx);
  await keepPosting(deps, record, tx);
  await bindFiles(deps, actor, record, tx);
  await deps.audit.add(actor, 'notice.updated', { collection: COLLECTION, id: _id, fields }, tx);
  // A notice whose hour was moved to now is told of as new.
  const isFirstTime = !isAnnounced && isPublicNotice(record, deps.clock.now());
  await deps.outbox.add({ name: isFirstTime ? 'notice.published' : 'notice.updated', noticeId: _id }, tx);
  return { ...record, revision: record.revision + 1 };
}

/**
 * Throws notice.personal_data; what is confirmed is audited by its places. An import brings what was public before. A portal sends what
 * is public already: its files that nobody can look through do not stop it, they are told by the audit.
 */
async function checkPersonalData(
  { audit }: Pick<NoticesDeps, 'audit'>,
  actor: Writer,
  { id, source, faults }: { id: string; source: NoticeSource; faults: FileFaults },
  tx: Tx,
): Promise<void> {
  if (actor === 'system') return;
  const isPortal = actor.kind === 'service';
  const fields = confirmedPlaces(source, [...faults.unmasked, ...(isPortal ? [] : faults.unreadable)]);
  const told = isPortal ? [...new Set(faults.unreadable.map(({ path }) => path))] : [];
  if (fields.length > 0)
    await audit.add(actor, 'notice.personal_data_confirmed', { collection: COLLECTION, id, fields }, tx);
  if (told.length > 0)
    await audit.add(actor, 'notice.files_unreadable', { collection: COLLECTION, id, fields: told }, tx);
}

/** What an import brings is bound as it is stored. */
async function bindFiles(deps: NoticesDeps, actor: Writer, record: NoticeRecord, tx: Tx): Promise<void> {
  if (actor === 'system') return;
  await deps.files.bindToRecord(actor, record.attachmentIds, { collection: COLLECTION, id: record._id }, tx);
}
