import type { Context } from 'koa';
import { AppError } from '../platform/errors';

/** For addresses that are only read: another method is 405 with Allow. */
export function assertReading(ctx: Context): void {
  if (ctx.method === 'GET' || ctx.method === 'HEAD') return;
  ctx.set('Allow', 'HEAD, GET');
  throw new AppError('request.method');
}
