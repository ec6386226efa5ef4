/** Time as the app sees it. `now` may be moved by NOW (demo) or a test; `wall` is the machine's own and is used for leases, backoff and rate windows only. */
export interface Clock {
  now(): Date;
  wall(): Date;
  /** Today's date in Asia/Shanghai, YYYY-MM-DD: the date the law counts by. */
  today(): string;
}

export interface FakeClock extends Clock {
  set(instant: string | Date): void;
  advance(milliseconds: number): void;
}

/** China keeps UTC+8 all year (no summer time since 1991). */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

export function shanghaiDate(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** Midnight at which a Shanghai date begins, as an instant. */
export function startOfShanghaiDate(date: string): Date {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) - SHANGHAI_OFFSET_MS);
}

/** A clock that starts at `startAt` (or the real time) and runs on from there. */
export function createClock(startAt?: Date): Clock {
  const offset = startAt ? startAt.getTime() - Date.now() : 0;
  const now = () => new Date(Date.now() + offset);
  return { now, wall: () => new Date(), today: () => shanghaiDate(now()) };
}

/** A clock that stands still until a test moves it. */
export function createFakeClock(start: string | Date): FakeClock {
  let current = new Date(start).getTime();
  const now = () => new Date(current);
  return {
    now,
    wall: () => new Date(),
    today: () => shanghaiDate(now()),
    set: instant => {
      current = new Date(instant).getTime();
    },
    advance: milliseconds => {
      current += milliseconds;
    },
  };
}
