import type { RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../http/actor';
import type { GridDeps } from './deps';
import { areasOf, ownArea } from './grid.policy';
import { hiddenFrom } from './small-cells';

const READERS = ['street', 'office', 'supervisor', 'head'] as const;

/** What each worker did in a span of days, in sums: no day of anybody, no door. */
export async function readWorkers(
  deps: GridDeps,
  actor: OfficeActor,
  { area, ...days }: RouteInput<'staff.grid.workers'>['query'],
): Promise<RouteAnswer<'staff.grid.workers'>> {
  const own = await areasOf(deps, actor, READERS);
  const place = await ownArea(deps, actor, { areaId: area ?? own[0] ?? '', roles: READERS });
  const areaId = place._id;
  const hidden = await hiddenFrom(deps, place, own);
  if (hidden !== null) return { hidden, items: [], nextCursor: null, notRepeated: null };
  const [visited, written, notRepeated] = await Promise.all([
    deps.visits.countWorkers(areaId, days),
    deps.visits.countOnBehalf(areaId, days),
    deps.doors.countNotHome(areaId),
  ]);
  const onBehalf = new Map(written.map(({ _id, count }) => [_id, count]));
  const ids = [...new Set([...visited.map(({ staffId }) => staffId), ...onBehalf.keys()])];
  const names = await deps.identity.findStaffNames(ids);
  const of = new Map(visited.map(figures => [figures.staffId, figures]));
  return {
    hidden: null,
    nextCursor: null,
    items: ids.map(id => {
      const { visits = 0, doors = 0, notHome = 0 } = of.get(id) ?? {};
      return { worker: { id, name: names.get(id) ?? '' }, visits, doors, notHome, onBehalf: onBehalf.get(id) ?? 0 };
    }),
    notRepeated,
  };
}
