import type { RouteInput } from '@bandeng/contracts/types';
import { AppError, invalidField } from '../../../platform/errors';
import type { Platform } from '../../../platform/platform';
import type { Tx } from '../../../platform/transaction';
import type { OfficeActor } from '../../../http/actor';
import { assertOpen, getArea, keep, type KeepDeps } from '../keep-organization';
import type { RosterRecord, RosterRepository } from './roster.repository';

export interface RosterDeps extends KeepDeps {
  platform: Pick<Platform, 'transaction' | 'versions' | 'clock'>;
  rosters: RosterRepository;
}

type Given = RouteInput<'staff.rosters.put'>['body'];
export type Keeper = OfficeActor | 'system';

/** Of what somebody holds a post: the first of the two must be named. */
const PLACE_OF = {
  head: 'unitId',
  information_officer: 'unitId',
  spokesperson: 'unitId',
  grid_worker: 'areaId',
  expert: null,
  representative: null,
} as const;
/** Posts that one person holds at a time. */
const SINGLE: readonly Given['post'][] = ['head'];

/** Writes who is responsible for what since when, or mends it. Who is out of office stays as it was. */
export async function putRoster(deps: RosterDeps, actor: Keeper, id: string, given: Given): Promise<RosterRecord> {
  const facets = await facetsOf(deps, given);
  return deps.platform.transaction(tx => writeRoster(deps, actor, { _id: id, ...given, closedOn: null, facets }, tx));
}

async function writeRoster(deps: RosterDeps, actor: Keeper, record: RosterRecord, tx: Tx): Promise<RosterRecord> {
  const { rosters } = deps;
  const before = await rosters.find(record._id, tx);
  assertOpen(before);
  for (const field of ['post', 'unitId', 'areaId'] as const)
    if (before && before[field] !== record[field]) throw invalidField(field, '定下以后不能改，请结束这一条再另记。');
  if (SINGLE.includes(record.post)) await assertFree(deps, record, tx);
  return keep(deps, { kind: 'rosters', actor, before, record, write: rosters.put }, tx);
}

/** Two at once would leave open who was responsible. */
async function assertFree({ rosters }: RosterDeps, record: RosterRecord, tx: Tx): Promise<void> {
  const { _id, post, unitId, since, closedOn } = record;
  const held = await rosters.listAll({ facets: [`post:${post}`, `unit:${unitId}`] }, tx);
  const isHeld = held.some(
    other =>
      other._id !== _id &&
      (closedOn === null || other.since < closedOn) &&
      (other.closedOn === null || since < other.closedOn),
  );
  if (isHeld) throw new AppError('roster.held');
}

/** A grid worker is of an area, an officer of a unit; what is closed takes nobody new. */
async function facetsOf(deps: RosterDeps, { post, unitId, areaId, isPublic }: Given): Promise<string[]> {
  const must = PLACE_OF[post];
  if (must === 'unitId' && unitId === null) throw invalidField('unitId', '请选单位');
  if (must === 'areaId' && areaId === null) throw invalidField('areaId', '请选他负责的地方');
  if (isPublic && unitId === null) throw invalidField('isPublic', '公开的写在单位名下，请选单位');
  const unit = unitId === null ? null : await deps.repository.findUnit(unitId);
  if (unitId !== null && (!unit || unit.closedOn)) throw invalidField('unitId', '没有这个单位，或者停用了。');
  const { lineage } = areaId === null ? { lineage: [] } : await getArea(deps, 'areaId', areaId);
  return [`post:${post}`, ...(unit ? [`unit:${unit._id}`] : []), ...lineage.map(id => `area:${id}`)];
}

/** Out of office from a day on, today at the latest. Who it was can be found by date for good; nobody has to be called there any more. */
export async function closeRoster(deps: RosterDeps, actor: OfficeActor, id: string, on: string): Promise<RosterRecord> {
  const { rosters, platform, audit } = deps;
  return platform.transaction(async tx => {
    const record = await rosters.find(id, tx);
    if (!record) throw new AppError('roster.not_found');
    assertOpen(record);
    if (on > platform.clock.today()) throw invalidField('on', '结束的日子不能在今天以后');
    if (on < record.since) throw invalidField('on', '结束的日子不能在开始以前');
    const closed = { ...record, closedOn: on, phone: null };
    await rosters.put(closed, tx);
    await platform.versions.bump('organization', tx);
    const subject = { collection: 'rosters', id, fields: ['closedOn', 'phone'], from: 'active', to: 'closed' };
    await audit.add(actor, 'organization.closed', subject, tx);
    return closed;
  });
}

export type LoadedRoster = Given & { id: string; closedOn: string | null };

/** Puts in those who are not there yet, of former times too: for demo data. */
export async function loadRosters(deps: RosterDeps, entries: readonly LoadedRoster[]): Promise<void> {
  const records: RosterRecord[] = [];
  for (const { id, ...given } of entries) records.push({ _id: id, ...given, facets: await facetsOf(deps, given) });
  await deps.platform.transaction(async tx => {
    for (const record of records)
      if (!(await deps.rosters.find(record._id, tx))) await writeRoster(deps, 'system', record, tx);
  });
}
