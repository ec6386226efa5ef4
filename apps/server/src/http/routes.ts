import Router from '@koa/router';
import { routes, type RouteName, type RouteSpec } from '@bandeng/contracts/routes';
import type { Context, Middleware } from 'koa';
import { AppError } from '../platform/errors';
import { isKnown, type Actor } from './actor';
import { assertAdmitted, identifyActor, type Authenticator } from './auth';
import { etagOf, isUnchanged, JSON_TYPE, sendJson, sendShared } from './etag';
import { checkAnswer, readInput } from './guard';
import { isCreated, type Handlers, type RawRoute, type ReadVersion } from './handlers';
import type { KeptAnswers } from './kept-answers';
import type { RateLimiter } from './rate-limit';

const API_PREFIX = '/api/v1';

interface RouterDeps {
  authenticator: Authenticator;
  serviceTokens: Readonly<Record<string, string>>;
  rateLimiter: RateLimiter;
  kept: KeptAnswers;
  /** Answers are held against the contract too (tests and development). */
  checksAnswers: boolean;
}

type AnyHandler = ((input: unknown, version?: string) => unknown) & {
  version?: (input: unknown) => ReadVersion | null;
};
type Input = { actor: Actor; ctx: Context };

/** A router of every route of the contract that has a handler. */
export function apiRouter(handlers: Handlers, deps: RouterDeps): Router {
  const router = new Router({ prefix: API_PREFIX });
  for (const [name, spec] of inMatchingOrder()) {
    const handler = handlers[name] as AnyHandler | undefined;
    if (handler) router.register(spec.path, [spec.method], serve(name, spec, handler, deps));
  }
  return router;
}

/** Paths without parameters first: /notices/:id must not swallow a fixed neighbour. */
function inMatchingOrder(): [RouteName, RouteSpec][] {
  const weight = (spec: RouteSpec) =>
    spec.path
      .split('/')
      .map(part => (part.startsWith(':') ? '1' : '0'))
      .join('');
  return (Object.entries(routes) as [RouteName, RouteSpec][]).sort(([, a], [, b]) =>
    weight(a).localeCompare(weight(b)),
  );
}

function serve(name: RouteName, spec: RouteSpec, handler: AnyHandler, deps: RouterDeps): Middleware {
  return async ctx => {
    ctx.state.route = name;
    const actor = await identifyActor(ctx, deps);
    ctx.state.actor = actor;
    const caller = callerKey(ctx, actor);
    await deps.rateLimiter.count(spec.limit, spec.countedBy === 'path' ? `${caller} ${ctx.path}` : caller);
    assertAdmitted(actor, spec.who);
    const input = { ...(await readInput(name, ctx)), actor, ctx };
    if (spec.countedBy === 'family') await deps.rateLimiter.count('session', familyOf(input.body));
    const isShared = spec.who === 'public' && spec.method === 'GET' && ctx.get('Authorization') === '';
    const readVersion = isShared ? handler.version?.(input) : null;
    if (readVersion) return sendVersioned(ctx, { name, spec, handler, input, readVersion }, deps);
    const answer = await handler(input);
    if (spec.answer === 'bytes' || spec.answer === 'html') return;
    ctx.status = isCreated(answer) ? (answer.isNew ? 201 : 200) : spec.status;
    const plain = plainAnswer(name, answer, deps);
    if (spec.status === 204) ctx.set('Cache-Control', 'no-store');
    else sendJson(ctx, plain, isShared);
  };
}

/** A public answer with a version: kept, so that the next who asks has it without all this (answer-kept.ts). */
async function sendVersioned(
  ctx: Context,
  call: { name: RouteName; spec: RouteSpec; handler: AnyHandler; input: Input; readVersion: ReadVersion },
  deps: RouterDeps,
): Promise<void> {
  const { name, spec, handler, input, readVersion } = call;
  // Read before the answer is made: the answer may be newer than its version, never older.
  const version = await readVersion();
  const etag = etagOf(`${version} ${ctx.url}`);
  const keep = (bytes: Buffer | null) =>
    deps.kept.keep(ctx.url, { route: name, limit: spec.limit, version, readVersion, etag, bytes });
  if (isUnchanged(ctx, etag)) return keep(null);
  const bytes = Buffer.from(JSON.stringify(plainAnswer(name, await handler(input, version), deps)));
  ctx.type = JSON_TYPE;
  sendShared(ctx, bytes, etag);
  keep(bytes);
}

const callerKey = (ctx: Context, actor: Actor): string => {
  if (isKnown(actor)) return actor.accountId;
  return actor.kind === 'service' ? `service:${actor.source}` : String(ctx.state.address);
};

/** A refresh token begins with the name of its family, up to the dot (identity). */
const familyOf = (body: unknown): string => (body as { refreshToken: string }).refreshToken.split('.', 1)[0]!;

/** What goes out, held against the contract. */
function plainAnswer(name: RouteName, given: unknown, { checksAnswers }: Pick<RouterDeps, 'checksAnswers'>): unknown {
  const answer = isCreated(given) ? given.record : given;
  if (checksAnswers) checkAnswer(name, answer);
  return answer;
}

/** Addresses outside /api/v1 that modules answer themselves: feeds, open data, WeChat's pushes. */
export function rawRouter(rawRoutes: readonly RawRoute[], rateLimiter: RateLimiter): Router {
  const router = new Router();
  for (const route of rawRoutes) {
    router.register(route.path, [route.method], async ctx => {
      ctx.state.route = route.path;
      await rateLimiter.count(route.limit, String(ctx.state.address));
      await route.handle(ctx);
    });
  }
  return router;
}

/** After both routers: a path that exists but not with this method is 405 with Allow; everything else goes on. */
export function refuseMethod(routers: readonly Router[]): Middleware {
  return async (ctx, next) => {
    const allowed = routers.flatMap(router => router.match(ctx.path, ctx.method).path.flatMap(layer => layer.methods));
    if (allowed.length === 0) return next();
    ctx.set('Allow', [...new Set(allowed)].join(', '));
    throw new AppError('request.method');
  };
}
