import { join } from 'node:path';
import Koa from 'koa';
import type { Dependencies } from './deps';
import { accessLog } from './http/access-log';
import { callerAddress } from './http/address';
import { apiDocs } from './http/api-docs';
import { problemMiddleware } from './http/error-middleware';
import { health } from './http/health';
import { requestId } from './http/request-id';
import { apiRouter, rawRouter, refuseMethod } from './http/routes';
import { securityHeaders } from './http/security-headers';
import { serverDate } from './http/server-date';
import { redirects, staticSite } from './http/static';

/** The web application as one sentence, from the first middleware to the last. */
export function createApp(
  deps: Dependencies,
  { isStopping }: { isStopping: () => boolean } = { isStopping: () => false },
): Koa {
  const { platform, authenticator, rateLimiter } = deps;
  const { clock, config, logger, metrics, database, ids } = platform;
  const api = apiRouter(deps.handlers, {
    authenticator,
    rateLimiter,
    serviceTokens: config.serviceTokens,
    checksAnswers: config.mode !== 'production',
  });
  const raw = rawRouter(deps.rawRoutes, rateLimiter);
  const docs = apiDocs();

  const app = new Koa();
  app.silent = true;
  app.on('error', (error: unknown) => logger.warn({ err: error }, 'connection ended early'));
  app.use(requestId(ids));
  app.use(serverDate(clock));
  app.use(accessLog({ logger, metrics }));
  app.use(securityHeaders({ isSecure: config.publicOrigin?.startsWith('https://') === true }));
  app.use(problemMiddleware(logger));
  app.use((ctx, next) => {
    ctx.state.address = callerAddress(ctx, config.trustedProxies);
    return next();
  });
  app.use(health({ database, isStopping }));
  app.use(docs.routes());
  app.use(api.routes());
  app.use(raw.routes());
  app.use(refuseMethod([docs, api, raw]));
  app.use(redirects({ '/': '/m/', '/m': '/m/' }));
  app.use(staticSite({ prefix: '/m/', folder: join(config.root, 'apps/miniprogram/dist/h5') }));
  return app;
}
