import type { Clock } from '../../platform/clock';
import { deriveKey, hmac, isSameSecret } from '../../platform/crypto';

/** An address for one file that works without a login header for five minutes: image and video elements cannot send one. */
export interface Tickets {
  issue(fileId: string): string;
  isValid(ticket: string, fileId: string): boolean;
}

const LIFETIME_MS = 5 * 60_000;

export function createTickets({ tokenKey, clock }: { tokenKey: Buffer; clock: Clock }): Tickets {
  const key = deriveKey(tokenKey, 'file-ticket');
  const sign = (fileId: string, expires: string) => hmac(key, `${fileId}\n${expires}`);
  return {
    issue: fileId => {
      const expires = String(clock.now().getTime() + LIFETIME_MS);
      return `${expires}.${sign(fileId, expires)}`;
    },
    isValid: (ticket, fileId) => {
      const [expires = '', signature = ''] = ticket.split('.');
      return (
        /^\d+$/.test(expires) &&
        Number(expires) > clock.now().getTime() &&
        isSameSecret(signature, sign(fileId, expires))
      );
    },
  };
}
