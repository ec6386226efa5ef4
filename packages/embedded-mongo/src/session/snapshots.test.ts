import { Timestamp } from '@bandeng/mongo-documents/bson';
import type { Snapshot } from '../storage/store';
import { Snapshots } from './snapshots';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

const time = (t: number): Timestamp => new Timestamp({ t, i: 1 });

/** Snapshots on a store that only counts which views are held, at a time that the test moves. */
function setUp() {
  const released: number[] = [];
  const clock = { now: 0 };
  let taken = 0;
  const snapshot = (): Snapshot => {
    const batch = ++taken;
    return { kv: {} as never, batch, release: () => void released.push(batch) };
  };
  return { snapshots: new Snapshots({ snapshot }, () => clock.now), clock, released };
}

test('snapshot: read every 50 s -> served for an hour after it was taken, then refused and released', () => {
  const { snapshots, clock, released } = setUp();
  const view = snapshots.take(time(1));
  for (; clock.now <= HOUR; clock.now += 50 * SECOND) {
    snapshots.sweep();
    expect(snapshots.at(time(1))).toBe(view);
  }
  expect(released).toEqual([]);
  expect(() => snapshots.at(time(1))).toThrow(expect.objectContaining({ code: 246 }));
  expect(released).toEqual([1]);
});

test('snapshot: unread for more than a minute since its last use -> released by the sweep, refused', () => {
  const { snapshots, clock, released } = setUp();
  snapshots.take(time(1));
  clock.now = 40 * SECOND;
  snapshots.at(time(1));
  clock.now = 99 * SECOND;
  snapshots.sweep();
  expect(released).toEqual([]);
  clock.now = 101 * SECOND;
  snapshots.sweep();
  expect(released).toEqual([1]);
  expect(() => snapshots.at(time(1))).toThrow(expect.objectContaining({ code: 246 }));
});

test('snapshot: the sixty-fifth is taken -> the one longest unread goes, not the oldest', () => {
  const { snapshots, released } = setUp();
  for (let taken = 1; taken <= 64; taken += 1) snapshots.take(time(taken));
  snapshots.at(time(1));
  snapshots.take(time(65));
  expect(released).toEqual([2]);
  expect(snapshots.at(time(1)).batch).toBe(1);
});
