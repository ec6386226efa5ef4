import { canonicalJson } from '@bandeng/rules';
import { sha256 } from '../../platform/crypto';
import type { AuditRecord } from './audit.repository';

/** What the first entry of a chain follows. */
export const GENESIS = '0'.repeat(64);

/** SHA-256 over the canonical JSON of everything an entry says, its number and the hash before it. */
export function hashOf(entry: AuditRecord, number: number, previousHash: string): string {
  const { _id, at, actor, action, kind, subject, fields, from, to, sealedReason } = entry;
  const facts = { id: _id, at: at.toISOString(), actor, action, kind, subject, fields, number, previousHash };
  const reason = sealedReason && { personId: sealedReason.personId, value: sealedReason.value };
  // What an entry does not say is not named: older ones keep their hash.
  const said = { ...(from !== undefined && { from }), ...(to !== undefined && { to }), ...(reason && { reason }) };
  return sha256(canonicalJson({ ...facts, ...said }));
}
