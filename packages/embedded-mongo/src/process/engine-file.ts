/** DATA_DIR/engine.json: where the running engine of a data folder is to be found, and whether it still lives. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

export interface EngineFile {
  pid: number;
  port: number;
  /** When the process started, by the system's count; tells a process from a later one with the same number. */
  processStart: string | undefined;
}

function pathOf(dataDir: string): string {
  return join(dataDir, 'engine.json');
}

/** What the file says, or undefined when there is none that can be read. */
export function readEngineFile(dataDir: string): EngineFile | undefined {
  try {
    const { pid, port, processStart } = JSON.parse(readFileSync(pathOf(dataDir), 'utf8')) as EngineFile;
    return Number.isInteger(pid) && Number.isInteger(port) ? { pid, port, processStart } : undefined;
  } catch {
    return undefined;
  }
}

/** Written beside and moved into place: a reader sees the old file or the new one, never half of it. */
export function writeEngineFile(dataDir: string, file: EngineFile): void {
  const temporary = `${pathOf(dataDir)}.${file.pid}`;
  writeFileSync(temporary, `${JSON.stringify(file)}\n`);
  renameSync(temporary, pathOf(dataDir));
}

/** The start time of a process in clock ticks since boot; undefined where the system does not tell (no /proc). */
export function processStart(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

/** Is the process of the file running (not a later one that got its number)? */
export function isAlive(file: EngineFile): boolean {
  try {
    process.kill(file.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  if (isZombie(file.pid)) return false;
  const start = processStart(file.pid);
  return start === undefined || file.processStart === undefined || start === file.processStart;
}

/** A killed child that its parent has not waited for yet still has a number, but is dead. */
function isZombie(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat[stat.lastIndexOf(')') + 2] === 'Z';
  } catch {
    return false;
  }
}

/** Does something listen on the port? */
export function answers(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ port, host: '127.0.0.1' });
    const done = (result: boolean) => (): void => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(1000, done(false));
    socket.once('connect', done(true));
    socket.once('error', done(false));
  });
}
