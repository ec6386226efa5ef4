import type { GridRecord, RouteInput } from '@bandeng/contracts/types';
import { canonicalJson } from '@bandeng/rules';
import type { OfficeActor } from '../../http/actor';
import { startOfShanghaiDate } from '../../platform/clock';
import { sha256 } from '../../platform/crypto';
import { createCampaign } from './campaigns';
import type { GridDeps } from './deps';
import type { BuildingRecord, DoorRecord } from './door.repository';
import { buildingKey, doorKey } from './keep-doors';
import { groupBy } from './group-by';
import { takeVisits, type Arrived } from './take-visits';

type Visit = Extract<GridRecord, { kind: 'visit' }>;
interface LoadedBuilding extends Pick<BuildingRecord, 'areaId' | 'compound' | 'name' | 'position'> {
  id: string;
  doors: (Pick<DoorRecord, 'unit' | 'floor' | 'number' | 'visitEveryDays'> & { id: string })[];
}

/** Door-to-door work of the demo district. */
export interface LoadedGrid {
  since: string;
  buildings: readonly LoadedBuilding[];
  assignments: readonly { id: string; staffId: string; areaId: string; from: string; to: string | null }[];
  campaigns: readonly { by: OfficeActor; input: RouteInput<'staff.grid.campaigns.create'>['body'] }[];
  visits: readonly { by: OfficeActor; on: string; visit: Omit<Visit, 'kind' | 'takenAt' | 'offset' | 'note'> }[];
}

/** Writes what is not there yet; visits go the way of those from phones, so that coverage is counted by the same code. */
export async function loadGrid(deps: GridDeps, given: LoadedGrid): Promise<void> {
  for (const building of given.buildings) await loadBuilding(deps, building, given.since);
  for (const { id, staffId, areaId, from, to } of given.assignments) {
    const area = await deps.organization.findArea(areaId);
    if (!area || (await deps.walks.findAssignment(id))) continue;
    const record = { _id: id, staffId, areaId, lineage: area.lineage, from, to };
    await deps.transaction(tx => deps.walks.putAssignment(record, tx));
  }
  for (const { by, input } of given.campaigns)
    if (!(await deps.walks.findCampaign(input.id))) await createCampaign(deps, by, input);
  for (const [, ofWorker] of groupBy(given.visits, ({ by }) => by.staffId)) {
    const { by } = ofWorker[0]!;
    const areaIds = by.roles.flatMap(({ areaId }) => areaId ?? []);
    await takeVisits(deps, { actor: by, areaIds }, ofWorker.map(arrivedOf));
  }
}

function arrivedOf({ on, visit }: LoadedGrid['visits'][number]): Arrived {
  const at = startOfShanghaiDate(on);
  const record: Arrived['visit'] = { ...visit, kind: 'visit', takenAt: at.toISOString(), offset: 0, note: null };
  return { visit: record, arrival: { contentHash: sha256(canonicalJson({ record })), at, on, isLate: false } };
}

async function loadBuilding(deps: GridDeps, { id, doors, ...building }: LoadedBuilding, since: string): Promise<void> {
  const area = await deps.organization.findArea(building.areaId);
  if (!area || (await deps.doors.findBuilding(id))) return;
  const { areaId, position } = building;
  const { lineage } = area;
  const open = { isClosed: false, closedOn: null };
  await deps.transaction(tx =>
    deps.doors.insertAll(
      {
        buildings: [
          { ...building, ...open, _id: id, lineage, walkKey: buildingKey(areaId, position), doors: doors.length },
        ],
        doors: doors.map(({ id: _id, ...door }) => ({
          ...{ ...door, ...open, _id, buildingId: id, areaId, lineage, walkKey: doorKey(door), since, last: null },
        })),
      },
      tx,
    ),
  );
}
