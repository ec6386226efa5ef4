import type { Account, DeskSession } from '@bandeng/contracts/types';
import { useSyncExternalStore } from 'react';

/** Undefined: not known yet whether this browser is signed in; null: it is not. In memory only (API.md, Auth). */
type State = DeskSession | null | undefined;

let state: State;
const listeners = new Set<() => void>();

export function setSession(next: State): void {
  state = next;
  for (const listener of listeners) listener();
}

export const currentSession = (): State => state;

export const useSession = (): State =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => state,
  );

/** The account of who is signed in; pages are shown to nobody else. */
export function useAccount(): Account {
  const session = useSession();
  if (!session) throw new Error('nobody is signed in');
  return session.account;
}
