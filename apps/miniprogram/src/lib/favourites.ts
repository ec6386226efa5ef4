import { create } from 'zustand';
import { now } from './clock';
import { readStored, writeStored } from './storage';

/** A notice someone wants to find again; kept on this phone, no login needed. */
export interface Favourite {
  id: string;
  title: string;
  unitName: string;
  savedAt: string;
}

/** More than this nobody finds again. */
const most = 200;

const useFavouriteStore = create<{ items: Favourite[] }>(() => ({
  items: readStored<Favourite[]>('favourites') ?? [],
}));

export const useFavourites = (): Favourite[] => useFavouriteStore(state => state.items);

export const useIsFavourite = (id: string): boolean =>
  useFavouriteStore(state => state.items.some(item => item.id === id));

/** Adds, or takes away what was there. Returns whether it is a favourite now. */
export function toggleFavourite(thing: Omit<Favourite, 'savedAt'>): boolean {
  const { items } = useFavouriteStore.getState();
  const had = items.some(item => item.id === thing.id);
  const left = items.filter(item => item.id !== thing.id);
  const next = had ? left : [{ ...thing, savedAt: now().toISOString() }, ...left].slice(0, most);
  useFavouriteStore.setState({ items: next });
  writeStored('favourites', next);
  return !had;
}
