import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { NoticeSource } from '@bandeng/contracts/schemas';
import { AppError, CommandError } from '../../../platform/errors';
import { buildNotice, contentHashOf } from '../build-notice';
import type { NoticesDeps } from '../deps';
import type { NoticeRecord } from '../notice.model';
import { importNotice } from '../publish-notice';
import { idOf, IMPORT_SOURCE, shorten } from './import-ids';
import type { ImportedNotice, ReadResult } from './imported-notice';
import { readAtom } from './read-atom';
import { readFolder } from './read-folder';
import { readTable } from './read-table';
import { resolveNotice } from './resolve-notice';
import { readVocabulary } from './vocabulary';

type Known = ImportedNotice & { id: string; existing: NoticeRecord | null };
interface Prepared {
  id: string;
  externalId: string;
  source: NoticeSource;
  files: { id: string; path: string; name: string }[];
  state: 'new' | 'changed' | 'same';
}
export interface ImportSummary {
  new: number;
  changed: number;
  same: number;
  problems: string[];
}

async function read(path: string): Promise<ReadResult> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new CommandError(`没有这个文件或者文件夹：${path}`);
  if (found.isDirectory()) return readFolder(path);
  const extension = extname(path).toLowerCase();
  if (extension === '.xlsx') return readTable(path);
  if (extension === '.atom' || extension === '.xml') return readAtom(path);
  throw new CommandError(`不认识这种文件：${path}。可以是文件夹、xlsx 或者 atom。`);
}

/**
 * Takes what a district published before, with its original dates, numbers and addresses. All of it is looked at first: with one
 * problem nothing is written. The same import again writes nothing.
 */
export async function importNotices(
  deps: NoticesDeps,
  { path, isDryRun }: { path: string; isDryRun: boolean },
): Promise<ImportSummary> {
  const { notices: found, problems } = await read(path);
  const notices = await Promise.all(found.map(notice => identify(deps, notice)));
  const vocabulary = await readVocabulary(deps, notices);
  const prepared: Prepared[] = [];
  const places = new Map<string, string>();
  for (const notice of notices) {
    const earlier = places.get(notice.id);
    places.set(notice.id, notice.place);
    const resolved = resolveNotice(notice, vocabulary);
    const faults = [
      ...resolved.problems,
      ...(earlier === undefined ? [] : [`和${earlier}是同一条（${notice.externalId}）`]),
      ...(await attachmentFaults(deps, notice)),
    ];
    if (resolved.source?.relatedIds.some(({ id }) => id === notice.id)) faults.push('连到了它自己');
    if (resolved.source && faults.length === 0) prepared.push(await prepare(deps, notice, resolved.source));
    problems.push(...faults.map(fault => `${notice.place}：${fault}`));
  }
  const count = (state: Prepared['state']) => prepared.filter(one => one.state === state).length;
  const summary = { new: count('new'), changed: count('changed'), same: count('same'), problems };
  if (problems.length > 0 || isDryRun) return summary;
  for (const one of prepared) if (one.state !== 'same') await write(deps, one);
  return summary;
}

async function attachmentFaults({ files }: NoticesDeps, { attachments }: ImportedNotice): Promise<string[]> {
  const faults: string[] = [];
  for (const { path, name } of attachments) {
    const refusal = await files.refusalOf(path, name);
    if (refusal !== null) faults.push(`附件“${name}”${refusal}`);
  }
  return faults;
}

async function identify({ notices }: NoticesDeps, notice: ImportedNotice): Promise<Known> {
  const existing = await notices.findBySource(IMPORT_SOURCE, shorten(notice.externalId));
  return { ...notice, id: existing?._id ?? idOf(shorten(notice.externalId)), existing };
}

async function prepare(
  deps: NoticesDeps,
  { id, externalId: givenId, existing, attachments }: Known,
  given: NoticeSource,
): Promise<Prepared> {
  const externalId = shorten(givenId);
  const files = await Promise.all(
    attachments.map(async ({ path, name }) => ({
      id: idOf(`${externalId}\n${name}\n${await deps.files.hashOf(path)}`),
      path,
      name,
    })),
  );
  const source = { ...given, attachmentIds: files.map(file => file.id) };
  // Everything that writing would refuse is found before anything is written.
  await buildNotice(deps, { _id: id, source: IMPORT_SOURCE, externalId, createdBy: 'system' }, source);
  const isSame = existing?.contentHash === contentHashOf(source);
  return { id, externalId, source, files, state: !existing ? 'new' : isSame ? 'same' : 'changed' };
}

async function write(deps: NoticesDeps, { id, externalId, source, files }: Prepared): Promise<void> {
  for (const file of files) {
    const kept = await deps.files.importFile({ ...file, to: { collection: 'notices', id } });
    if (!kept) throw new AppError('file.type', { data: { name: file.name } });
  }
  await importNotice(deps, { id, source: IMPORT_SOURCE, externalId, notice: source });
}
