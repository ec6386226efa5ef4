import type { MatterOfRecord, Ref, RouteAnswer, StaffMatter } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { Page } from '../../platform/paging';
import type { MattersDeps } from './deps';
import { keepsMatter } from './keep-matters';
import type { MemberKey } from './matter-source';
import type { MatterMemberRecord, MatterRecord } from './matter.repository';
import { describeMatter } from './read-matters';

type Row = RouteAnswer<'staff.matters.list'>['items'][number];
/** How a record of another unit is called that is not public yet. */
const NOT_PUBLIC = '别的单位还没公开的';

export async function presentMatters(deps: MattersDeps, { items, nextCursor }: Page<MatterRecord>): Promise<Page<Row>> {
  const units = await deps.organization.findUnits([...new Set(items.map(({ unitId }) => unitId))]);
  const counts = await Promise.all(items.map(({ _id }) => deps.matters.countMembers(_id)));
  const rows = items.map(({ _id, name, unitId, createdAt }, at) => ({
    ...{ id: _id, name, unit: { id: unitId, name: units.get(unitId)?.name ?? unitId } },
    ...{ createdAt: createdAt.toISOString(), memberCount: counts[at]! },
  }));
  return { items: rows, nextCursor };
}

/** A matter with everything in it, what is not public too, and what everybody sees of it. */
export async function presentMatter(deps: MattersDeps, actor: OfficeActor, matter: MatterRecord): Promise<StaffMatter> {
  const members = await deps.matters.listMembers(matter._id);
  const [page, told, described] = await Promise.all([
    presentMatters(deps, { items: [matter], nextCursor: null }),
    describeMatter(deps, matter, members),
    Promise.all(members.map(member => presentMember(deps, actor, member))),
  ]);
  const open = new Set(told?.steps.map(({ kind, id }) => `${kind}:${id}`));
  const units = await deps.organization.findUnits([...new Set(described.flatMap(({ unitId }) => unitId ?? []))]);
  return {
    ...page.items[0]!,
    revision: matter.revision,
    members: described.map(({ unitId, ...member }) => ({
      ...member,
      unit: { id: unitId ?? '', name: unitId === null ? '' : (units.get(unitId)?.name ?? unitId) },
      isPublic: open.has(`${member.kind}:${member.id}`),
    })),
    public: told,
    abilities: { rename: keepsMatter(actor, matter.unitId) },
  };
}

async function presentMember(deps: MattersDeps, actor: OfficeActor, member: MatterMemberRecord) {
  const { kind, recordId: id, stage, linkedAt } = member;
  const record = await deps.sources[kind].findForStaff(id, actor);
  return {
    ...{ kind, id, title: record?.title ?? NOT_PUBLIC, unitId: record?.unitId ?? null },
    ...{ stage: record?.stage ?? stage, linkedAt: linkedAt.toISOString(), isDraft: record?.isDraft ?? false },
    abilities: { unlink: record?.mayLink ?? false },
  };
}

/** Which matter a record is in; while it is in none, those of what it is linked to. */
export async function presentMatterOf(deps: MattersDeps, actor: OfficeActor, key: MemberKey): Promise<MatterOfRecord> {
  const record = await deps.sources[key.kind].findForStaff(key.id, actor);
  if (!record) throw new AppError('record.not_found');
  const member = await deps.matters.findMember(key);
  const kin = member ? [] : await deps.matters.findMembers(record.kin);
  const known = await deps.matters.findMany([member, ...kin].flatMap(one => one?.matterId ?? []));
  const refs = known.map(({ _id, name }): Ref => ({ id: _id, name }));
  return {
    matter: (member && refs.find(({ id }) => id === member.matterId)) ?? null,
    stage: record.stage ?? member?.stage ?? null,
    suggestions: member ? [] : refs,
    abilities: { link: record.mayLink },
  };
}
