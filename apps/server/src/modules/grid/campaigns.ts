import type { Campaign, GridItem, RouteInput } from '@bandeng/contracts/types';
import { addDays, canonicalJson, coveragePercent, SMALL_CELL_DOORS } from '@bandeng/rules';
import district from '../../../../../config/district.json';
import type { OfficeActor } from '../../http/actor';
import { sha256 } from '../../platform/crypto';
import { AppError } from '../../platform/errors';
import type { Page, PageQuery } from '../../platform/paging';
import type { AreaRecord } from '../organization';
import type { GridDeps } from './deps';
import { areasOf, liesIn, ownArea, SENDERS, WATCHERS } from './grid.policy';
import { CAMPAIGNS, type CampaignRecord } from './walk.repository';

type ItemKind = GridItem['kind'];
export const itemKey = ({ kind, id }: { kind: string; id: string }): string => `${kind}:${id}`;
const kindOf = (key: string) => key.slice(0, key.indexOf(':')) as ItemKind;
const idOf = (key: string) => key.slice(key.indexOf(':') + 1);

/** What a key is of. */
export const refOf = (key: string): { kind: ItemKind; id: string } => ({ kind: kindOf(key), id: idOf(key) });

/** Items with their titles; what is not public any more is left out. */
export async function itemsOf(deps: GridDeps, keys: readonly string[]): Promise<GridItem[]> {
  const idsOf = (kind: ItemKind) => keys.filter(key => kindOf(key) === kind).map(idOf);
  const [notices, questions] = await Promise.all([
    deps.notices.findPublicTitles(idsOf('notice')),
    deps.consultations.questions(idsOf('consultation')),
  ]);
  return keys.flatMap(key => {
    const [kind, id] = [kindOf(key), idOf(key)];
    const title = (kind === 'notice' ? notices : questions).get(id);
    return title === undefined ? [] : [{ kind, id, title }];
  });
}

const stateOf = ({ from, to }: Pick<CampaignRecord, 'from' | 'to'>, today: string): Campaign['state'] => {
  if (to < today) return 'over';
  return from > today ? 'coming' : 'running';
};

/** Doors of these areas, and how many of them one thing reached. */
async function countIn(deps: GridDeps, item: string, areaIds: readonly string[]) {
  const cells = await Promise.all(
    areaIds.map(async areaId => {
      const [buildings, covered] = await Promise.all([
        deps.doors.listAllBuildings(areaId),
        deps.visits.listCoverage(item, areaId),
      ]);
      const reachedIn = new Map(covered.map(({ buildingId, reached }) => [buildingId, reached]));
      return buildings.map(({ _id, doors }) => ({ doors, reached: Math.min(reachedIn.get(_id) ?? 0, doors) }));
    }),
  );
  return cells.flat().reduce((sum, cell) => ({ doors: sum.doors + cell.doors, reached: sum.reached + cell.reached }), {
    doors: 0,
    reached: 0,
  });
}

async function present(deps: GridDeps, actor: OfficeActor, record: CampaignRecord): Promise<Campaign> {
  const { _id: id, title, unitId, from, to, targetPercent } = record;
  const [areas, unit, items, sum, sent, own] = await Promise.all([
    deps.organization.findAreas(record.areaIds),
    deps.organization.findUnit(unitId),
    itemsOf(deps, record.items),
    countIn(deps, `campaign:${id}`, record.areaIds),
    areasOf(deps, actor, SENDERS),
    areasOf(deps, actor, WATCHERS),
  ]);
  const state = stateOf(record, deps.clock.today());
  const isOwnPeople = lieAllIn(
    areas,
    own.filter(areaId => areaId !== district.areaId),
  );
  const isShown = isOwnPeople || sum.doors === 0 || sum.doors >= SMALL_CELL_DOORS;
  return {
    ...{ id, title, items, from, to, state, targetPercent },
    figures: isShown ? { ...sum, percent: coveragePercent(sum) } : null,
    unit: { id: unitId, name: unit?.name ?? '' },
    areas: record.areaIds.map(areaId => ({ id: areaId, name: areas.get(areaId)?.name ?? '' })),
    abilities: { close: state !== 'over' && lieAllIn(areas, sent) },
  };
}
/** Whether all of them lie in areas somebody answers for. */
const lieAllIn = (areas: ReadonlyMap<string, AreaRecord>, areaIds: readonly string[]) =>
  [...areas.values()].every(({ lineage }) => liesIn(lineage, areaIds));

export async function listCampaigns(
  deps: GridDeps,
  actor: OfficeActor,
  { state, ...query }: PageQuery & { state?: 'current' | 'over' | undefined },
): Promise<Page<Campaign>> {
  const keys = await keysFor(deps, actor);
  const page = await deps.walks.listCampaigns({ keys, state, today: deps.clock.today() }, query);
  return { ...page, items: await Promise.all(page.items.map(record => present(deps, actor, record))) };
}

/** Campaigns in one's areas, and those that one's areas belong to. */
async function keysFor(deps: GridDeps, actor: OfficeActor): Promise<string[]> {
  const own = await areasOf(deps, actor, WATCHERS);
  const areas = [...(await deps.organization.findAreas(own)).values()];
  return [...own.map(id => `in:${id}`), ...new Set(areas.flatMap(({ lineage }) => lineage.map(id => `at:${id}`)))];
}

export async function getCampaign(deps: GridDeps, actor: OfficeActor, id: string): Promise<CampaignRecord> {
  const [record, keys] = await Promise.all([deps.walks.findCampaign(id), keysFor(deps, actor)]);
  if (!record?.keys.some(key => keys.includes(key))) throw new AppError('campaign.not_found');
  return record;
}

export const describeCampaign = async (deps: GridDeps, actor: OfficeActor, id: string): Promise<Campaign> =>
  present(deps, actor, await getCampaign(deps, actor, id));

/** Sends something out to areas one answers for; the same id and content again is the same campaign. */
export async function createCampaign(
  deps: GridDeps,
  actor: OfficeActor,
  input: RouteInput<'staff.grid.campaigns.create'>['body'],
): Promise<{ campaign: Campaign; isNew: boolean }> {
  const { id, title, from, to, targetPercent } = input;
  const contentHash = sha256(canonicalJson({ ...input, actor: actor.staffId }));
  const existing = await deps.walks.findCampaign(id);
  if (existing) {
    if (existing.contentHash !== contentHash) throw new AppError('id.conflict');
    return { campaign: await present(deps, actor, existing), isNew: false };
  }
  const named = await Promise.all(
    [...new Set(input.areaIds)].map(areaId => ownArea(deps, actor, { areaId, roles: SENDERS })),
  );
  // A grid named beside its community would be counted twice.
  const areas = named.filter(
    ({ _id, lineage }) => !named.some(other => other._id !== _id && lineage.includes(other._id)),
  );
  const items = [...new Set(input.items.map(itemKey))];
  const found = new Set((await itemsOf(deps, items)).map(itemKey));
  const missing = items.find(key => !found.has(key));
  if (missing) throw new AppError(kindOf(missing) === 'notice' ? 'notice.not_found' : 'consultation.not_found');
  const record: CampaignRecord = {
    ...{ _id: id, contentHash, title, items, from, to, targetPercent, createdBy: actor.staffId },
    unitId: unitOf(actor),
    areaIds: areas.map(({ _id }) => _id),
    keys: [
      ...areas.map(({ _id }) => `at:${_id}`),
      ...new Set(areas.flatMap(({ lineage }) => lineage.map(areaId => `in:${areaId}`))),
    ],
  };
  await deps.transaction(async tx => {
    await deps.walks.insertCampaign(record, tx);
    await deps.audit.add(actor, 'campaign.created', { collection: CAMPAIGNS, id }, tx);
  });
  return { campaign: await present(deps, actor, record), isNew: true };
}

const unitOf = ({ roles }: OfficeActor): string =>
  roles.find(({ role, unitId }) => (SENDERS as readonly string[]).includes(role) && unitId !== null)?.unitId ??
  district.informationOfficeUnitId;

/** Ends it before its day: yesterday was the last one. */
export async function closeCampaign(deps: GridDeps, actor: OfficeActor, id: string): Promise<Campaign> {
  const record = await getCampaign(deps, actor, id);
  const today = deps.clock.today();
  if (stateOf(record, today) === 'over') throw new AppError('campaign.closed');
  const { abilities } = await present(deps, actor, record);
  if (!abilities.close) throw new AppError('auth.forbidden');
  const to = addDays(today, -1);
  await deps.transaction(async tx => {
    await deps.walks.endCampaign(id, to, tx);
    await deps.audit.add(actor, 'campaign.closed', { collection: CAMPAIGNS, id }, tx);
  });
  return present(deps, actor, { ...record, to });
}
