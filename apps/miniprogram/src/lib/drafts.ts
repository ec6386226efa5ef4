import { create } from 'zustand';
import { now } from './clock';
import { readStored, writeStored } from './storage';

/**
 * Never lose a word that someone typed (PRODUCT.md, principle 6): text lies on the phone under a key until the server
 * has confirmed it. The id the thing will have is part of the draft, so that a repeat sends the same id.
 */
export type DraftState = 'saved' | 'sending' | 'sent';

export interface Draft<T = unknown> {
  key: string;
  id: string;
  value: T;
  state: DraftState;
  /** Instant of the last change, ISO 8601. */
  savedAt: string;
}

interface DraftStore {
  drafts: Record<string, Draft>;
}

/** What was on its way when the app was closed was not confirmed: it is a draft again, under the same id. */
function restore(): Record<string, Draft> {
  const stored = readStored<Record<string, Draft>>('drafts') ?? {};
  const drafts: Record<string, Draft> = {};
  for (const [key, draft] of Object.entries(stored)) {
    if (draft.state !== 'sent') drafts[key] = { ...draft, state: 'saved' };
  }
  return drafts;
}

const useDraftStore = create<DraftStore>(() => ({ drafts: restore() }));

let timer: ReturnType<typeof setTimeout> | undefined;

/** Writes every 400 ms while someone types, and at once when it matters. Returns false when the phone is full. */
function persist(atOnce: boolean): boolean {
  if (!atOnce) {
    timer ??= setTimeout(() => persist(true), 400);
    return true;
  }
  if (timer) clearTimeout(timer);
  timer = undefined;
  return writeStored('drafts', useDraftStore.getState().drafts);
}

function put(draft: Draft, atOnce: boolean): boolean {
  useDraftStore.setState(state => ({ drafts: { ...state.drafts, [draft.key]: draft } }));
  return persist(atOnce);
}

export const readDraft = <T>(key: string): Draft<T> | undefined =>
  useDraftStore.getState().drafts[key] as Draft<T> | undefined;

/** Keeps what was typed. `id` is the id of the thing to be; a draft keeps the first one it was given. */
export function saveDraft<T>(key: string, id: string, value: T): void {
  const known = readDraft<T>(key);
  put({ key, id: known?.id ?? id, value, state: 'saved', savedAt: now().toISOString() }, false);
}

/** Marks a draft, and writes it before the call leaves. */
export function markDraft(key: string, state: DraftState): void {
  const known = readDraft(key);
  if (known) put({ ...known, state }, true);
}

/** Removes a draft: the server has it, or its author threw it away. */
export function dropDraft(key: string): void {
  useDraftStore.setState(({ drafts }) => {
    const { [key]: _gone, ...left } = drafts;
    return { drafts: left };
  });
  persist(true);
}

/** Writes what is waiting. Called when the app goes to the background. */
export function flushDrafts(): void {
  persist(true);
}

export const useDraft = <T>(key: string): Draft<T> | undefined =>
  useDraftStore(state => state.drafts[key] as Draft<T> | undefined);

/** Unsent drafts whose key begins with `prefix`, the latest first. */
export function useDrafts(prefix: string): Draft[] {
  const drafts = useDraftStore(state => state.drafts);
  return Object.values(drafts)
    .filter(draft => draft.key.startsWith(prefix) && draft.state !== 'sent')
    .sort((a, b) => b.savedAt.localeCompare(a.savedAt));
}
