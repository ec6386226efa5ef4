import { randomUUID } from 'node:crypto';
import { printPad } from '../../modules/grid/slips/slips.fixtures';
import { handOnOf } from '../../modules/grid/grid.fixtures';
import type { TestServer } from '../../testing';

/** For tests: a grid of the street that `own` answers for, a worker of it, and one of each thing that stands in it. */
export async function makeGridWorld(
  server: TestServer,
  { own, other, publish }: { own: string; other: string; publish: () => Promise<string> },
) {
  const gridId = 'huaiying-g1';
  const { organization } = server.deps.modules;
  const units = await organization.api.findUnits([own, other]);
  await organization.api.put({
    areas: [
      { _id: 'hedu', name: '禾渡街道', level: 'street', parentId: 'qihe' },
      { _id: gridId, name: '槐影社区第1网格', level: 'grid', parentId: 'huaiying' },
    ],
    units: [
      { ...units.get(own)!, areaId: 'liuying' },
      { ...units.get(other)!, areaId: 'hedu' },
    ],
  });
  const street = await server.asStaff('street', { unitId: own });
  const worker = await server.asStaff('grid', { unitId: own });
  const { staffId: workerId } = worker;
  const newCampaign = async () => ({
    ...{ id: randomUUID(), title: '送到家', items: [{ kind: 'notice' as const, id: await publish() }] },
    ...{ areaIds: [gridId], from: '2026-11-10', to: '2026-12-30', targetPercent: 95 },
  });
  return {
    gridId,
    workerId,
    newCampaign,
    handedOn: async () => {
      const record = handOnOf();
      await worker.call('grid.sync', { body: { items: [record] } });
      return record.id;
    },
    building: async () => {
      const id = randomUUID();
      const body = { areaId: gridId, compound: null, name: id.slice(0, 8), position: 1 };
      await street.call('staff.grid.buildings.put', { params: { id }, body });
      return id;
    },
    campaign: async () => {
      const body = await newCampaign();
      await street.call('staff.grid.campaigns.create', { body });
      return body.id;
    },
    pad: async () => (await printPad(street, { areaId: gridId, count: 1 })).id,
    assignment: async () => {
      const id = randomUUID();
      const body = { workerId, areaId: gridId, from: '2026-11-16', to: null };
      await street.call('staff.grid.assignments.put', { params: { id }, body });
      return id;
    },
  };
}
