import type { Assignment, RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { GridDeps } from './deps';
import { areasOf, liesIn, ownArea, SENDERS } from './grid.policy';
import { ASSIGNMENTS, type AssignmentRecord } from './walk.repository';

type Context = { names: ReadonlyMap<string, string>; areas: ReadonlyMap<string, { name: string }> };
const present = ({ _id, staffId, areaId, from, to }: AssignmentRecord, { names, areas }: Context): Assignment => ({
  ...{ id: _id, from, to, worker: { id: staffId, name: names.get(staffId) ?? '' } },
  area: { id: areaId, name: areas.get(areaId)?.name ?? '' },
});

async function contextOf(deps: GridDeps, records: readonly AssignmentRecord[]): Promise<Context> {
  const [names, areas] = await Promise.all([
    deps.identity.findStaffNames([...new Set(records.map(({ staffId }) => staffId))]),
    deps.organization.findAreas([...new Set(records.map(({ areaId }) => areaId))]),
  ]);
  return { names, areas };
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

/** Sends somebody to a grid, or says until when. Whose area it is not, and who is no grid worker there, is refused. */
export async function putAssignment(
  deps: GridDeps,
  actor: OfficeActor,
  { id, input }: { id: string; input: RouteInput<'staff.grid.assignments.put'>['body'] },
): Promise<Assignment> {
  const area = await ownArea(deps, actor, { areaId: input.areaId, roles: SENDERS });
  const workers = await workersIn(deps, await areasOf(deps, actor, SENDERS));
  if (!workers.some(worker => worker.id === input.workerId)) throw new AppError('staff.not_found');
  const { workerId: staffId, from, to } = input;
  const record: AssignmentRecord = { _id: id, staffId, areaId: area._id, lineage: area.lineage, from, to };
  await deps.transaction(async tx => {
    const before = await deps.walks.findAssignment(id, tx);
    if (before && (before.staffId !== staffId || before.areaId !== area._id)) throw new AppError('id.conflict');
    await deps.walks.putAssignment(record, tx);
    await deps.audit.add(
      actor,
      before ? 'assignment.changed' : 'assignment.added',
      { collection: ASSIGNMENTS, id },
      tx,
    );
  });
  return present(record, await contextOf(deps, [record]));
}
