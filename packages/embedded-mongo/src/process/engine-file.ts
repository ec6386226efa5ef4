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

/** How an engine ends whose folder another one has: nothing is wrong with it. */
export const takenCode = 3;

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

/** What the system tells about a process (/proc/PID/stat, from its state on); nothing where it does not. */
function statusOf(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

/** The start time of a process in clock ticks since boot; undefined where the system does not tell. */
export function processStart(pid: number): string | undefined {
  return statusOf(pid)[19];
}

/** Is the process running (not a later one that got its number, nor one that is dead and not yet waited for)? */
export function isAlive({ pid, processStart: wanted }: Pick<EngineFile, 'pid' | 'processStart'>): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const start = processStart(pid);
  return statusOf(pid)[0] !== 'Z' && (start === undefined || wanted === undefined || start === wanted);
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
