/** A district with doors in every grid and a worker for each, written past the product: what is measured is the product after that. */
import { createTestClient, type TestClient } from '@bandeng/test-kit';
import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import type { BuildingRecord, DoorRecord } from '../../apps/server/src/modules/grid/door.model';
import type { AssignmentRecord } from '../../apps/server/src/modules/grid/walk.model';
import type { App } from '../support/start-app';
import { staffClient } from '../support/staff-client';
import { startDemo } from '../support/start-demo';
import { settle } from './settle';

export const NOW = '2026-12-01T01:00:00.000Z';
const DOORS_A_BUILDING = 40;
const PASSWORD = 'bench-grid-worker-1';

export interface Walker {
  client: TestClient;
  doorIds: string[];
}
interface Grid {
  _id: string;
  parentId: string;
  lineage: string[];
}

const two = (value: number) => String(value).padStart(2, '0');

function buildingAt(grid: Grid, position: number, doors: number): BuildingRecord {
  return {
    ...{ _id: randomUUID(), areaId: grid._id, lineage: grid.lineage, compound: '测量里', name: `${position} 号楼` },
    ...{ position, walkKey: `${grid._id}|9${two(position)}`, doors, isClosed: false, closedOn: null },
  };
}

function doorAt({ _id: buildingId, areaId, lineage }: BuildingRecord, at: number): DoorRecord {
  const [floor, number] = [Math.floor(at / 4) + 1, `${Math.floor(at / 4) + 1}${two((at % 4) + 1)}`];
  return {
    ...{
      _id: randomUUID(),
      buildingId,
      areaId,
      lineage,
      unit: '1 单元',
      floor,
      number,
      walkKey: `1|${two(floor)}|${number}`,
    },
    ...{ visitEveryDays: at % 5 === 0 ? 30 : null, since: '2026-11-01', isClosed: false, closedOn: null, last: null },
  };
}

/** The demo district with so many workers more, a grid each, and so many doors in it all. */
export async function startWithDoors(volume: {
  workers: number;
  doors: number;
}): Promise<{ app: App; walkers: Walker[] }> {
  const app = await startDemo({ env: { RATE_LIMITS: 'off', CHECK_ANSWERS: 'off', LOG_LEVEL: 'warn', NOW } });
  await settle(app.databaseUri());
  const connection = await mongoose.createConnection(app.databaseUri()).asPromise();
  const collection = <T>(name: string) => connection.collection<T & { _id: string }>(name);
  const grids = await collection<Grid>('areas')
    .find({ level: 'grid' })
    .sort({ _id: 1 })
    .limit(volume.workers)
    .toArray();
  const admin = await staffClient(app, 'admin');
  const doorsOf = Math.ceil(volume.doors / grids.length);
  const walkers: Walker[] = [];
  for (const [at, grid] of grids.entries()) {
    const buildings = Array.from({ length: Math.ceil(doorsOf / DOORS_A_BUILDING) }, (_, index) =>
      buildingAt(grid, index + 1, Math.min(DOORS_A_BUILDING, doorsOf - index * DOORS_A_BUILDING)),
    );
    const doors = buildings.flatMap(building =>
      Array.from({ length: building.doors }, (_, door) => doorAt(building, door)),
    );
    await collection('gridBuildings').insertMany(buildings as never);
    await collection('gridDoors').insertMany(doors as never);
    const username = `walker${at}`;
    const roles = [{ role: 'grid' as const, unitId: `${grid.lineage[1]}-street`, areaId: grid.parentId }];
    const { id } = await admin.call('staff.members.create', {
      body: { username, name: '测量员', password: PASSWORD, roles },
    });
    const assignment: AssignmentRecord = {
      ...{ _id: randomUUID(), staffId: id, areaId: grid._id, lineage: grid.lineage, from: '2026-11-01', to: null },
    };
    await collection('gridAssignments').insertOne(assignment as never);
    const { accessToken } = await createTestClient(app.origin).call('auth.staff', {
      body: { username, password: PASSWORD },
    });
    walkers.push({ client: createTestClient(app.origin, accessToken), doorIds: doors.map(({ _id }) => _id) });
  }
  await connection.close();
  return { app, walkers };
}
