import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import Koa from 'koa';
import type { Dependencies } from './deps';
import { accessLog, createAccessLog } from './http/access-log';
import { callerAddress } from './http/address';
import { answerKept } from './http/answer-kept';
import { apiDocs } from './http/api-docs';
import { problemMiddleware } from './http/error-middleware';
import { health } from './http/health';
import { createKeptAnswers } from './http/kept-answers';
import { requestId } from './http/request-id';
import { apiRouter, rawRouter, refuseMethod } from './http/routes';
import { securityHeaders, securityHeadersOf } from './http/security-headers';
import { createServerDate, serverDate } from './http/server-date';
import { redirects, staticSite } from './http/static';

/** The web application as one sentence, from the first middleware to the last. */
export function createApp(
  deps: Dependencies,
  { isStopping }: { isStopping: () => boolean } = { isStopping: () => false },
): RequestListener {
  const { platform, authenticator, rateLimiter } = deps;
  const { clock, config, logger, metrics, database, ids } = platform;
  const date = createServerDate(clock);
  const log = createAccessLog({ logger, metrics });
  const headers = securityHeadersOf({ isSecure: config.publicOrigin?.startsWith('https://') === true });
  const { trustedProxies } = config;
  const kept = createKeptAnswers();
  const api = apiRouter(deps.handlers, {
    authenticator,
    rateLimiter,
    kept,
    serviceTokens: config.serviceTokens,
    checksAnswers: config.checksAnswers,
  });
  const raw = rawRouter(deps.rawRoutes, rateLimiter);
  const docs = apiDocs();

  const app = new Koa();
  app.silent = true;
  app.on('error', (error: unknown) => logger.warn({ err: error }, 'connection ended early'));
  app.use(requestId(ids));
  app.use(serverDate(date));
  app.use(accessLog(log));
  app.use(securityHeaders(headers));
  app.use(problemMiddleware(logger));
  app.use((ctx, next) => {
    ctx.state.address = callerAddress(ctx.req, trustedProxies);
    return next();
  });
  app.use(health({ database, isStopping }));
  app.use(docs.routes());
  app.use(api.routes());
  app.use(raw.routes());
  app.use(refuseMethod([docs, api, raw]));
  app.use(redirects({ '/': '/m/', '/m': '/m/', '/console': '/console/' }));
  app.use(staticSite({ prefix: '/m/', folder: join(config.root, 'apps/miniprogram/dist/h5') }));
  app.use(staticSite({ prefix: '/console/', folder: join(config.root, 'apps/console/dist') }));
  const callback = app.callback();
  return answerKept(
    { kept, ids, date, headers, rateLimiter, trustedProxies, log },
    (req, res) => void callback(req, res),
  );
}
