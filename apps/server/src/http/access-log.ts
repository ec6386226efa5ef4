import type { Middleware } from 'koa';
import type { Logger } from '../platform/logger';
import type { Metrics } from '../platform/metrics';
import { actorLabel, ANONYMOUS, type Actor } from './actor';

export interface AnsweredRequest {
  requestId: string;
  actor: Actor;
  method: string;
  /** The name of the route, never the path: it may hold what a person typed. */
  route: string;
  status: number;
  /** process.hrtime() of its beginning. */
  startedAt: [number, number];
}
export type AccessLog = (answered: AnsweredRequest) => void;

/** One line a request: never the query string, never a body. */
export function createAccessLog({ logger, metrics }: { logger: Logger; metrics: Metrics }): AccessLog {
  // These fields hold nothing personal, and looking for it in each line would cost more than writing it.
  const lines = logger.child({}, { redact: [] });
  return ({ requestId, actor, method, route, status, startedAt }) => {
    const [seconds, nanoseconds] = process.hrtime(startedAt);
    const ms = seconds * 1e3 + nanoseconds / 1e6;
    lines.info({ requestId, actor: actorLabel(actor), method, route, status, ms: Math.round(ms * 10) / 10 }, 'request');
    metrics.observeRequest({ method, route, status, seconds: ms / 1000 });
  };
}

export function accessLog(log: AccessLog): Middleware {
  return async (ctx, next) => {
    const startedAt = process.hrtime();
    try {
      await next();
    } finally {
      log({
        requestId: String(ctx.state.requestId),
        actor: (ctx.state.actor as Actor | undefined) ?? ANONYMOUS,
        method: ctx.method,
        route: String(ctx.state.route ?? 'other'),
        status: ctx.status,
        startedAt,
      });
    }
  };
}
