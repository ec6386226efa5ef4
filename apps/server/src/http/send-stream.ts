import { once } from 'node:events';
import type { Readable } from 'node:stream';
import type { Context } from 'koa';

/**
 * Sends what is read while it is sent, from its first bytes on. A database that is away is answered 503 like anywhere else; once the
 * answer has begun it could only be told by breaking off the connection, which looks like a fault of the network.
 */
export async function sendStream(ctx: Context, bytes: Readable): Promise<void> {
  await once(bytes, 'readable');
  ctx.body = bytes;
}
