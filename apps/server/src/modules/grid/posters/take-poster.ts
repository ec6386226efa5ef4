import type { GridRecord } from '@bandeng/contracts/types';
import { addDays, scanText } from '@bandeng/rules';
import type { OfficeActor } from '../../../http/actor';
import { startOfShanghaiDate } from '../../../platform/clock';
import type { AreaRecord } from '../../organization';
import { itemKey } from '../campaigns';
import type { GridDeps } from '../deps';
import { liesIn } from '../grid.policy';
import type { Answer, Arrival } from '../sync-records';
import { hangingKeys, type PosterRecord } from './poster.repository';

type PosterUp = Extract<GridRecord, { kind: 'poster' }>;

/** Longer than this nothing is news. */
const MOST_DAYS = 366;

/**
 * Takes in that a poster hangs. What it is of may have been taken back meanwhile: it hangs all the same, and the next pack sends
 * somebody to take it down.
 */
export async function takePoster(
  deps: GridDeps,
  { actor, areaIds }: { actor: OfficeActor; areaIds: readonly string[] },
  { poster, arrival }: { poster: PosterUp; arrival: Arrival },
): Promise<Answer> {
  const { id } = poster;
  const existing = await deps.posters.find(id);
  if (existing) return known(existing, arrival.contentHash);
  const area = await deps.organization.findArea(poster.areaId);
  if (!area || !liesIn(area.lineage, areaIds))
    return { id, result: 'rejected', reason: '这个地方不在你的网格里了，请问问街道，或者换个地方再交。' };
  const reason = await refusalOf(deps, poster, { area, on: arrival.on });
  if (reason !== null) return { id, result: 'rejected', reason };
  await deps.transaction(tx => deps.posters.insert(recordOf(actor, { poster, area, arrival }), tx));
  return { id, result: 'accepted', isLate: arrival.isLate };
}

/** Why a poster is not taken, in words the worker can act on. */
async function refusalOf(
  deps: GridDeps,
  { buildingId, place, takeDownOn }: PosterUp,
  { area, on }: { area: AreaRecord; on: string },
): Promise<string | null> {
  if (scanText(place).length > 0) return '地方写得太细了：写公示栏、楼门口，不写哪一户、电话、证件号。';
  if (takeDownOn < on || takeDownOn > addDays(on, MOST_DAYS))
    return '揭下来的日子要在贴的那天以后、一年以内，请改一下。';
  if (buildingId === null) return null;
  const building = await deps.doors.findBuilding(buildingId);
  return building && liesIn(building.lineage, [area._id])
    ? null
    : '这栋楼不在这个网格里了，请重新下载走访包，再选一次楼。';
}

function recordOf(
  { staffId }: OfficeActor,
  { poster, area, arrival }: { poster: PosterUp; area: AreaRecord; arrival: Arrival },
): PosterRecord {
  const { id, buildingId, place, takeDownOn } = poster;
  const { contentHash, on, isLate } = arrival;
  const item = itemKey(poster.item);
  return {
    ...{ _id: id, contentHash, staffId, item, areaId: area._id, lineage: area.lineage, buildingId, place, on },
    ...{ takeDownOn, downOn: null, downId: null, photoIds: [], isLate, dayStart: startOfShanghaiDate(on) },
    keys: hangingKeys([item], area.lineage),
  };
}

function known({ _id: id, contentHash, on, place }: PosterRecord, sent: string): Answer {
  if (contentHash === sent) return { id, result: 'known' };
  const reason = '这一条已经交过，内容不一样。留下已有的，或者把手里的另记一条。';
  return { id, result: 'conflict', reason, current: [on, place] };
}
