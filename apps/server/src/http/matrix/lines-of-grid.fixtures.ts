import { randomUUID } from 'node:crypto';
import type { RouteName } from '@bandeng/contracts/routes';
import type { Call, Line } from './line.fixtures';
import type { World } from './world.fixtures';

const ofBuilding =
  (body?: object) =>
  async (world: World): Promise<Call> => ({ params: { id: await world.building() }, ...(body && { body }) });
const ofCampaign =
  (body?: object) =>
  async (world: World): Promise<Call> => ({ params: { id: await world.campaign() }, ...(body && { body }) });
const call = () => ({ query: { limit: '100' } });
const senders = ['street', 'office'] as const;

/** OWN answers for a street, OTHER for another one. */
export const grid = {
  'grid.pack': 'own',
  'grid.sync': 'own',
  'grid.asked': 'own',
  'grid.toTell': 'own',
  'grid.shares.create': 'derived',
  'grid.posters.picture': 'derived',
  'grid.posters.sheets': 'derived',
  'grid.photos.create': 'derived',
  'shares.get': 'public',
  'shares.opens': 'public',
  'slips.get': 'public',
  'slips.claim': 'own',
  'staff.grid.pads.list': { listed: world => world.pad(), call },
  'staff.grid.pads.create': {
    unit: async world => ({ body: { id: randomUUID(), areaId: world.gridId, count: 1 } }),
  },
  'staff.grid.pads.void': { unit: async world => ({ params: { id: await world.pad() }, body: {} }) },
  'staff.grid.areas.list': { listed: world => Promise.resolve(world.gridId), call: () => ({}) },
  'staff.grid.buildings.list': { listed: world => world.building(), call },
  'staff.grid.buildings.put': {
    unit: async world => ({
      params: { id: randomUUID() },
      body: { areaId: world.gridId, compound: null, name: randomUUID().slice(0, 8), position: 1 },
    }),
  },
  'staff.grid.buildings.close': { unit: ofBuilding({ on: '2026-11-16' }) },
  'staff.grid.doors.list': { unit: ofBuilding() },
  'staff.grid.doors.listIn': { unit: world => Promise.resolve({ params: { id: world.gridId } }) },
  'staff.grid.doors.put': {
    unit: async world => ({
      params: { id: randomUUID() },
      body: { buildingId: await world.building(), unit: null, floor: 1, number: '101', visitEveryDays: null },
    }),
  },
  'staff.grid.doors.import': 'derived',
  'staff.grid.assignments.list': { listed: world => world.assignment(), call },
  'staff.grid.assignments.put': {
    unit: async world => ({
      params: { id: randomUUID() },
      body: { workerId: world.workerId, areaId: world.gridId, from: '2026-11-16', to: null },
    }),
  },
  'staff.grid.campaigns.list': { listed: world => world.campaign(), call },
  'staff.grid.campaigns.create': { unit: async world => ({ body: await world.newCampaign() }) },
  'staff.grid.campaigns.get': { unit: ofCampaign() },
  'staff.grid.campaigns.close': { unit: ofCampaign({}), roles: senders },
  'staff.grid.posters.list': { unit: ofCampaign() },
  'staff.grid.coverage': {
    unit: async world => ({ query: { campaign: await world.campaign(), area: world.gridId } }),
  },
  'staff.grid.questions': {
    unit: async world => ({
      params: {},
      query: { from: '2026-11-01', to: '2026-11-30', area: world.gridId },
    }),
  },
  // Editors and the street: of a message, see signatures.test.ts.
  'staff.grid.onBehalf.signature': {
    unit: async world => ({ params: { id: await world.handedOn() }, body: { reason: '核实' } }),
    roles: ['officer', 'head'],
  },
  'staff.grid.workers': {
    unit: async world => ({ query: { from: '2026-11-01', to: '2026-11-30', area: world.gridId } }),
  },
} satisfies Partial<Record<RouteName, Line>>;
