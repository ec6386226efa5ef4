import type { Middleware } from 'koa';
import { AppError } from '../platform/errors';
import type { Logger } from '../platform/logger';
import { codeOfStatus, sendProblem, toAppError } from './problem';

const statusOf = (error: unknown): number | undefined =>
  error instanceof Error &&
  'expose' in error &&
  error.expose === true &&
  'status' in error &&
  typeof error.status === 'number'
    ? error.status
    : undefined;

/** The one place where a fault becomes an answer; an unknown one is logged with its cause and told to nobody. */
export function problemMiddleware(logger: Logger): Middleware {
  return async (ctx, next) => {
    try {
      await next();
      if (ctx.status === 404 && ctx.body == null) sendProblem(ctx, new AppError('route.not_found'));
    } catch (error) {
      const status = statusOf(error);
      const known = status === undefined ? toAppError(error) : new AppError(codeOfStatus(status), { cause: error });
      if (known.status >= 500)
        logger.error({ err: known.cause ?? known, requestId: ctx.state.requestId, route: ctx.state.route }, known.code);
      sendProblem(ctx, known);
    }
  };
}
