import type { Middleware } from 'koa';
import type { Ids } from '../platform/ids';

const ACCEPTABLE = /^[A-Za-z0-9-]{8,64}$/;

/** A proxy's request id is kept when it looks like one; else we make one. */
export function requestId(ids: Ids): Middleware {
  return async (ctx, next) => {
    const given = ctx.get('X-Request-Id');
    ctx.state.requestId = ACCEPTABLE.test(given) ? given : ids.uuid();
    ctx.set('X-Request-Id', ctx.state.requestId);
    await next();
  };
}
