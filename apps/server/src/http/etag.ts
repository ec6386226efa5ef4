import { createHash } from 'node:crypto';
import type { Context } from 'koa';

/**
 * Sends JSON so that everybody may keep a public answer but must ask whether it still holds (API.md, Caching).
 * @param isShared false when the call carried Authorization: such answers are nobody else's
 */
export function sendJson(ctx: Context, answer: unknown, isShared: boolean): void {
  const bytes = Buffer.from(JSON.stringify(answer));
  ctx.type = 'application/json; charset=utf-8';
  sendBytes(ctx, bytes, isShared);
}

export function sendBytes(ctx: Context, bytes: Buffer, isShared: boolean): void {
  ctx.vary('Authorization');
  if (!isShared) {
    ctx.set('Cache-Control', 'private, no-store');
    ctx.body = bytes;
    return;
  }
  ctx.set('Cache-Control', 'public, max-age=0, must-revalidate');
  ctx.set('ETag', `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 32)}"`);
  ctx.status = 200;
  if (ctx.fresh) {
    ctx.status = 304;
    return;
  }
  ctx.body = bytes;
}
