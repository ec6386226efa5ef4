import { existsSync } from 'node:fs';
import type { Readable } from 'node:stream';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Middleware } from 'koa';
import { send } from '@koa/send';
import { isHeld } from './etag';
import { assertReading } from './read-only';

/** File names that carry a hash of their content, such as app.3f9c01ab.js: kept by browsers for a year. */
const HASHED = /\.[0-9a-f]{8,}\.[a-z0-9]+$/i;

/** Serves one built front end under `prefix`; precompressed files (.br, .gz) beside the originals are used when the browser takes them. */
export function staticSite({ prefix, folder }: { prefix: string; folder: string }): Middleware {
  return async (ctx, next) => {
    if (!ctx.path.startsWith(prefix)) return next();
    const path = ctx.path.slice(prefix.length) || 'index.html';
    ctx.state.route = prefix;
    assertReading(ctx);
    if (!existsSync(join(folder, 'index.html'))) return next();
    const isHashed = HASHED.test(path);
    await send(ctx, path, {
      root: folder,
      index: 'index.html',
      hidden: false,
      brotli: true,
      gzip: true,
      setHeaders: (response: ServerResponse) => {
        response.setHeader(
          'Cache-Control',
          isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
        );
      },
    });
    ctx.vary('Accept-Encoding');
    // Without a validator the page would be sent whole at every visit.
    if (isHashed) return;
    const etag = `W/"${ctx.response.length ?? 0}-${ctx.response.lastModified?.getTime() ?? 0}"`;
    ctx.set('ETag', etag);
    if (!isHeld(ctx.req, etag)) return;
    (ctx.body as Readable).destroy();
    ctx.status = 304;
  };
}

/** `/` leads to the residents' pages; a prefix without its slash to the one with it. */
export function redirects(targets: Readonly<Record<string, string>>): Middleware {
  return async (ctx, next) => {
    const target = targets[ctx.path];
    if (target === undefined) return next();
    ctx.state.route = ctx.path;
    assertReading(ctx);
    ctx.redirect(target);
  };
}
