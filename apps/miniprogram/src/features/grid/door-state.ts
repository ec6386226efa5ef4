import type { GridPack, GridRecord } from '@bandeng/contracts/types';
import { nextVisit, type Outbox, type VisitDue } from '@bandeng/rules';
import { lastBy } from './pack-store';
import type { OutboxEntry } from './unsent';
import type { Visit } from './words';

export type Building = GridPack['buildings'][number];
export type Door = Building['doors'][number];
type Campaign = GridPack['campaigns'][number];

/** A door with what this phone knows and the server does not yet. */
export interface WalkDoor extends Door {
  /** Its last visit waits in the outbox. */
  isWaiting: boolean;
  due: VisitDue | null;
  /** Somebody was spoken to since what is brought now began, or tried. */
  isVisited: boolean;
}
export interface WalkBuilding extends Omit<Building, 'doors'> {
  doors: WalkDoor[];
}

/** Campaigns that bring something to this grid today: all but those that name only other grids of the walk. */
export function campaignsFor(pack: GridPack, areaId: string, today: string): Campaign[] {
  const others = new Set(pack.buildings.map(building => building.areaId).filter(id => id !== areaId));
  return pack.campaigns.filter(
    ({ from, to, areaIds }) => from <= today && today <= to && areaIds.some(id => !others.has(id)),
  );
}

/** The buildings of the pack in the order of the walk, with the visits that still wait on this phone. */
export function walkOf(pack: GridPack, outbox: Outbox<OutboxEntry>, today: string): WalkBuilding[] {
  const waiting = new Map(
    outbox.records
      .map(({ body }) => body.data)
      .filter((data): data is Visit => isVisit(data))
      .map(visit => [visit.doorId, lastBy(visit)]),
  );
  const order = new Map(pack.areas.map(({ id }, at) => [id, at]));
  const place = ({ areaId }: Building) => order.get(areaId) ?? order.size;
  return [...pack.buildings]
    .sort((a, b) => place(a) - place(b) || a.position - b.position)
    .map(building => {
      const since = campaignsFor(pack, building.areaId, today)
        .map(({ from }) => from)
        .sort()[0];
      return {
        ...building,
        doors: building.doors.map(door => walkDoor(door, { pack, since, last: waiting.get(door.id) })),
      };
    });
}

const isVisit = (data: GridRecord | null): data is Visit => data?.kind === 'visit';

function walkDoor(
  door: Door,
  { pack, since, last: own }: { pack: GridPack; since: string | undefined; last: Door['last'] | undefined },
): WalkDoor {
  const isWaiting = own !== undefined && own !== null && (door.last === null || own.on >= door.last.on);
  const last = isWaiting ? own : door.last;
  return {
    ...door,
    last,
    isWaiting,
    due: nextVisit({ visitEveryDays: door.visitEveryDays, last }, pack.retryDays, door.since),
    isVisited: last !== null && (since === undefined || last.on >= since),
  };
}

export interface SeeAgain {
  building: WalkBuilding;
  door: WalkDoor;
  due: VisitDue;
}

/** Whom to see again today: promised first, then not at home, then regular; what has waited longest first. */
export function toSeeAgain(walk: readonly WalkBuilding[], today: string): SeeAgain[] {
  const rank = { follow_up: 0, not_home: 1, regular: 2 } as const;
  return walk
    .flatMap(building => building.doors.map(door => ({ building, door, due: door.due })))
    .filter((found): found is SeeAgain => found.due !== null && found.due.on <= today)
    .sort((a, b) => rank[a.due.why] - rank[b.due.why] || a.due.on.localeCompare(b.due.on));
}

/** Floors from the top down, each with its doors; those without a floor stand last. */
export function floorsOf(doors: readonly WalkDoor[]): { floor: number | null; doors: WalkDoor[] }[] {
  const floors = [...new Set(doors.map(({ floor }) => floor))].sort((a, b) => (b ?? -1_000) - (a ?? -1_000));
  return floors.map(floor => ({ floor, doors: doors.filter(door => door.floor === floor) }));
}
