import { create } from 'zustand';
import { readStored, writeStored } from '@/lib/storage';

/** Ids of buildings in the order somebody walks them; on this phone only, for whoever uses it. */
const useStore = create<{ order: readonly string[] }>(() => ({ order: readStored<string[]>('grid-order') ?? [] }));

export const useWalkOrder = (): readonly string[] => useStore().order;

/**
 * Buildings in one's own order; those it does not know stand where the office put them, behind the one they came after.
 * @param buildings in the office's order
 */
export function inOwnOrder<T extends { id: string }>(buildings: readonly T[], order: readonly string[]): T[] {
  const known = buildings.filter(({ id }) => order.includes(id));
  const sorted = known.sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
  buildings.forEach((building, at) => {
    if (order.includes(building.id)) return;
    const before = buildings[at - 1];
    sorted.splice(before ? sorted.indexOf(before) + 1 : 0, 0, building);
  });
  return sorted;
}

/** The ids with one of them a place nearer to the beginning. */
export function movedUp(ids: readonly string[], id: string): string[] {
  const at = ids.indexOf(id);
  return at < 1 ? [...ids] : [...ids.slice(0, at - 1), id, ids[at - 1]!, ...ids.slice(at + 1)];
}

/** Remembers the order; an empty one is the office's again. False when the phone is full. */
export function rememberOrder(order: readonly string[]): boolean {
  const isWritten = writeStored('grid-order', order);
  if (isWritten) useStore.setState({ order });
  return isWritten;
}
