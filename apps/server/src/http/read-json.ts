import { limits } from '@bandeng/contracts/routes';
import type { Context } from 'koa';
import { AppError } from '../platform/errors';

/** The raw body up to `maxBytes`; the rest of a longer one is not kept. Faults: request.too_large, request.unreadable. */
export async function readBody(ctx: Context, maxBytes: number): Promise<Buffer> {
  const announced = Number(ctx.get('Content-Length') || 0);
  if (announced > maxBytes) throw tooLarge(ctx);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of ctx.req) {
      size += (chunk as Buffer).length;
      if (size > maxBytes) throw tooLarge(ctx);
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('request.unreadable', { cause: error });
  }
  return Buffer.concat(chunks);
}

function tooLarge(ctx: Context): AppError {
  // The rest of the body is still coming: this connection cannot carry another request.
  ctx.set('Connection', 'close');
  return new AppError('request.too_large');
}

/** The JSON body of a call. Faults: 415 for another type, 413 over 1 MB, 400 for what is not JSON in UTF-8. */
export async function readJson(ctx: Context): Promise<unknown> {
  if (!ctx.is('application/json') || ctx.get('Content-Encoding') !== '') throw new AppError('request.media_type');
  const bytes = await readBody(ctx, limits.jsonBytes);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch (error) {
    throw new AppError('request.unreadable', { cause: error });
  }
}
