import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import mongoose from 'mongoose';

interface Running {
  uri: string;
  close(): Promise<void>;
}

const START_ATTEMPTS = 60;
const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

/** `configured` (MONGOD_PATH), else the first mongod on the PATH, else undefined. */
export function findMongod(configured: string | undefined, path: string): string | undefined {
  if (configured) return configured;
  return path
    .split(delimiter)
    .filter(Boolean)
    .map(folder => join(folder, 'mongod'))
    .find(existsSync);
}

/**
 * A mongod of ours as a replica set of one, on `dataDir`. One that another process of ours runs there already is used as it is
 * and left running at close.
 */
export async function startMongod({ program, dataDir }: { program: string; dataDir: string }): Promise<Running> {
  mkdirSync(dataDir, { recursive: true });
  const note = join(dataDir, 'bandeng-mongod.json');
  const running = await findRunning(note);
  if (running) return { uri: running, close: () => Promise.resolve() };

  const port = await freePort();
  const uri = `mongodb://127.0.0.1:${port}/?replicaSet=bandeng`;
  const child = spawn(
    program,
    ['--dbpath', dataDir, '--port', String(port), '--bind_ip', '127.0.0.1', '--replSet', 'bandeng'],
    { stdio: 'ignore' },
  );
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()));
  const close = async () => {
    rmSync(note, { force: true });
    child.kill('SIGTERM');
    await ended;
  };
  try {
    await initiate(port);
    writeFileSync(note, JSON.stringify({ uri }), { mode: 0o600 });
  } catch (error) {
    await close();
    throw error;
  }
  return { uri, close };
}

async function findRunning(note: string): Promise<string | undefined> {
  if (!existsSync(note)) return undefined;
  const { uri } = JSON.parse(readFileSync(note, 'utf8')) as { uri: string };
  const connection = mongoose.createConnection();
  try {
    await connection.openUri(uri, { serverSelectionTimeoutMS: 1_500 });
    return uri;
  } catch {
    return undefined;
  } finally {
    await connection.destroy();
  }
}

async function initiate(port: number): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const connection = mongoose.createConnection();
    try {
      await connection.openUri(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
        serverSelectionTimeoutMS: 1_000,
      });
      const admin = connection.getClient().db('admin');
      const members = [{ _id: 0, host: `127.0.0.1:${port}` }];
      await admin
        .command({ replSetInitiate: { _id: 'bandeng', members } })
        .catch((error: unknown) => reconfigure(error, admin, members));
      return;
    } catch (error) {
      if (attempt >= START_ATTEMPTS) throw error;
      await pause(500);
    } finally {
      await connection.destroy();
    }
  }
}

const ALREADY_INITIALIZED = 23;

/** The set exists from an earlier start, on another port: its one member moves here. */
async function reconfigure(
  error: unknown,
  admin: mongoose.mongo.Db,
  members: { _id: number; host: string }[],
): Promise<void> {
  if (!(error instanceof mongoose.mongo.MongoServerError) || error.code !== ALREADY_INITIALIZED) throw error;
  const { config } = (await admin.command({ replSetGetConfig: 1 })) as unknown as { config: { version: number } };
  await admin.command({ replSetReconfig: { ...config, version: config.version + 1, members }, force: true });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>(resolve => server.close(() => resolve()));
  return port;
}
