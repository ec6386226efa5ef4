import { ApiError } from '@bandeng/contracts/api-error';

export type SaveState =
  | { kind: 'saved' }
  | { kind: 'changed' }
  | { kind: 'saving' }
  /** It did not get through; it is tried again. */
  | { kind: 'failed'; error: unknown }
  /** It may not be saved as it is, or no more: tried again when something changes. */
  | { kind: 'refused'; error: ApiError }
  /** Somebody else saved meanwhile: nothing is saved until it is decided whose stays. */
  | { kind: 'conflict'; error: ApiError };

interface Options<T> {
  revision: number;
  save: (revision: number, content: T) => Promise<{ revision: number }>;
  /** The code of the problem that says somebody else saved. */
  conflictCode: string;
  told: (state: SaveState) => void;
}

export interface Autosave<T> {
  /** Something was written; it is saved when the hand rests. */
  write(content: T): void;
  /** Saves what is not saved yet, now. True when nothing is left unsaved. */
  flush(): Promise<boolean>;
  /** After a conflict: what is written here replaces what somebody else saved as this revision. */
  keepMine(revision: number): Promise<boolean>;
  /** The record was changed here by another call, which answered with this revision. */
  moveTo(revision: number): void;
  revision(): number;
  stop(): void;
}

/** After the last key; and at most so long while somebody types on. */
const REST_MS = 1_500;
const AT_MOST_MS = 10_000;
const RETRY_MS = 5_000;

/** Saves what is written, one call at a time, and never over what somebody else wrote. */
export function createAutosave<T>({ save, conflictCode, told, ...given }: Options<T>): Autosave<T> {
  let { revision } = given;
  let unsaved: { content: T } | undefined;
  let underway: Promise<boolean> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince = 0;
  let isConflict = false;

  function later(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  }

  async function run(): Promise<boolean> {
    while (unsaved) {
      const sent = unsaved;
      unsaved = undefined;
      told({ kind: 'saving' });
      try {
        ({ revision } = await save(revision, sent.content));
      } catch (error) {
        unsaved ??= sent;
        settle(error);
        return false;
      }
    }
    told({ kind: 'saved' });
    return true;
  }

  function settle(error: unknown): void {
    if (!(error instanceof ApiError) || error.kind !== 'problem' || error.status >= 500 || error.status === 429) {
      told({ kind: 'failed', error });
      later(RETRY_MS);
    } else if (error.code === conflictCode) {
      isConflict = true;
      told({ kind: 'conflict', error });
    } else told({ kind: 'refused', error });
  }

  async function flush(): Promise<boolean> {
    clearTimeout(timer);
    if (isConflict) return false;
    underway ??= run().finally(() => (underway = undefined));
    const isDone = await underway;
    return isDone && unsaved ? flush() : isDone;
  }

  return {
    write(content) {
      if (!unsaved) waitingSince = Date.now();
      unsaved = { content };
      if (isConflict) return;
      if (!underway) told({ kind: 'changed' });
      later(Math.max(0, Math.min(REST_MS, waitingSince + AT_MOST_MS - Date.now())));
    },
    flush: () => (unsaved || underway ? flush() : Promise.resolve(!isConflict)),
    keepMine(latest) {
      revision = latest;
      isConflict = false;
      return flush();
    },
    moveTo(latest) {
      revision = latest;
    },
    revision: () => revision,
    stop: () => clearTimeout(timer),
  };
}
