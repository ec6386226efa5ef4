import type { Middleware } from 'koa';
import type { Ids } from '../platform/ids';

const ACCEPTABLE = /^[A-Za-z0-9-]{8,64}$/;

/** A proxy's request id is kept when it looks like one; else we make one. */
export const requestIdOf = (given: string | string[] | undefined, ids: Ids): string =>
  typeof given === 'string' && ACCEPTABLE.test(given) ? given : ids.uuid();

export function requestId(ids: Ids): Middleware {
  return (ctx, next) => {
    ctx.state.requestId = requestIdOf(ctx.req.headers['x-request-id'], ids);
    ctx.set('X-Request-Id', ctx.state.requestId);
    return next();
  };
}
