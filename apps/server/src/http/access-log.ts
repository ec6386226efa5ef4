import type { Middleware } from 'koa';
import type { Logger } from '../platform/logger';
import type { Metrics } from '../platform/metrics';
import { actorLabel, ANONYMOUS, type Actor } from './actor';

/** One line a request: never the query string, never a body; the path only as the name of its route. */
export function accessLog({ logger, metrics }: { logger: Logger; metrics: Metrics }): Middleware {
  return async (ctx, next) => {
    const startedAt = process.hrtime.bigint();
    try {
      await next();
    } finally {
      const ms = Number(process.hrtime.bigint() - startedAt) / 1e6;
      const route = String(ctx.state.route ?? 'other');
      logger.info(
        {
          requestId: ctx.state.requestId,
          actor: actorLabel((ctx.state.actor as Actor | undefined) ?? ANONYMOUS),
          method: ctx.method,
          route,
          status: ctx.status,
          ms: Math.round(ms * 10) / 10,
        },
        'request',
      );
      metrics.observeRequest({ method: ctx.method, route, status: ctx.status, seconds: ms / 1000 });
    }
  };
}
