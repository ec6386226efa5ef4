import { createHash } from 'node:crypto';
import type { Context } from 'koa';

/**
 * Sends JSON so that everybody may keep a public answer but must ask whether it still holds (API.md, Caching).
 * @param isShared false when the call carried Authorization: such answers are nobody else's
 * @param version of the answer, when it is known without its bytes
 */
export function sendJson(ctx: Context, answer: unknown, isShared: boolean, version?: string): void {
  const bytes = Buffer.from(JSON.stringify(answer));
  ctx.type = 'application/json; charset=utf-8';
  sendBytes(ctx, bytes, isShared, version);
}

/** Answers 304 to who holds this version; false when the answer has to be made. */
export function isUnchanged(ctx: Context, version: string): boolean {
  const etag = etagOf(version);
  if (!isHeld(ctx, etag)) return false;
  ctx.vary('Authorization');
  ctx.set('Cache-Control', 'public, max-age=0, must-revalidate');
  ctx.set('ETag', etag);
  ctx.status = 304;
  return true;
}

const etagOf = (content: string | Buffer): string =>
  `"${createHash('sha256').update(content).digest('base64url').slice(0, 32)}"`;

export function sendBytes(ctx: Context, bytes: Buffer, isShared: boolean, version?: string): void {
  ctx.vary('Authorization');
  if (!isShared) {
    ctx.set('Cache-Control', 'private, no-store');
    ctx.body = bytes;
    return;
  }
  ctx.set('Cache-Control', 'public, max-age=0, must-revalidate');
  const etag = etagOf(version ?? bytes);
  ctx.set('ETag', etag);
  ctx.status = 200;
  if (isHeld(ctx, etag)) ctx.status = 304;
  else ctx.body = bytes;
}

/**
 * Whether the caller holds this version already (If-None-Match). Koa's own `fresh` gives up on `Cache-Control: no-cache`, which every
 * fetch() sends along with If-None-Match; that header speaks to caches on the way, not to us (RFC 9110, 13.1.2).
 */
export function isHeld(ctx: Context, etag: string): boolean {
  const plain = (tag: string) => tag.trim().replace(/^W\//, '');
  const held = ctx.get('If-None-Match').split(',').map(plain);
  return held.includes('*') || held.includes(plain(etag));
}
