import type { AuditEntry, AuditPerson, TimelineStep } from '@bandeng/contracts/types';
import type { StaffRole } from '@bandeng/contracts/routes';
import type { AuditRecord } from './audit.repository';

/** Staff as people; resolved when it is read, never kept in what is sealed. */
export interface People {
  describeStaff(ids: readonly string[]): Promise<Map<string, { name: string; roles: StaffRole[] }>>;
  /** Ids of the members with this name or user name. */
  findStaffIds(name: string): Promise<string[]>;
}

const KINDS: Readonly<Record<string, AuditPerson['kind']>> = {
  staff: 'staff',
  account: 'resident',
  service: 'service',
  anonymous: 'anonymous',
};

function splitLabel(actor: string): { kind: AuditPerson['kind']; id: string | null } {
  const at = actor.indexOf(':');
  const kind = KINDS[at < 0 ? actor : actor.slice(0, at)] ?? 'system';
  return { kind, id: at < 0 ? null : actor.slice(at + 1) };
}

/** The label of a member in the audit (http/actor, actorLabel). */
export const staffLabel = (staffId: string): string => `staff:${staffId}`;

export async function presentSteps<T extends AuditRecord>(
  people: People,
  records: readonly T[],
): Promise<{ record: T; step: TimelineStep }[]> {
  const staffIds = records.flatMap(({ actor }) => {
    const { kind, id } = splitLabel(actor);
    return kind === 'staff' && id !== null ? [id] : [];
  });
  const members = await people.describeStaff([...new Set(staffIds)]);
  return records.map(record => {
    const { kind, id } = splitLabel(record.actor);
    const member = kind === 'staff' && id !== null ? members.get(id) : undefined;
    const step = {
      id: record._id,
      at: record.at.toISOString(),
      who: { kind, id, name: member?.name ?? null, roles: member?.roles ?? [] },
      action: record.action,
      fields: record.fields,
      from: record.from ?? null,
      to: record.to ?? null,
    };
    return { record, step };
  });
}

export async function presentEntries(people: People, records: readonly AuditRecord[]): Promise<AuditEntry[]> {
  return (await presentSteps(people, records)).map(({ record, step }) => ({
    ...step,
    subject: { collection: record.kind, id: record.subject },
    sealed: record.hash !== undefined,
  }));
}
