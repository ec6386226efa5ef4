import type { Matter, Ref } from '@bandeng/contracts/types';
import { AppError } from '../../platform/errors';
import type { MattersDeps } from './deps';
import type { MemberKey, PublicRecord, Stage } from './matter-source';
import type { MatterMemberRecord, MatterRecord } from './matter.repository';

/** What everybody may read of a matter now. Throws matter.not_found while nothing in it is public: its name is nobody's business then. */
export async function getMatter(deps: MattersDeps, id: string): Promise<Matter> {
  const matter = await deps.matters.get(id);
  const found = await describeMatter(deps, matter, await deps.matters.listMembers(id));
  if (!found) throw new AppError('matter.not_found');
  return found;
}

/** Null while nothing in it is public. */
export async function describeMatter(
  deps: MattersDeps,
  matter: MatterRecord,
  members: readonly MatterMemberRecord[],
): Promise<Matter | null> {
  const records = await listRecords(deps, members);
  if (records.length === 0) return null;
  const unitIds = [matter.unitId, ...records.map(({ unitId }) => unitId)];
  const units = await deps.organization.findUnits([...new Set(unitIds)]);
  const unitOf = (unitId: string): Ref => ({ id: unitId, name: units.get(unitId)?.name ?? unitId });
  const stages = new Map(members.map(({ kind, recordId, stage }) => [`${kind}:${recordId}`, stage]));
  const tell = (record: PublicRecord) => {
    const { kind, id, title, unitId, year = null } = record;
    return { kind, id, title, unit: unitOf(unitId), year };
  };
  return {
    id: matter._id,
    name: matter.name,
    unit: unitOf(matter.unitId),
    steps: records
      .flatMap(record =>
        record.steps.map(({ text, at }) => ({
          ...tell(record),
          stage: stageIn(record, stages.get(`${record.kind}:${record.id}`)),
          ...{ text, at: at.toISOString(), limited: record.limited ?? false },
        })),
      )
      .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? 1 : -1)),
    next: records
      .flatMap(record => record.next.map(({ text, on }) => ({ ...tell(record), text, on })))
      .sort((a, b) => ((a.on ?? '9999') < (b.on ?? '9999') ? -1 : 1)),
  };
}

/** As a notice says it itself; else as it was put into the matter. What comes with a consultation is asked before it is decided. */
const stageIn = ({ stage }: PublicRecord, asLinked: Stage | undefined): Stage => stage ?? asLinked ?? 'decision';

/** What is public of the members, and what comes with their consultations; each once, and not what was put into another matter. */
async function listRecords(
  { sources, companions, matters }: MattersDeps,
  members: readonly MatterMemberRecord[],
): Promise<PublicRecord[]> {
  const kinds = [...new Set(members.map(({ kind }) => kind))];
  const own = await Promise.all(
    kinds.map(kind => sources[kind].listPublic(members.filter(one => one.kind === kind).map(one => one.recordId))),
  );
  const linked = own.flat();
  const asked = linked.filter(({ kind }) => kind === 'consultation').map(({ id }) => id);
  const along = asked.length === 0 ? [] : (await Promise.all(companions.map(list => list(asked)))).flat();
  const keys = along.flatMap(({ kind, id }) => (kind === 'decision' ? [] : [{ kind, id }]));
  const byHand = new Set((await matters.findMembers(keys)).map(({ _id }) => _id));
  return [...linked, ...along.filter(({ kind, id }) => !byHand.has(`${kind}:${id}`))];
}

/** The matter of a public record; null when it is in none, or is not public. */
export async function findMatterOf(deps: MattersDeps, key: MemberKey): Promise<Ref | null> {
  const [record] = await deps.sources[key.kind].listPublic([key.id]);
  if (!record) return null;
  const member = (await deps.matters.findMember(key)) ?? (await memberOfConsultation(deps, record));
  const matter = member && (await deps.matters.find(member.matterId));
  return matter ? { id: matter._id, name: matter.name } : null;
}

/** What belongs to a consultation is in its matter, when that consultation is public. */
async function memberOfConsultation(
  deps: MattersDeps,
  { consultationId }: PublicRecord,
): Promise<MatterMemberRecord | null> {
  if (!consultationId) return null;
  const [open] = await deps.sources.consultation.listPublic([consultationId]);
  return open ? deps.matters.findMember({ kind: 'consultation', id: consultationId }) : null;
}
