import type { AuditEntry } from '@bandeng/contracts/types';
import type { AuditRecord } from './audit.repository';

export function presentAuditEntry(record: AuditRecord): AuditEntry {
  const { _id, at, actor, action, kind, subject, fields, hash } = record;
  return {
    id: _id,
    at: at.toISOString(),
    actor,
    action,
    subject: { collection: kind, id: subject },
    fields,
    sealed: hash !== undefined,
  };
}
