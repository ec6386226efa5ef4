/** Joins the running engine of a data folder, or starts one. */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join, resolve } from 'node:path';
import { uriOf } from '../wire/uri';
import { answers, isAlive, readEngineFile, takenCode, type EngineFile } from './engine-file';

export interface OpenEngineOptions {
  /** The folder of the data; made when it is missing. */
  dataDir: string;
  /** The bundled engine (dist/engine.cjs). */
  entry: string;
  /** How many seconds the engine outlives its last client; 5 when absent. */
  idleSeconds?: number;
  /** Allows fail points, for tests. */
  testCommands?: boolean;
}

export interface OpenEngine {
  /** mongodb://127.0.0.1:PORT/?replicaSet=rs0; put the database name before the question mark. */
  uri: string;
  pid: number;
  /** This call started the engine (and did not join one). */
  started: boolean;
  /** Lets go of the engine. It ends by itself after its last client. */
  close(): Promise<void>;
}

const deadline = 30_000;
const pollInterval = 25;
const watchInterval = 500;

const sleep = (milliseconds: number): Promise<void> => new Promise(done => setTimeout(done, milliseconds));

async function running(dataDir: string): Promise<EngineFile | undefined> {
  const file = readEngineFile(dataDir);
  return file && isAlive(file) && (await answers(file.port)) ? file : undefined;
}

interface Started {
  pid: number;
  /** Its exit code, when it has ended. */
  code?: number | null;
}

/** Starts the engine in a session of its own: it neither dies with this process nor gets its signals. */
function start(options: OpenEngineOptions, port: number): Started {
  const { dataDir, entry, idleSeconds = 5, testCommands = false } = options;
  const log = openSync(join(dataDir, 'engine.log'), 'a');
  const settings = [entry, '--data-dir', dataDir, '--idle-seconds', String(idleSeconds), '--port', String(port)];
  const child = spawn(process.execPath, testCommands ? [...settings, '--test-commands'] : settings, {
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  if (child.pid === undefined) throw new Error(`the database engine ${entry} could not be started`);
  const started: Started = { pid: child.pid };
  child.once('exit', code => (started.code = code));
  return started;
}

function lastWords(dataDir: string): string {
  try {
    return readFileSync(join(dataDir, 'engine.log'), 'utf8').trim().split('\n').slice(-5).join('\n');
  } catch {
    return '';
  }
}

/** Of several that start an engine at once, each finds the one that got the folder; the others end by themselves. */
async function findOrStart(options: OpenEngineOptions): Promise<{ file: EngineFile; started: boolean }> {
  const { dataDir } = options;
  const until = Date.now() + deadline;
  let child: Started | undefined;
  while (Date.now() < until) {
    const file = await running(dataDir);
    if (file) return { file, started: file.pid === child?.pid };
    if (child?.code === takenCode) {
      // The engine that has the folder will be heard of soon.
      child = undefined;
      await sleep(20 * pollInterval);
      continue;
    }
    if (child?.code !== undefined)
      throw new Error(`the database engine of ${dataDir} did not start. ${lastWords(dataDir)}`);
    const before = readEngineFile(dataDir);
    // An engine that is alive but silent (stopped, or just starting) keeps its data: wait for it, never start a second.
    const wait = (before && isAlive(before)) || child;
    if (!wait) child = start(options, before?.port ?? 0);
    await sleep(pollInterval);
  }
  throw new Error(`the database engine of ${dataDir} does not answer. ${lastWords(dataDir)}`);
}

/**
 * Joins the engine of a data folder, or starts one and waits until it answers. Processes that call this at the same time
 * get the same engine. While the result is open, an engine that dies is started again on the same port.
 * @throws when no engine answers within 30 seconds; the message ends with its last log lines
 */
export async function openEngine(options: OpenEngineOptions): Promise<OpenEngine> {
  const given = { ...options, dataDir: resolve(options.dataDir), entry: resolve(options.entry) };
  mkdirSync(given.dataDir, { recursive: true });
  const { file, started } = await findOrStart(given);
  let pid = file.pid;
  let closed = false;
  let reviving: Promise<void> | undefined;
  // This connection says nothing: it keeps the engine from ending while the caller has no others.
  let held = holdOpen(file.port);
  const watch = setInterval(() => {
    const now = readEngineFile(given.dataDir);
    if (closed || reviving || (now && isAlive(now))) return;
    reviving = findOrStart(given)
      .then(joined => {
        pid = joined.file.pid;
        held.destroy();
        held = holdOpen(joined.file.port);
      })
      .catch(() => undefined)
      .finally(() => (reviving = undefined));
  }, watchInterval);
  watch.unref();
  return {
    uri: uriOf(file.port),
    get pid() {
      return pid;
    },
    started,
    close: async () => {
      closed = true;
      clearInterval(watch);
      await reviving;
      held.destroy();
    },
  };
}

function holdOpen(port: number): Socket {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.on('error', () => socket.destroy());
  socket.unref();
  return socket;
}
