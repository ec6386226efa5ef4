import { execFile, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import mongoose from 'mongoose';
import { inRepository } from './repository';

/** `ready <origin>` of a server, `ready worker` of a process that only delivers. */
const READY = /^ready (\S+)$/m;
const READY_MS = 90_000;
const STOP_MS = 20_000;

export interface App {
  /** http://127.0.0.1:<port>; `worker` of a worker, which has none. */
  origin: string;
  dataDir: string;
  pid: number;
  /** The database that it uses, by name. */
  databaseUri(): string;
  /** Everything that the server has printed so far. */
  output(): string;
  /** Milliseconds from its start until it printed this, before it was ready; null when it did not. */
  printedAfter(words: string): number | null;
  /** Stops it as an operator does and waits for its end; the data folder stays until remove(). */
  stop(): Promise<{ code: number | null }>;
  /** kill -9, as a machine without power. */
  kill(): Promise<void>;
  /** Runs a command of the command line beside it and gives what it printed. */
  cli(...args: string[]): Promise<string>;
  /** Removes the data folder and its database; only after the end of every server on it. */
  remove(): Promise<void>;
}

const run = promisify(execFile);

/** On a MongoDB that is given each data folder has a database of its own; without one the server finds its own. */
function databaseOf(dataDir: string): Record<string, string> {
  const uri = process.env.MONGODB_URI;
  return uri ? { MONGODB_URI: withDatabase(uri, path.basename(dataDir)) } : {};
}

/** Where the engine of this data folder listens: it says so in its own file. */
function engineUri(dataDir: string): string {
  const { port } = JSON.parse(fs.readFileSync(path.join(dataDir, 'engine.json'), 'utf8')) as { port: number };
  return `mongodb://127.0.0.1:${port}/bandeng?replicaSet=rs0`;
}

const withDatabase = (uri: string, name: string): string => uri.replace(/^([^:]+:\/\/[^/?]+)\/?[^?]*/, `$1/${name}`);

const FLAGS = ['--enable-source-maps', '--disable-warning=ExperimentalWarning'];

const environmentOf = (dataDir: string, env: Record<string, string> = {}) => ({
  ...process.env,
  ...databaseOf(dataDir),
  NODE_ENV: 'development',
  PORT: '0',
  HOST: '127.0.0.1',
  DATA_DIR: dataDir,
  ...env,
});

/** Runs one command of the command line on a data folder to its end, whatever that is. */
export async function runCli(
  dataDir: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  const command = [...FLAGS, inRepository('apps/server/dist/cli.cjs'), ...args];
  const options = { cwd: inRepository(), env: environmentOf(dataDir, env) };
  return run(process.execPath, command, options).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code?: number; stdout: string; stderr: string }) => {
      if (typeof error.code !== 'number') throw error;
      return { code: error.code, stdout: error.stdout, stderr: error.stderr };
    },
  );
}

async function dropDatabase(uri: string): Promise<void> {
  const connection = await mongoose.createConnection(uri).asPromise();
  await connection.dropDatabase();
  await connection.close();
}

/**
 * The built server as `npm start` runs it, on a free port and a data folder of its own (or the given one).
 * Ready when its last line says so; an earlier end is an error with what it printed. `dropsLog`: what it logs (stderr) is not read.
 * `role`: `--web` or `--worker`, both when absent.
 */
export async function startApp(
  options: { dataDir?: string; env?: Record<string, string>; dropsLog?: boolean; role?: '--web' | '--worker' } = {},
): Promise<App> {
  const dataDir = options.dataDir ?? fs.mkdtempSync(path.join(os.tmpdir(), 'bandeng-app-'));
  const role = options.role ? [options.role] : [];
  const child = spawn(process.execPath, [...FLAGS, inRepository('apps/server/dist/main.cjs'), ...role], {
    cwd: inRepository(),
    env: environmentOf(dataDir, options.env),
    stdio: ['ignore', 'pipe', options.dropsLog ? 'ignore' : 'pipe'],
  });
  let printed = '';
  const startedAt = performance.now();
  let isReady = false;
  /** What had been printed by then, until it was ready. */
  const chunks: { text: string; after: number }[] = [];
  const ended = new Promise<number | null>(resolve => child.once('close', code => resolve(code)));
  const origin = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`the server was not ready within ${READY_MS / 1000} s:\n${printed}`));
    }, READY_MS);
    const read = (chunk: Buffer) => {
      printed += chunk.toString('utf8');
      if (!isReady) chunks.push({ text: printed, after: performance.now() - startedAt });
      const ready = READY.exec(printed);
      if (!ready?.[1]) return;
      isReady = true;
      clearTimeout(timer);
      resolve(ready[1]);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('close', code => {
      clearTimeout(timer);
      reject(new Error(`the server ended with code ${code} before it was ready:\n${printed}`));
    });
  });
  return {
    origin,
    dataDir,
    pid: child.pid ?? 0,
    databaseUri: () => databaseOf(dataDir).MONGODB_URI ?? engineUri(dataDir),
    output: () => printed,
    printedAfter: words => chunks.find(({ text }) => text.includes(words))?.after ?? null,
    stop: async () => {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      const code = await ended;
      clearTimeout(late);
      return { code };
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    cli: async (...args) => {
      const { code, stdout, stderr } = await runCli(dataDir, args, options.env);
      if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${stdout}${stderr}`);
      return stdout;
    },
    remove: async () => {
      const { MONGODB_URI } = databaseOf(dataDir);
      if (MONGODB_URI) await dropDatabase(MONGODB_URI);
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
