import type { GridRecord } from '@bandeng/contracts/types';
import { scanText } from '@bandeng/rules';
import type { OfficeActor } from '../../http/actor';
import { startOfShanghaiDate } from '../../platform/clock';
import { itemKey } from './campaigns';
import type { GridDeps } from './deps';
import type { DoorRecord } from './door.repository';
import { liesIn } from './grid.policy';
import { groupBy } from './group-by';
import type { Answer, Arrival } from './sync-records';
import type { VisitRecord } from './visit.model';
import type { Reach } from './visit.repository';
import type { CampaignRecord } from './walk.repository';

type Visit = Extract<GridRecord, { kind: 'visit' }>;

const REACTION_WORDS: Record<VisitRecord['reaction'], string> = {
  knew: '知道了',
  question: '有疑问',
  opinion: '提了意见',
  wants_information: '想要信息',
  not_home: '不在家',
  declined: '不愿意谈',
};
/** Whoever was not there, or did not want to, was not reached. */
const REACHED: readonly VisitRecord['reaction'][] = ['knew', 'question', 'opinion', 'wants_information'];

export interface Arrived {
  visit: Visit;
  arrival: Arrival;
}

/**
 * Takes visits in, all of a batch in one transaction: the records, the last visit of each door, and each item (with every campaign that
 * brings it there) as having reached its door. One that cannot be taken keeps back none of the others. Two people at one door are two
 * visits; the door counts as reached once.
 * @returns an answer for each, in their order
 */
export async function takeVisits(
  deps: GridDeps,
  { actor, areaIds }: { actor: OfficeActor; areaIds: readonly string[] },
  arrived: readonly Arrived[],
): Promise<Answer[]> {
  if (arrived.length === 0) return [];
  return deps.transaction(async tx => {
    const ids = arrived.map(({ visit }) => visit.id);
    const existing = await deps.visits.findAll(ids, tx);
    const doors = await deps.doors.findDoors([...new Set(arrived.map(({ visit }) => visit.doorId))], tx);
    const [kept, doorOf] = [byId<VisitRecord>(existing), byId<DoorRecord>(doors)];
    const taken: { record: VisitRecord; door: DoorRecord }[] = [];
    const answers = arrived.map(({ visit, arrival }): Answer => {
      const { id } = visit;
      const before = kept.get(id);
      if (before) return known(before, arrival.contentHash);
      const door = doorOf.get(visit.doorId);
      const reason = refusalOf(visit, door, areaIds);
      if (reason !== null || !door) return { id, result: 'rejected', reason: reason ?? '' };
      const record = recordOf(actor, { visit, door, arrival });
      kept.set(id, record);
      taken.push({ record, door });
      return { id, result: 'accepted', isLate: arrival.isLate };
    });
    await deps.visits.insertAll(
      taken.map(({ record }) => record),
      tx,
    );
    await deps.doors.setLasts(lastsOf(taken), tx);
    await deps.visits.reachAll(await reachesOf(deps, taken), tx);
    return answers;
  });
}

const byId = <T extends { _id: string }>(records: readonly T[]) => new Map(records.map(record => [record._id, record]));

/** Why a visit is not taken, in words the worker can act on. */
function refusalOf({ note }: Visit, door: DoorRecord | undefined, areaIds: readonly string[]): string | null {
  if (!door || !liesIn(door.lineage, areaIds)) return '这扇门不在你的网格里了，请问问街道，或者删掉这一条。';
  const hasNumber = note !== null && scanText(note).length > 0;
  return hasNumber ? '备注里有像证件号、电话号码的内容，请删掉它再交。' : null;
}

/** The newest visit of each door; of one day the one that came last. */
function lastsOf(taken: readonly { record: VisitRecord; door: DoorRecord }[]): Map<string, DoorRecord['last']> {
  const lasts = new Map<string, DoorRecord['last']>();
  for (const { record, door } of taken) {
    const { on, reaction, followUpOn } = record;
    const last = lasts.get(door._id) ?? door.last;
    if (!last || on >= last.on) lasts.set(door._id, { on, reaction, followUpOn });
  }
  return lasts;
}

function known(existing: VisitRecord, contentHash: string): Answer {
  const { _id: id, on, reaction } = existing;
  if (existing.contentHash === contentHash) return { id, result: 'known' };
  const reason = '这一条已经交过，内容不一样。留下已有的，或者把手里的另记一条。';
  return {
    id,
    result: 'conflict',
    reason,
    current: [on, REACTION_WORDS[reaction], existing.note ?? ''].filter(Boolean),
  };
}

function recordOf(
  { staffId }: OfficeActor,
  { visit, door, arrival }: { visit: Visit; door: DoorRecord; arrival: Arrival },
): VisitRecord {
  const { id, way, reaction, followUpOn, note, items } = visit;
  const { contentHash, on, isLate } = arrival;
  return {
    ...{ _id: id, contentHash, staffId, doorId: door._id, buildingId: door.buildingId, lineage: door.lineage },
    ...{ on, way, items: [...new Set(items.map(itemKey))], reaction, followUpOn, note, isLate },
    dayStart: startOfShanghaiDate(on),
  };
}

async function reachesOf(
  deps: GridDeps,
  taken: readonly { record: VisitRecord; door: DoorRecord }[],
): Promise<Reach[]> {
  const reaching = taken.filter(({ record }) => REACHED.includes(record.reaction) && record.items.length > 0);
  // A batch is of one walk: few grids and few days.
  const walks = groupBy(reaching, ({ record, door }) => `${door.areaId}|${record.on}`);
  const reaches: Reach[] = [];
  for (const ofWalk of walks.values()) {
    const { door, record } = ofWalk[0]!;
    const running = await deps.walks.listRunning(door.lineage, record.on);
    reaches.push(...ofWalk.flatMap(one => reachesOfVisit(one, running)));
  }
  return reaches;
}

function reachesOfVisit(
  { record, door }: { record: VisitRecord; door: DoorRecord },
  running: readonly CampaignRecord[],
): Reach[] {
  const campaigns = running.filter(({ items }) => items.some(item => record.items.includes(item)));
  const { _id: doorId, buildingId, lineage } = door;
  const place = { doorId, buildingId, lineage, channel: record.way, dayStart: record.dayStart };
  return [...record.items, ...campaigns.map(({ _id }) => `campaign:${_id}`)].map(item => ({ item, ...place }));
}
