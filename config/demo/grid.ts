import { chance } from './lib/chance';
import { dateOf, type Dates } from './lib/dates';
import type { DemoBrought, DemoBuilding, DemoGridWork, LocalDate } from './types';

const COMMUNITY = 'liuying-huaiying';
const grid = (number: number): string => `${COMMUNITY}-g${number}`;
/** Who walks which grid. */
const WORKERS = [
  ['grid', grid(1)],
  ['grid', grid(3)],
  ['grid2', grid(2)],
  ['grid2', grid(4)],
] as const;
const workerOf = (gridId: string): string => WORKERS.find(([, id]) => id === gridId)?.[0] ?? 'grid';

/** Key, grid, compound, name; units, floors, doors on a floor. */
const BUILDINGS: readonly [string, string, string, string, number, number, number][] = [
  ['east-1', grid(1), '槐影东里', '1 号楼', 2, 6, 2],
  ['east-2', grid(1), '槐影东里', '2 号楼', 2, 6, 2],
  ['east-3', grid(1), '槐影东里', '3 号楼', 3, 6, 2],
  ['east-4', grid(2), '槐影东里', '4 号楼', 2, 6, 2],
  ['east-5', grid(2), '槐影东里', '5 号楼', 1, 9, 2],
  ['yard-9', grid(2), '', '槐影巷 9 号院', 0, 1, 3],
  ['west-1', grid(3), '槐影西里', '1 号楼', 3, 6, 2],
  ['west-2', grid(3), '槐影西里', '2 号楼', 2, 6, 2],
  ['west-3', grid(3), '槐影西里', '3 号楼', 2, 6, 2],
  ['grain-1', grid(4), '粮站宿舍', '1 号楼', 2, 5, 2],
  ['grain-2', grid(4), '粮站宿舍', '2 号楼', 1, 6, 2],
  ['yard-7', grid(4), '', '槐影巷 7 号院', 0, 1, 3],
];

function doorsOf(building: string, [units, floors, onFloor]: readonly [number, number, number]): DemoBuilding['doors'] {
  const luck = chance(`doors:${building}`);
  const unitNames = units === 0 ? [''] : Array.from({ length: units }, (_, at) => `${at + 1} 单元`);
  return unitNames.flatMap((unit, unitAt) =>
    Array.from({ length: floors * onFloor }, (_, at) => {
      const floor = Math.floor(at / onFloor) + 1;
      const number = units === 0 ? `${at + 1}` : `${floor}0${(at % onFloor) + 1}`;
      const visitEveryDays = luck.int(1, 12) === 1 ? luck.pick([7, 14, 30]) : null;
      return { key: `${building}-${unitAt + 1}-${number}`, unit, floor, number, visitEveryDays };
    }),
  );
}

const buildings = (): DemoBuilding[] =>
  BUILDINGS.map(([key, gridId, compound, name, ...size], at) => ({
    ...{ key, gridId, compound, name, doors: doorsOf(key, size) },
    position: BUILDINGS.slice(0, at + 1).filter(([, of]) => of === gridId).length,
  }));

/** Out of twenty visits; what is not drawn is somebody who knew now. */
const REACTIONS: readonly [DemoGridWork['visits'][number]['reaction'], number][] = [
  ['not_home', 4],
  ['question', 3],
  ['opinion', 2],
  ['wants_information', 1],
  ['declined', 1],
];

interface Walk {
  name: string;
  /** Which share of a building's doors was gone to, in per cent, by grid. */
  share: Readonly<Record<string, number>>;
  /** Days of the walk, counted from the day of the load. */
  days: readonly [number, number];
  brought: DemoBrought;
}

/** Doors in the order one walks past them, some left out; where nobody was at home, every other one is tried again. */
function visitsOf(d: Dates, walk: Walk): DemoGridWork['visits'] {
  const luck = chance(`walk:${walk.name}`);
  const [first, last] = walk.days;
  const gone = buildings().flatMap(({ gridId, doors }) =>
    luck.some(doors, Math.round((doors.length * (walk.share[gridId] ?? 0)) / 100)).map(door => ({ gridId, door })),
  );
  return gone.flatMap(({ gridId, door }, at) => {
    const offset = first + Math.floor((at * (last - first)) / gone.length);
    const reaction = drawn(luck.int(1, 20));
    const visit = {
      ...{ key: `${walk.name}-${door.key}`, worker: workerOf(gridId), door: door.key, brought: walk.brought, reaction },
      ...{ on: on(d, offset), way: luck.int(1, 10) === 1 ? ('phone' as const) : ('door' as const) },
      followUpOn: reaction === 'question' ? d.day(Math.max(offset, -2) + 5) : null,
    };
    if (reaction !== 'not_home' || at % 2 === 1) return [visit];
    return [visit, { ...visit, key: `${visit.key}-again`, on: on(d, offset + 1), reaction: 'knew' as const }];
  });
}

function drawn(number: number): DemoGridWork['visits'][number]['reaction'] {
  let upTo = 0;
  for (const [reaction, count] of REACTIONS) {
    upTo += count;
    if (number <= upTo) return reaction;
  }
  return 'knew';
}

const on = (d: Dates, offset: number): LocalDate => dateOf(d.anyDayAt(offset, '16:00'));

/** Doors of one community: who walks to them, what is brought now, what was brought before, whom it reached. */
export function gridWorkFor(d: Dates): DemoGridWork {
  const meals: DemoBrought = { notices: ['meal-places'], consultations: ['elderly-catalog'] };
  const shots: DemoBrought = { notices: ['flu-shots'], consultations: [] };
  return {
    since: d.day(-60),
    buildings: buildings(),
    assignments: WORKERS.map(([worker, gridId]) => ({
      ...{ key: gridId, worker, gridId, from: d.day(-60), to: null },
    })),
    campaigns: [
      {
        ...{ key: 'meals', title: '助餐补贴改不改，上门说一声', by: 'street', brought: meals },
        ...{ areaIds: [COMMUNITY], from: d.day(-6), to: d.day(9), targetPercent: 95 },
      },
      {
        ...{ key: 'shots', title: '流感疫苗哪里打，送到第 2、第 4 网格', by: 'street', brought: shots },
        ...{ areaIds: [grid(2), grid(4)], from: d.day(-19), to: d.day(-8), targetPercent: 80 },
      },
    ],
    visits: [
      ...visitsOf(d, { name: 'shots', share: { [grid(2)]: 80, [grid(4)]: 74 }, days: [-19, -9], brought: shots }),
      ...visitsOf(d, { name: 'meals', share: { [grid(1)]: 50, [grid(2)]: 34 }, days: [-6, -1], brought: meals }),
    ],
  };
}
