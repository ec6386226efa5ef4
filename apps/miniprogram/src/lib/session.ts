import { create } from 'zustand';
import { forgetKept } from './kept';
import { readStored, removeStored, writeStored } from './storage';
import { userFiles } from './user-files';

/** What the app itself needs of an account; features ask /me for the rest. */
export interface SessionAccount {
  id: string;
  displayName?: string;
  /** As they were at login: a worker is one without a network too. */
  roles?: readonly { role: string }[];
}

export interface Session {
  accessToken: string;
  refreshToken: string;
  /** Seals what was not sent yet; it goes with the session. Missing in one that began before there was any. */
  sealKey?: string;
  account: SessionAccount;
}

interface SessionState {
  session: Session | undefined;
}

const useSessionStore = create<SessionState>(() => ({ session: readStored<Session>('session') }));

export const currentSession = (): Session | undefined => useSessionStore.getState().session;

/** The account that is logged in, or undefined; re-renders when it changes. */
export const useAccount = (): SessionAccount | undefined => useSessionStore(state => state.session?.account);

export function startSession(session: Session): void {
  writeStored('session', session);
  useSessionStore.setState({ session });
}

/** New tokens for the same account, after a refresh. */
export function renewSession(tokens: Pick<Session, 'accessToken' | 'refreshToken'>): void {
  const session = currentSession();
  if (session) startSession({ ...session, ...tokens });
}

/** Logs this phone out. What the account read goes with it, also the doors of a walk; what is unsent stays, sealed where it is a walk's. */
export function endSession(): void {
  const session = currentSession();
  if (session) forgetKept(session.account.id);
  userFiles.remove('pack');
  removeStored('session');
  useSessionStore.setState({ session: undefined });
}

/** Calls back when another account is here, or none. `before` is who was here until now. */
export function onAccountChange(listener: (before: string | undefined) => void): void {
  useSessionStore.subscribe((state, earlier) => {
    const before = earlier.session?.account.id;
    if (state.session?.account.id !== before) listener(before);
  });
}
