import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Context } from 'koa';

export const JSON_TYPE = 'application/json; charset=utf-8';
/** Everybody may keep a public answer but must ask whether it still holds (API.md, Caching). */
export const SHARED_HEADERS = { Vary: 'Authorization', 'Cache-Control': 'public, max-age=0, must-revalidate' } as const;

export const etagOf = (content: string | Buffer): string =>
  `"${createHash('sha256').update(content).digest('base64url').slice(0, 32)}"`;

/** @param isShared false when the call carried Authorization: such answers are nobody else's */
export function sendJson(ctx: Context, answer: unknown, isShared: boolean): void {
  ctx.type = JSON_TYPE;
  sendBytes(ctx, Buffer.from(JSON.stringify(answer)), isShared);
}

export function sendBytes(ctx: Context, bytes: Buffer, isShared: boolean): void {
  if (isShared) return sendShared(ctx, bytes, etagOf(bytes));
  ctx.vary('Authorization');
  ctx.set('Cache-Control', 'private, no-store');
  ctx.body = bytes;
}

/** Sends what everybody may keep under this tag; 304 without a body to who holds it. */
export function sendShared(ctx: Context, bytes: Buffer, etag: string): void {
  ctx.status = 200;
  if (!isUnchanged(ctx, etag)) ctx.body = bytes;
}

/** Sets the headers of what everybody may keep. True when the caller holds it, and is told so. */
export function isUnchanged(ctx: Context, etag: string): boolean {
  ctx.set(SHARED_HEADERS);
  ctx.set('ETag', etag);
  if (!isHeld(ctx.req, etag)) return false;
  ctx.status = 304;
  return true;
}

const plain = (tag: string) => tag.trim().replace(/^W\//, '');

/**
 * Whether the caller holds this version already (If-None-Match). Koa's own `fresh` gives up on `Cache-Control: no-cache`, which every
 * fetch() sends along with If-None-Match; that header speaks to caches on the way, not to us (RFC 9110, 13.1.2).
 */
export function isHeld(req: IncomingMessage, etag: string): boolean {
  const given = req.headers['if-none-match'];
  if (given === undefined || given === etag) return given !== undefined;
  const held = given.split(',').map(plain);
  return held.includes('*') || held.includes(plain(etag));
}
