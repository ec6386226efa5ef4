/**
 * What our numbers stand beside, in a process of its own as our server is: Koa with one handler and one log line, and Koa with the raw
 * driver doing our query, with our projection. Same bytes, same headers.
 */
import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import mongoose from 'mongoose';
import pino from 'pino';

export interface BaselineSettings {
  uri: string;
  /** Our own answer to the same request. */
  headers: Record<string, string>;
  body: string;
  limit: number;
}

/** The fields of a list: those the repository of notices asks for. */
const SHOWN = Object.fromEntries(
  [
    'title',
    'kind',
    'unitId',
    'columnIds',
    'documentNumber',
    'indexNumber',
    'stage',
    'publishedAt',
    'keyPoints',
    'posting',
    'limited',
    'areaIds',
  ].map(field => [field, 1]),
);

export async function runBaseline(settings: BaselineSettings): Promise<void> {
  const logger = pino(pino.destination({ dest: '/dev/null', sync: false }));
  const connection = await mongoose.createConnection(settings.uri).asPromise();
  const notices = connection.collection('notices');
  const app = new Koa();
  app.silent = true;
  app.use(async ctx => {
    const since = process.hrtime.bigint();
    ctx.set(settings.headers);
    if (ctx.path === '/driver') {
      const query = { facets: 'all', publishedAt: { $lte: new Date() } };
      const items = await notices
        .find(query, { projection: SHOWN })
        .sort({ publishedAt: -1, _id: -1 })
        .limit(settings.limit + 1)
        .toArray();
      // It pays for writing and hashing its own JSON, as we do, and then sends our bytes.
      createHash('sha256').update(JSON.stringify(items)).digest('base64url');
      ctx.body = settings.body;
    } else if (ctx.get('If-None-Match') === settings.headers.etag) {
      ctx.status = 304;
    } else {
      ctx.body = settings.body;
    }
    logger.info({ route: ctx.path, status: ctx.status, ms: Number(process.hrtime.bigint() - since) / 1e6 }, 'request');
  });
  const server = app.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
}
