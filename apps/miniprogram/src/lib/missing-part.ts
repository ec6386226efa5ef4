import { create } from 'zustand';
import { flushDrafts } from './drafts';

/** `gone`: the server has it no more, or did not give it; `offline`: it is not on this phone yet. */
export type WhyMissing = 'gone' | 'offline';

const useMissingStore = create<{ why?: WhyMissing }>(() => ({}));

/** Why a page cannot be drawn: its script or its style could not be loaded. */
export const useMissingPart = (): WhyMissing | undefined => useMissingStore(state => state.why);

/** Address of a script or style of the build that could not be loaded (webpack's and mini-css-extract's errors). */
function missingPartOf(reason: unknown): string | undefined {
  const { name, code, request } = (reason ?? {}) as { name?: string; code?: string; request?: string };
  return name === 'ChunkLoadError' || code === 'CSS_CHUNK_LOAD_FAILED' ? (request ?? 'unknown') : undefined;
}

const KEY = 'bd:reloaded-for';

/** True once for each part: a second reload for the same one would go on for ever. Where nothing can be noted, never. */
function isFirstTime(part: string): boolean {
  try {
    if (sessionStorage.getItem(KEY) === part) return false;
    sessionStorage.setItem(KEY, part);
    return true;
  } catch {
    return false;
  }
}

/**
 * After a deployment a page that was left open asks for parts that are no more: it is loaded anew, once, and is the new
 * version then, at the same place; what was typed lies on the phone. Where that does not help, a page says so.
 */
export function watchMissingParts(reload: () => void = () => location.reload()): void {
  window.addEventListener('unhandledrejection', event => {
    const part = missingPartOf(event.reason);
    if (part === undefined) return;
    event.preventDefault();
    flushDrafts();
    if (!navigator.onLine) useMissingStore.setState({ why: 'offline' });
    else if (isFirstTime(part)) reload();
    else useMissingStore.setState({ why: 'gone' });
  });
}
