import type { Context } from 'koa';
import { AppError } from '../platform/errors';
import { isTrustedProxy } from './address';

/**
 * Where the caller reaches us, such as https://bandeng.example.gov.cn: for absolute links when no PUBLIC_ORIGIN is set.
 * What a proxy says of the scheme counts when we trust that proxy. Throws request.unreadable for a Host that is none.
 */
export function originOf(ctx: Context, trustedProxies: readonly string[]): string {
  const forwarded = isTrustedProxy(ctx.req, trustedProxies) ? ctx.get('X-Forwarded-Proto') : '';
  const scheme = forwarded === 'https' ? 'https' : ctx.protocol;
  try {
    return new URL(`${scheme}://${ctx.host}`).origin;
  } catch (error) {
    throw new AppError('request.unreadable', { cause: error });
  }
}
