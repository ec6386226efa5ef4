import { canonicalJson } from '@bandeng/rules';
import type { RouteInput } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../http/actor';
import { AppError, invalidField } from '../../platform/errors';
import type { Platform } from '../../platform/platform';
import type { Tx } from '../../platform/transaction';
import type { Audit } from '../audit';
import type { AreaRecord, OrganizationRepository, PlaceRecord, Standing, UnitRecord } from './organization.repository';

export interface KeepDeps {
  platform: Pick<Platform, 'transaction' | 'versions' | 'clock'>;
  audit: Audit;
  repository: OrganizationRepository;
}

type Kind = 'areas' | 'units' | 'places';
const NOT_FOUND = { areas: 'area.not_found', units: 'unit.not_found', places: 'place.not_found' } as const;

/** One record written, with its audit entry; nothing when nothing is new. */
export async function keep<T extends { _id: string }>(
  { platform, audit }: Pick<KeepDeps, 'platform' | 'audit'>,
  given: {
    kind: Kind | 'rosters';
    actor: OfficeActor | 'system';
    before: T | null;
    record: T;
    write: (record: T, tx: Tx) => Promise<void>;
  },
  tx: Tx,
): Promise<T> {
  const { kind, actor, before, record, write } = given;
  const names = Object.keys(record) as (keyof T & string)[];
  const fields = names.filter(
    name => name !== '_id' && canonicalJson(record[name] ?? null) !== canonicalJson(before?.[name] ?? null),
  );
  if (before && fields.length === 0) return before;
  await write(record, tx);
  await platform.versions.bump('organization', tx);
  const action = before ? 'organization.changed' : 'organization.created';
  await audit.add(actor, action, { collection: kind, id: record._id, fields }, tx);
  return record;
}

export function assertOpen(record: Standing | null): void {
  if (record?.closedOn) throw new AppError('organization.closed');
}

/** What lies nowhere is the district's; a closed area takes nothing new. */
export async function getArea({ repository }: KeepDeps, field: string, areaId: string): Promise<AreaRecord> {
  const area = await repository.findArea(areaId);
  if (!area || area.closedOn) throw invalidField(field, `没有编号为 ${areaId} 的行政区划，或者停用了。`);
  return area;
}

export async function putUnit(
  deps: KeepDeps,
  actor: OfficeActor,
  id: string,
  body: RouteInput<'staff.units.put'>['body'],
): Promise<UnitRecord> {
  const { repository } = deps;
  const before = await repository.findUnit(id);
  assertOpen(before);
  if (body.areaId !== null && body.areaId !== before?.areaId) await getArea(deps, 'areaId', body.areaId);
  return deps.platform.transaction(async tx => {
    const position = before?.position ?? (await repository.nextPosition('units', tx));
    const record: UnitRecord = { _id: id, ...body, position };
    return keep(deps, { kind: 'units', actor, before, record, write: (one, t) => repository.putUnits([one], t) }, tx);
  });
}

export async function putPlace(
  deps: KeepDeps,
  actor: OfficeActor,
  id: string,
  body: RouteInput<'staff.places.put'>['body'],
): Promise<PlaceRecord> {
  const { repository } = deps;
  const [before = null] = await repository.findPlaces([id]);
  assertOpen(before);
  const { lineage } = await getArea(deps, 'areaId', body.areaId);
  return deps.platform.transaction(async tx => {
    const position = before?.position ?? (await repository.nextPosition('places', tx));
    const facets = [`kind:${body.kind}`, ...lineage.map(area => `area:${area}`)];
    const record: PlaceRecord = { _id: id, ...body, position, facets };
    return keep(deps, { kind: 'places', actor, before, record, write: (one, t) => repository.putPlaces([one], t) }, tx);
  });
}

/** A new name is the name of its part of the way in everything that lies in it. */
export async function putArea(
  deps: KeepDeps,
  actor: OfficeActor,
  id: string,
  body: RouteInput<'staff.areas.put'>['body'],
): Promise<AreaRecord> {
  const { repository } = deps;
  const before = await repository.findArea(id);
  assertOpen(before);
  for (const field of ['parentId', 'level'] as const)
    if (before && before[field] !== body[field]) throw invalidField(field, '定下以后不能改，要改请另起一个。');
  if (body.parentId === null && body.level !== 'district') throw invalidField('parentId', '只有区县没有上级');
  const parent = before || body.parentId === null ? null : await getArea(deps, 'parentId', body.parentId);
  return deps.platform.transaction(async tx => {
    const record: AreaRecord = {
      _id: id,
      ...body,
      lineage: before?.lineage ?? [...(parent?.lineage ?? []), id],
      path: [...(before?.path.slice(0, -1) ?? parent?.path ?? []), body.name],
      isPublic: body.level !== 'grid',
      position: before?.position ?? (await repository.nextPosition('areas', tx)),
    };
    if (before && before.name !== body.name) {
      const depth = record.path.length - 1;
      const inner = (await repository.listWithin(id, tx)).filter(area => area._id !== id);
      await repository.putAreas(
        inner.map(area => ({ ...area, path: area.path.map((name, at) => (at === depth ? body.name : name)) })),
        tx,
      );
    }
    return keep(deps, { kind: 'areas', actor, before, record, write: (one, t) => repository.putAreas([one], t) }, tx);
  });
}

/** Ends one from a day on, today at the latest: it is listed no more, what names it stays as it is. */
export async function closeKept<K extends Kind>(
  deps: KeepDeps,
  actor: OfficeActor,
  given: { kind: K; id: string; on: string },
): Promise<{ areas: AreaRecord; units: UnitRecord; places: PlaceRecord }[K]> {
  const { kind, id, on } = given;
  const { repository, platform, audit } = deps;
  const find = { areas: repository.findAreas, units: repository.findUnits, places: repository.findPlaces }[kind];
  const [record] = await find([id]);
  if (!record) throw new AppError(NOT_FOUND[kind]);
  assertOpen(record);
  if (on > platform.clock.today()) throw invalidField('on', '停用的日子不能在今天以后');
  // A closed unit takes no more requests.
  const closed = { ...record, closedOn: on, ...(kind === 'units' && { takesRequests: false }) };
  const write = { areas: repository.putAreas, units: repository.putUnits, places: repository.putPlaces }[kind];
  await platform.transaction(async tx => {
    if (kind === 'areas' && (await repository.hasOpenIn(id, tx))) throw new AppError('organization.in_use');
    await write([closed] as never, tx);
    await platform.versions.bump('organization', tx);
    const subject = { collection: kind, id, fields: ['closedOn'], from: 'active', to: 'closed' };
    await audit.add(actor, 'organization.closed', subject, tx);
  });
  return closed as never;
}
