import { useAccount } from './session';

/** The unit this person wrote something down for last, kept in this browser: whoever works for several mostly stays at one window. */
export function useLastUnit(place: string): { last: string | undefined; keep: (unitId: string) => void } {
  const key = `bandeng.unit.${useAccount().id}.${place}`;
  return { last: read(key), keep: unitId => write(key, unitId) };
}

function read(key: string): string | undefined {
  try {
    return window.localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(key: string, unitId: string): void {
  try {
    window.localStorage.setItem(key, unitId);
  } catch {
    // A browser that keeps nothing: it is chosen again next time.
  }
}
