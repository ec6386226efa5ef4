import type { RouteInput } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../http/actor';
import { AppError, invalidField, type FieldFault } from '../../platform/errors';
import type { AnswerRecord } from './answer.model';
import { PUBLIC_ANSWERS } from './answer.repository';
import type { AnswerDeps, AnsweredCase } from './deps';
import { publishesAnswers } from './staff-answer';
import { namesIn } from './without-names';

type Given = RouteInput<'staff.answers.publish'>['body'];

/** Into the archive, or anew with other words: without anything that leads to whoever asked, in words or files. */
export async function publishAnswer(
  deps: AnswerDeps,
  actor: OfficeActor,
  answered: AnsweredCase,
  body: Given,
): Promise<void> {
  if (!publishesAnswers(actor, answered)) throw new AppError('auth.forbidden');
  const { title, question, answer } = body;
  const errors = [
    ...namesIn({ title, question, answer }, answered.identifying),
    ...(await faultsOfFiles(deps, answered, body)),
  ];
  if (errors.length > 0) throw new AppError('answer.personal_data', { errors });

  const before = await deps.answers.findOfRequest(answered.id);
  const id = before?._id ?? deps.ids.uuid();
  const files = await copiesFor(deps, actor, { id, before, fileIds: body.fileIds });
  const now = deps.clock.now();
  const record: AnswerRecord = {
    ...{ _id: id, requestId: answered.id, unitId: answered.unitId, decidedOn: answered.decidedOn },
    ...{ year: Number(answered.decidedOn.slice(0, 4)), kinds: answered.kinds, title, question, answer, files },
    ...{ noticeIds: [...answered.noticeIds], isPublic: true, takenBack: null },
    // What only says it better keeps its place in the list.
    publishedAt: before?.isPublic ? before.publishedAt : now,
    publishedBy: actor.staffId,
    revision: before?.revision ?? 0,
  };
  await write(deps, actor, { event: 'answer.published', fields: ['title', 'question', 'answer', 'files'], record });
}

/** Out of the archive at once, with the reason; it can come back with other words. */
export async function takeAnswerBack(
  deps: AnswerDeps,
  actor: OfficeActor,
  answered: AnsweredCase,
  reason: string,
): Promise<void> {
  if (!publishesAnswers(actor, answered)) throw new AppError('auth.forbidden');
  const record = await deps.answers.findOfRequest(answered.id);
  if (!record) throw new AppError('answer.not_found');
  if (!record.isPublic) return;
  const takenBack = { at: deps.clock.now(), by: actor.staffId, reason };
  await write(deps, actor, {
    ...{ event: 'answer.taken_back', fields: ['isPublic'] },
    record: { ...record, isPublic: false, takenBack },
  });
}

const write = (
  deps: AnswerDeps,
  actor: OfficeActor,
  { event, fields, record }: { event: string; fields: readonly string[]; record: AnswerRecord },
): Promise<void> =>
  deps.transaction(async tx => {
    await deps.answers.put(record, tx);
    await deps.audit.add(actor, event, { collection: PUBLIC_ANSWERS, id: record._id, fields }, tx);
    await deps.outbox.add({ name: event, answerId: record._id, requestId: record.requestId }, tx);
  });

/** Only what went to the applicant, with nothing in it that leads to a person; what yields no text was looked through by somebody. */
async function faultsOfFiles(
  { documents }: AnswerDeps,
  { attachmentIds, identifying }: AnsweredCase,
  { fileIds, isLookedThrough }: Given,
): Promise<FieldFault[]> {
  if (fileIds.some(id => !attachmentIds.includes(id)))
    throw invalidField('fileIds', '只能公开随答复给了申请人的文件。');
  const scans = await documents.scanFiles(fileIds);
  const unread = scans.flatMap(({ name, unreadable }) => unreadable.map(why => `“${name}”：${why}`));
  if (unread.length > 0 && !isLookedThrough)
    throw invalidField('isLookedThrough', `${unread.join('')}请打开看一遍，确认里面没有个人信息。`);
  return scans.flatMap(({ name, hits }) => [
    ...hits.map(({ place, masked }) => ({ path: 'fileIds', message: `“${name}”的${place}有没遮住的：${masked}` })),
    ...(identifying.some(word => name.includes(word))
      ? [{ path: 'fileIds', message: '文件名里有申请人的姓名或者联系方式' }]
      : []),
  ]);
}

/** Copies of the chosen files, of the answer's own: the case keeps its files as they went out. */
async function copiesFor(
  deps: AnswerDeps,
  actor: OfficeActor,
  { id, before, fileIds }: { id: string; before: AnswerRecord | null; fileIds: readonly string[] },
): Promise<AnswerRecord['files']> {
  const known = (before?.files ?? []).filter(({ sourceId }) => fileIds.includes(sourceId));
  const missing = fileIds.filter(fileId => !known.some(({ sourceId }) => sourceId === fileId));
  const made: AnswerRecord['files'] = [];
  for (const source of await deps.files.open(missing)) {
    const copy = await deps.files.keep(actor, { name: source.name, bytes: await source.read() });
    if (copy) made.push({ id: copy.id, sourceId: source.id });
  }
  const copies = made.map(file => file.id);
  const owner = { collection: PUBLIC_ANSWERS, id };
  // Bound before they are named: nobody reads them yet, and cleaning is long work outside of the transaction that publishes.
  if (copies.length > 0) {
    await deps.transaction(tx => deps.files.bindToRecord(actor, copies, owner, tx));
    await deps.documents.cleanFiles(copies, owner);
  }
  return [...known, ...made];
}
