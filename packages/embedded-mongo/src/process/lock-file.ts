/** A lock between processes: a file that names its holder. The lock of a dead holder is taken over. */
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { isAlive, processStart } from './engine-file';

interface Holder {
  pid: number;
  start: string | undefined;
}

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

const lives = ({ pid, start }: Holder): boolean => isAlive({ pid, port: 0, processStart: start });

/** The file appears complete or not at all: it is written under another name and linked. */
function tryCreate(path: string): boolean {
  const own = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, start: processStart(process.pid) }));
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    unlinkSync(own);
  }
}

/** Moves a dead holder's file away. Only one process can move it; one that moved a living holder's file puts it back. */
function removeStale(path: string): void {
  const holder = readHolder(path);
  if (holder && lives(holder)) return;
  const aside = `${path}.stale.${process.pid}.${Math.random().toString(36).slice(2)}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved && lives(moved)) {
    try {
      linkSync(aside, path);
    } catch {
      // Another process holds the lock already; the engine's own claim on the database decides between the two.
    }
  }
  unlinkSync(aside);
}

/** Takes the lock if it is free; gives the function that releases it. */
export function tryLock(path: string): (() => void) | undefined {
  if (!tryCreate(path)) {
    removeStale(path);
    if (!tryCreate(path)) return undefined;
  }
  return () => {
    if (readHolder(path)?.pid === process.pid) unlinkSync(path);
  };
}
