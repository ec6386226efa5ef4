import type { GridRecord } from '@bandeng/contracts/types';
import { scanText } from '@bandeng/rules';
import type { OfficeActor } from '../../http/actor';
import { startOfShanghaiDate } from '../../platform/clock';
import type { Tx } from '../../platform/transaction';
import { itemKey } from './campaigns';
import type { GridDeps } from './deps';
import type { DoorRecord } from './door.repository';
import { liesIn } from './grid.policy';
import type { Answer, Arrival } from './sync-records';
import type { VisitRecord } from './visit.model';

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

/**
 * Takes one visit in: the record, its door's last visit, and each item (with every campaign that brings it there) as having reached the
 * door. Two people at one door are two visits; the door counts as reached once.
 */
export async function takeVisit(
  deps: GridDeps,
  { actor, areaIds }: { actor: OfficeActor; areaIds: readonly string[] },
  { visit, arrival }: { visit: Visit; arrival: Arrival },
): Promise<Answer> {
  const { id, doorId } = visit;
  return deps.transaction(async (tx): Promise<Answer> => {
    const existing = await deps.visits.find(id, tx);
    if (existing) return known(existing, arrival.contentHash);
    const door = await deps.doors.findDoor(doorId, tx);
    if (!door || !liesIn(door.lineage, areaIds))
      return { id, result: 'rejected', reason: '这扇门不在你的网格里了，请问问街道，或者删掉这一条。' };
    const found = visit.note === null ? undefined : scanText(visit.note)[0];
    if (found) return { id, result: 'rejected', reason: '备注里有像证件号、电话号码的内容，请删掉它再交。' };
    const record = recordOf(actor, { visit, door, arrival });
    await deps.visits.insert(record, tx);
    const { on, reaction, followUpOn } = record;
    if (!door.last || on >= door.last.on) await deps.doors.setLast(doorId, { on, reaction, followUpOn }, tx);
    if (REACHED.includes(reaction)) await reach(deps, { record, door }, tx);
    return { id, result: 'accepted', isLate: arrival.isLate };
  });
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

async function reach(
  deps: GridDeps,
  { record, door }: { record: VisitRecord; door: DoorRecord },
  tx: Tx,
): Promise<void> {
  const running = record.items.length > 0 ? await deps.walks.listRunning(door.lineage, record.on) : [];
  const campaigns = running.filter(({ items }) => items.some(item => record.items.includes(item)));
  const { _id: doorId, buildingId, lineage } = door;
  for (const item of [...record.items, ...campaigns.map(({ _id }) => `campaign:${_id}`)])
    await deps.visits.reach({ item, doorId, buildingId, lineage, channel: record.way, dayStart: record.dayStart }, tx);
}
