import type { Context } from 'koa';
import type { Actor } from '../../http/actor';
import { isKnown } from '../../http/actor';
import { isHeld } from '../../http/etag';
import { sendStream } from '../../http/send-stream';
import { AppError } from '../../platform/errors';
import type { FilesDeps } from './deps';
import { isInline } from './file-type';
import type { FileRecord } from './file.model';
import { isOwner } from './file.policy';
import { subjectOf, type Tickets } from './tickets';

/** Whether this actor may read the file now: its owner before it is bound, else whoever may read the record it is bound to. */
async function canReadFile(deps: FilesDeps, actor: Actor, record: FileRecord, isUnlocked: boolean): Promise<boolean> {
  const { binding } = record;
  if (binding === null) return isOwner(actor, record);
  if (binding.accountId !== null && isKnown(actor) && actor.accountId === binding.accountId) return true;
  return (await deps.visibility[binding.collection]?.(binding.id, actor, { fileId: record._id, isUnlocked })) ?? false;
}

/** What waits for clamd, or was found infected, is shown to nobody. */
export function assertShowable({ scan }: FileRecord): void {
  if (scan === 'waiting') throw new AppError('file.not_scanned');
  if (scan === 'infected') throw new AppError('file.virus');
}

export async function getReadableFile(deps: FilesDeps, actor: Actor, id: string): Promise<FileRecord> {
  const record = await deps.files.find(id);
  if (!record || !(await canReadFile(deps, actor, record, false))) throw new AppError('file.not_found');
  return record;
}

type Input = { id: string; actor: Actor; ticket: string | undefined };

/** The file, for whom it is: who may read it, or who shows a ticket for it. A record's ticket opens no more than the record does now. */
async function findFor(
  deps: FilesDeps & { tickets: Tickets },
  { id, actor, ticket }: Input,
): Promise<{ record: FileRecord; isByTicket: boolean }> {
  const record = await deps.files.find(id);
  if (!record) throw new AppError('file.not_found');
  const opens = (subject: string) => ticket !== undefined && deps.tickets.isValid(ticket, subject);
  if (opens(id)) return { record, isByTicket: true };
  const isUnlocked = record.binding !== null && opens(subjectOf(record.binding, id));
  if (!(await canReadFile(deps, actor, record, isUnlocked))) throw new AppError('file.not_found');
  return { record, isByTicket: isUnlocked };
}

/** Sends a file, or the one range that was asked for; a ticket opens it without a login for a while. */
export async function sendFile(deps: FilesDeps & { tickets: Tickets }, ctx: Context, input: Input): Promise<void> {
  const { record, isByTicket } = await findFor(deps, input);
  assertShowable(record);
  const isForAll = record.binding !== null && record.binding.accountId === null;
  const isPublic = isForAll && !isByTicket && input.actor.kind === 'anonymous';
  ctx.set('Cache-Control', isPublic ? 'public, max-age=0, must-revalidate' : 'private, no-store');
  ctx.set('Content-Security-Policy', 'sandbox');
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.set('Accept-Ranges', 'bytes');
  ctx.set('Vary', 'Authorization');
  ctx.set(
    'Content-Disposition',
    `${isInline(record.type) ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(record.name)}`,
  );
  ctx.type = record.type;
  ctx.etag = record.sha256;
  if (isPublic && isHeld(ctx.req, `"${record.sha256}"`)) {
    ctx.status = 304;
    return;
  }
  const range = rangeOf(ctx.get('Range'), record.size);
  if (range === 'unsatisfiable') {
    ctx.status = 416;
    ctx.set('Content-Range', `bytes */${record.size}`);
    return;
  }
  ctx.status = range ? 206 : 200;
  if (range) ctx.set('Content-Range', `bytes ${range.start}-${range.end}/${record.size}`);
  ctx.length = range ? range.end - range.start + 1 : record.size;
  if (ctx.method !== 'HEAD') await sendStream(ctx, deps.files.readBytes(record, range ?? undefined));
}

/** One range of RFC 9110; several, or another unit, are answered with the whole file. */
function rangeOf(header: string, size: number): { start: number; end: number } | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header);
  if (!match || (match[1] === '' && match[2] === '')) return null;
  const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const end = match[1] === '' || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  return start > end || start >= size ? 'unsatisfiable' : { start, end };
}
