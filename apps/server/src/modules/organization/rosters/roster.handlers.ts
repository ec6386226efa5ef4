import type { RosterEntry, UnitContact } from '@bandeng/contracts/types';
import { hasRole, type OfficeActor } from '../../../http/actor';
import { defineHandlers } from '../../../http/handlers';
import { closeRoster, putRoster, type RosterDeps } from './keep-roster';
import type { RosterRecord } from './roster.repository';

/** Those in office today who are shown to everybody; the head first, as the posts are listed. */
export async function contactsOf({ rosters, platform }: RosterDeps, unitId: string): Promise<UnitContact[]> {
  const inOffice = await rosters.listAll({ facets: [`unit:${unitId}`], on: platform.clock.today() });
  return inOffice
    .filter(({ isPublic }) => isPublic)
    .sort((a, b) => PUBLIC_ORDER.indexOf(a.post) - PUBLIC_ORDER.indexOf(b.post) || (a._id < b._id ? -1 : 1))
    .map(({ post, name, duty, phone }) => ({ post, name, duty, phone }));
}
/** Whom a resident looks for stands first. */
const PUBLIC_ORDER: readonly RosterRecord['post'][] = [
  'information_officer',
  'head',
  'spokesperson',
  'grid_worker',
  'expert',
  'representative',
];

export function rosterHandlers(deps: RosterDeps) {
  const { repository } = deps;

  async function present(records: readonly RosterRecord[], actor: OfficeActor): Promise<RosterEntry[]> {
    const idsOf = (field: 'unitId' | 'areaId') => [...new Set(records.flatMap(record => record[field] ?? []))];
    const units = new Map((await repository.findUnits(idsOf('unitId'))).map(({ _id, name }) => [_id, name]));
    const areas = new Map(
      (await repository.findAreas(idsOf('areaId'))).map(({ _id, name, path }) => [
        _id,
        path.slice(1).join(' · ') || name,
      ]),
    );
    const refOf = (names: Map<string, string>, id: string | null) =>
      id === null ? null : { id, name: names.get(id) ?? id };
    const seesPhones = hasRole(actor, 'admin');
    return records.map(({ _id, unitId, areaId, phone, facets: _facets, ...rest }) => ({
      id: _id,
      ...rest,
      unit: refOf(units, unitId),
      area: refOf(areas, areaId),
      phone: seesPhones || rest.isPublic ? phone : null,
    }));
  }
  const presentOne = async (record: RosterRecord, actor: OfficeActor) => (await present([record], actor))[0]!;

  return defineHandlers({
    'staff.rosters.list': async ({ query, actor }) => {
      const { post, unit, area, on } = query;
      const facets = Object.entries({ post, unit, area }).flatMap(([name, value]) => (value ? `${name}:${value}` : []));
      const { items, nextCursor } = await deps.rosters.listPage({ facets, on }, query);
      return { items: await present(items, actor), nextCursor };
    },
    'staff.rosters.put': async ({ params, body, actor }) =>
      presentOne(await putRoster(deps, actor, params.id, body), actor),
    'staff.rosters.close': async ({ params, body, actor }) =>
      presentOne(await closeRoster(deps, actor, params.id, body.on), actor),
  });
}
