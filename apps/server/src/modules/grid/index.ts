import { readFile } from 'node:fs/promises';
import type { Actor } from '../../http/actor';
import { created, defineHandlers } from '../../http/handlers';
import type { ServerModule } from '../../platform/module';
import type { Platform } from '../../platform/platform';
import { listAsked, listToTell } from './asked/list-asked';
import { readQuestions } from './asked/read-questions';
import { listAssignments, putAssignment } from './assignments';
import { closeCampaign, createCampaign, describeCampaign, listCampaigns } from './campaigns';
import type { GridDeps, GridPorts } from './deps';
import { BUILDINGS, createDoorRepository, DOORS } from './door.repository';
import { areasOf, liesIn, ownArea, SENDERS, WATCHERS } from './grid.policy';
import { importDoors } from './import-doors';
import {
  closeBuilding,
  getOwnBuilding,
  listDoorsIn,
  presentBuilding,
  presentDoor,
  putBuilding,
  putDoor,
} from './keep-doors';
import { listAreas } from './list-areas';
import { loadGrid, type LoadedGrid } from './load-grid';
import { makePack } from './make-pack';
import { keepPhoto } from './posters/keep-photo';
import { listPosters } from './posters/list-posters';
import { createPosterRepository, POSTERS } from './posters/poster.repository';
import { readCoverage } from './read-coverage';
import { readWorkers } from './read-workers';
import { makeShare } from './shares/make-share';
import { countOpen, describeShare } from './shares/open-share';
import { sendPicture, sendSheets } from './shares/send-poster';
import { createShareRepository, SHARES } from './shares/share.repository';
import { canReadOnBehalf, revealSignature } from './signatures/reveal-signature';
import { createSlipRepository, PADS, SLIPS } from './slips/slip.repository';
import { slipHandlers } from './slips/slips.routes';
import { syncRecords } from './sync-records';
import { createVisitRepository, ON_BEHALF, SEALED_ON_BEHALF } from './visit.repository';
import { ASSIGNMENTS, CAMPAIGNS, createWalkRepository } from './walk.repository';

export type { LoadedGrid } from './load-grid';

/** What other modules may ask of door-to-door work. */
export interface Grid {
  load(given: LoadedGrid): Promise<void>;
  /** Whether this actor may look at the photos of a poster: who answers for its area. */
  canReadPoster(id: string, actor: Actor): Promise<boolean>;
}

/** 网格: doors and who walks to them, what is brought there, visits and whom they reached. */
export function createGridModule(platform: Platform, ports: GridPorts) {
  const doors = createDoorRepository(platform);
  const walks = createWalkRepository(platform);
  const shares = createShareRepository(platform);
  const posters = createPosterRepository(platform);
  const slips = createSlipRepository(platform);
  const visits = createVisitRepository(platform);
  const deps: GridDeps = { ...platform, ...ports, doors, walks, shares, slips, posters, visits };
  const isIn = async (lineage: readonly string[] | undefined, actor: Actor) =>
    lineage !== undefined && liesIn(lineage, await areasOf(deps, actor, WATCHERS));

  const handlers = defineHandlers({
    ...slipHandlers(deps),
    'grid.pack': ({ actor }) => makePack(deps, actor),
    'grid.asked': ({ actor, query }) => listAsked(deps, actor, query),
    'grid.toTell': ({ actor, query }) => listToTell(deps, actor, query),
    'grid.sync': ({ actor, body }) => syncRecords(deps, actor, body),
    'grid.photos.create': ({ actor, params, ctx }) => keepPhoto(deps, actor, { ...params, request: ctx.req }),
    'grid.shares.create': ({ actor, body }) => makeShare(deps, actor, body),
    'grid.posters.picture': ({ actor, params, query, ctx }) =>
      sendPicture(deps, actor, ctx, {
        item: { ...params, kind: query.kind },
        areaId: query.area,
        channel: query.channel,
      }),
    'grid.posters.sheets': ({ actor, params, query, ctx }) =>
      sendSheets(deps, actor, ctx, {
        item: { ...params, kind: query.kind },
        areaIds: query.area,
        channel: query.channel,
      }),
    'shares.get': ({ params }) => describeShare(deps, params.code),
    'shares.opens': ({ params, body }) => countOpen(deps, params.code, body.id),
    'staff.grid.areas.list': ({ actor }) => listAreas(deps, actor),
    'staff.grid.buildings.list': async ({ actor, query: { area, state, ...query } }) => {
      const areaIds = area
        ? [(await ownArea(deps, actor, { areaId: area, roles: SENDERS }))._id]
        : await areasOf(deps, actor, SENDERS);
      const { items, nextCursor } = await doors.listBuildings({ areaIds, state }, query);
      const areas = await deps.organization.findAreas(items.map(({ areaId }) => areaId));
      return { items: items.map(item => presentBuilding(item, areas.get(item.areaId)?.name ?? '')), nextCursor };
    },
    'staff.grid.buildings.put': ({ actor, params, body }) => putBuilding(deps, actor, { id: params.id, input: body }),
    'staff.grid.buildings.close': ({ actor, params, body }) =>
      closeBuilding(deps, actor, { id: params.id, on: body.on }),
    'staff.grid.doors.list': async ({ actor, params, query }) => {
      const building = await getOwnBuilding(deps, actor, params.id);
      const [{ items, nextCursor }, area] = await Promise.all([
        doors.listDoors(building._id, query),
        deps.organization.findArea(building.areaId),
      ]);
      return { items: items.map(presentDoor), nextCursor, building: presentBuilding(building, area?.name ?? '') };
    },
    'staff.grid.doors.listIn': ({ actor, params, query }) => listDoorsIn(deps, actor, { areaId: params.id, query }),
    'staff.grid.doors.put': ({ actor, params, body }) => putDoor(deps, actor, { id: params.id, input: body }),
    'staff.grid.doors.import': async ({ actor, query, ctx }) => {
      const upload = await deps.files.receive(ctx.req);
      try {
        return await importDoors(deps, actor, { bytes: await readFile(upload.path), isDryRun: query.dryRun });
      } finally {
        await upload.discard();
      }
    },
    'staff.grid.assignments.list': ({ actor, query }) => listAssignments(deps, actor, query),
    'staff.grid.assignments.put': ({ actor, params, body }) =>
      putAssignment(deps, actor, { id: params.id, input: body }),
    'staff.grid.campaigns.list': ({ actor, query }) => listCampaigns(deps, actor, query),
    'staff.grid.campaigns.create': async ({ actor, body }) => {
      const { campaign, isNew } = await createCampaign(deps, actor, body);
      return created(campaign, isNew);
    },
    'staff.grid.campaigns.get': ({ actor, params }) => describeCampaign(deps, actor, params.id),
    'staff.grid.campaigns.close': ({ actor, params }) => closeCampaign(deps, actor, params.id),
    'staff.grid.coverage': ({ actor, query }) => readCoverage(deps, actor, query),
    'staff.grid.posters.list': ({ actor, params, query }) =>
      listPosters(deps, actor, { ...query, campaignId: params.id }),
    'staff.grid.questions': ({ actor, query }) => readQuestions(deps, actor, query),
    'staff.grid.onBehalf.signature': ({ actor, params, body }) =>
      revealSignature(deps, actor, { id: params.id, reason: body.reason }),
    'staff.grid.workers': ({ actor, query }) => readWorkers(deps, actor, query),
  });

  const canReadPoster = async (id: string, actor: Actor): Promise<boolean> =>
    isIn((await posters.find(id))?.lineage, actor);
  const api: Grid = { load: given => loadGrid(deps, given), canReadPoster };
  return {
    handlers,
    api,
    sealedFields: SEALED_ON_BEHALF,
    recordReaders: {
      [ON_BEHALF]: (id, actor) => canReadOnBehalf(deps, actor, id),
      [BUILDINGS]: async (id, actor) => isIn((await doors.findBuilding(id))?.lineage, actor),
      [DOORS]: async (id, actor) => isIn((await doors.findDoor(id))?.lineage, actor),
      [SHARES]: async (id, actor) => isIn((await shares.find(id))?.lineage, actor),
      [POSTERS]: canReadPoster,
      [PADS]: async (id, actor) => isIn((await slips.findPad(id))?.lineage, actor),
      [SLIPS]: async (id, actor) => isIn((await slips.findSlip(id))?.lineage, actor),
      [ASSIGNMENTS]: async (id, actor) => isIn((await walks.findAssignment(id))?.lineage, actor),
      [CAMPAIGNS]: async (id, actor) =>
        describeCampaign(deps, actor, id).then(
          () => true,
          () => false,
        ),
    },
  } satisfies ServerModule & { api: Grid };
}
