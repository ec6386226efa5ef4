import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

const plain = (address: string) => address.trim().replace(/^::ffff:/, '');

const peerOf = (req: IncomingMessage) => plain(req.socket.remoteAddress ?? '');

/** Whether the call comes from a proxy whose words about the caller we believe. */
export const isTrustedProxy = (req: IncomingMessage, trustedProxies: readonly string[]): boolean =>
  trustedProxies.includes(peerOf(req));

/**
 * The caller's address. X-Forwarded-For counts only as far as the chain of proxies that we trust reaches:
 * the nearest address that is not one of them is the caller.
 */
export function callerAddress(req: IncomingMessage, trustedProxies: readonly string[]): string {
  const peer = peerOf(req);
  if (!trustedProxies.includes(peer)) return peer;
  const hops = String(req.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map(plain)
    .filter(hop => isIP(hop) !== 0);
  return hops.reverse().find(hop => !trustedProxies.includes(hop)) ?? peer;
}
