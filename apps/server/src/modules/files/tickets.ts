import type { Clock } from '../../platform/clock';
import { deriveKey, hmac, isSameSecret } from '../../platform/crypto';

/** An address that works without a login header for a while: image and video elements cannot send one. */
export interface Tickets {
  /** @param until five minutes from now when nothing is said */
  issue(subject: string, until?: Date): string;
  isValid(ticket: string, subject: string): boolean;
}

const LIFETIME_MS = 5 * 60_000;

/** What a ticket speaks of when its holder was shown one record: this file as long as that record may be seen. Ids hold no slash. */
export const subjectOf = (record: { collection: string; id: string }, fileId: string): string =>
  [record.collection, record.id, fileId].join('/');

export function createTickets({ tokenKey, clock }: { tokenKey: Buffer; clock: Clock }): Tickets {
  const key = deriveKey(tokenKey, 'file-ticket');
  const sign = (subject: string, expires: string) => hmac(key, `${subject}\n${expires}`);
  return {
    issue: (subject, until = new Date(clock.now().getTime() + LIFETIME_MS)) => {
      const expires = String(until.getTime());
      return `${expires}.${sign(subject, expires)}`;
    },
    isValid: (ticket, subject) => {
      const [expires = '', signature = ''] = ticket.split('.');
      return (
        /^\d+$/.test(expires) &&
        Number(expires) > clock.now().getTime() &&
        isSameSecret(signature, sign(subject, expires))
      );
    },
  };
}
