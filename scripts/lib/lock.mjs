import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot } from './root.mjs';
import { say } from './terminal.mjs';

const POLL_MS = 250;

/**
 * Runs `work` while no other process of this checkout does the same.
 * The lock is a file with the owner's process id; one whose owner has died is taken over.
 */
export async function withLock(name, work) {
  const file = inRoot('.cache', 'locks', `${name}.lock`);
  const mine = `${file}.${process.pid}`;
  fs.mkdirSync(inRoot('.cache', 'locks'), { recursive: true });
  fs.writeFileSync(mine, String(process.pid));
  try {
    await take(name, file, mine);
    try {
      return await work();
    } finally {
      fs.rmSync(file, { force: true });
    }
  } finally {
    fs.rmSync(mine, { force: true });
  }
}

async function take(name, file, mine) {
  for (let told = false; ;) {
    try {
      // A hard link appears with its content, so nobody ever reads a lock without an owner.
      fs.linkSync(mine, file);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = readOwner(file);
    if (owner !== null && !isAlive(owner)) {
      if (readOwner(file) === owner) fs.rmSync(file, { force: true });
      continue;
    }
    if (!told) say(`${name}: another process (${owner ?? '?'}) is at it, waiting for it …`);
    told = true;
    await sleep(POLL_MS);
  }
}

function readOwner(file) {
  try {
    return Number(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
