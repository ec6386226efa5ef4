import { isIP } from 'node:net';
import type { Context } from 'koa';

const plain = (address: string) => address.trim().replace(/^::ffff:/, '');

const peerOf = (ctx: Context) => plain(ctx.req.socket.remoteAddress ?? '');

/** Whether the call comes from a proxy whose words about the caller we believe. */
export const isTrustedProxy = (ctx: Context, trustedProxies: readonly string[]): boolean =>
  trustedProxies.includes(peerOf(ctx));

/**
 * The caller's address. X-Forwarded-For counts only as far as the chain of proxies that we trust reaches:
 * the nearest address that is not one of them is the caller.
 */
export function callerAddress(ctx: Context, trustedProxies: readonly string[]): string {
  const peer = peerOf(ctx);
  if (!isTrustedProxy(ctx, trustedProxies)) return peer;
  const hops = ctx
    .get('X-Forwarded-For')
    .split(',')
    .map(plain)
    .filter(hop => isIP(hop) !== 0);
  return hops.reverse().find(hop => !trustedProxies.includes(hop)) ?? peer;
}
