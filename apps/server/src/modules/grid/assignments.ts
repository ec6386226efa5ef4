import type { Assignment, RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { GridDeps } from './deps';
import type { BuildingRecord } from './door.repository';
import { areasOf, liesIn, ownArea, SENDERS } from './grid.policy';
import { ASSIGNMENTS, type AssignmentRecord } from './walk.repository';

type Part = NonNullable<AssignmentRecord['part']>;

interface Context {
  names: ReadonlyMap<string, string>;
  areas: ReadonlyMap<string, { name: string }>;
  buildings: ReadonlyMap<string, BuildingRecord>;
}
const present = (record: AssignmentRecord, { names, areas, buildings }: Context): Assignment => {
  const { _id, staffId, areaId, from, to, part } = record;
  return {
    ...{ id: _id, from, to, worker: { id: staffId, name: names.get(staffId) ?? '' } },
    area: { id: areaId, name: areas.get(areaId)?.name ?? '' },
    part: part ? { kind: part.kind, name: partName(part, buildings) } : null,
  };
};

function partName(part: Part, buildings: Context['buildings']): string {
  if (part.kind === 'compound') return part.name;
  const { compound = '', name = '' } = buildings.get(part.id) ?? {};
  return compound ? `${compound} ${name}` : name;
}

/** Whether a building is walked by whom this part of its area was given. */
export const isInPart = (part: Part | null | undefined, { _id, compound }: BuildingRecord): boolean =>
  !part || (part.kind === 'compound' ? compound === part.name : _id === part.id);

async function contextOf(deps: GridDeps, records: readonly AssignmentRecord[]): Promise<Context> {
  const buildingIds = records.flatMap(({ part }) => (part?.kind === 'building' ? part.id : []));
  const [names, areas, buildings] = await Promise.all([
    deps.identity.findStaffNames([...new Set(records.map(({ staffId }) => staffId))]),
    deps.organization.findAreas([...new Set(records.map(({ areaId }) => areaId))]),
    deps.doors.findBuildings([...new Set(buildingIds)]),
  ]);
  return { names, areas, buildings };
}

/** Grid workers of the units that lie in these areas. */
async function workersIn({ organization, identity }: GridDeps, areaIds: readonly string[]) {
  const units = await organization.listAllUnits();
  const areas = await organization.findAreas(units.flatMap(({ areaId }) => areaId ?? []));
  const own = units.filter(({ areaId }) => areaId !== null && liesIn(areas.get(areaId)?.lineage ?? [], areaIds));
  const found = await Promise.all(own.map(({ _id }) => identity.listStaffFor(['grid'], _id)));
  return [...new Map(found.flat().map(worker => [worker.id, worker])).values()];
}

export async function listAssignments(
  deps: GridDeps,
  actor: OfficeActor,
  { area, worker, on, ...query }: RouteInput<'staff.grid.assignments.list'>['query'],
): Promise<RouteAnswer<'staff.grid.assignments.list'>> {
  const areaIds = area
    ? [(await ownArea(deps, actor, { areaId: area, roles: SENDERS }))._id]
    : await areasOf(deps, actor, SENDERS);
  const [page, workers] = await Promise.all([
    deps.walks.listAssignments({ areaIds, staffId: worker }, query),
    workersIn(deps, areaIds),
  ]);
  const shown = on ? page.items.filter(({ from, to }) => from <= on && (to === null || to >= on)) : page.items;
  const context = await contextOf(deps, shown);
  return { ...page, items: shown.map(record => present(record, context)), workers };
}

/** Sends somebody to a grid or a part of it, or says until when. Whose area it is not, and who is no grid worker there, is refused. */
export async function putAssignment(
  deps: GridDeps,
  actor: OfficeActor,
  { id, input }: { id: string; input: RouteInput<'staff.grid.assignments.put'>['body'] },
): Promise<Assignment> {
  const area = await ownArea(deps, actor, { areaId: input.areaId, roles: SENDERS });
  const workers = await workersIn(deps, await areasOf(deps, actor, SENDERS));
  if (!workers.some(worker => worker.id === input.workerId)) throw new AppError('staff.not_found');
  const { workerId: staffId, from, to, part } = input;
  if (part && !(await deps.doors.listAllBuildings(area._id)).some(building => isInPart(part, building)))
    throw new AppError('building.not_found');
  const given: AssignmentRecord = { _id: id, staffId, areaId: area._id, lineage: area.lineage, part, from, to };
  const record = await deps.transaction(async tx => {
    const before = await deps.walks.findAssignment(id, tx);
    if (before && (before.staffId !== staffId || before.areaId !== area._id)) throw new AppError('id.conflict');
    // Who and where stay; of one that is there the days are changed.
    const next = before ? { ...given, part: before.part ?? null } : given;
    await deps.walks.putAssignment(next, tx);
    const action = before ? 'assignment.changed' : 'assignment.added';
    await deps.audit.add(actor, action, { collection: ASSIGNMENTS, id }, tx);
    return next;
  });
  return present(record, await contextOf(deps, [record]));
}
