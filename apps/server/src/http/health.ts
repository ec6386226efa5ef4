import type { Connection } from 'mongoose';
import type { Middleware } from 'koa';
import { AppError } from '../platform/errors';
import { assertReading } from './read-only';

/** /healthz: the process answers. /readyz: it can also read the database and is not stopping. */
export function health({ database, isStopping }: { database: Connection; isStopping: () => boolean }): Middleware {
  return async (ctx, next) => {
    if (ctx.path === '/healthz') {
      ctx.state.route = '/healthz';
      assertReading(ctx);
      ctx.set('Cache-Control', 'no-store');
      ctx.body = { status: 'ok' };
      return;
    }
    if (ctx.path !== '/readyz') return next();
    ctx.state.route = '/readyz';
    assertReading(ctx);
    ctx.set('Cache-Control', 'no-store');
    if (isStopping()) throw new AppError('service.unavailable', { retryAfter: 5 });
    try {
      await database.getClient().db('admin').command({ ping: 1 }, { timeoutMS: 2_000 });
    } catch (error) {
      throw new AppError('service.unavailable', { cause: error, retryAfter: 5 });
    }
    ctx.body = { status: 'ok' };
  };
}
