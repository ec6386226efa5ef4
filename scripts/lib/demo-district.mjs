import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot, root } from './root.mjs';
import { PlainError } from './terminal.mjs';

export const SETTINGS = 'test/support/demo-district.json';

const { folder, loadedAt } = JSON.parse(fs.readFileSync(inRoot(SETTINGS), 'utf8'));

/** Data folder of the demo district for tests: loaded once, copied for each of them. Written last, so that half of one is none. */
const districtFolder = inRoot(folder);

const LIMIT_MS = 300_000;
const POLL_MS = 100;
/** What belongs to a running engine, not to its data. */
const OF_THE_ENGINE = ['engine.json', 'engine.lock', 'engine.log', 'db/lock.mdb'];

/** Starts the built server once on an empty folder, until the demo district is loaded and all that follows from it is delivered. */
export async function loadDistrict() {
  const dataDir = `${districtFolder}.new`;
  for (const place of [dataDir, districtFolder]) fs.rmSync(place, { recursive: true, force: true });
  fs.mkdirSync(dataDir, { recursive: true });
  const server = startServer(dataDir);
  try {
    const until = Date.now() + LIMIT_MS;
    while (!(await isDelivered(server))) {
      if (server.child.exitCode !== null || Date.now() > until)
        throw new PlainError(`The demo district could not be loaded:\n${server.output()}`);
      await sleep(POLL_MS);
    }
  } finally {
    const { pid } = readEngine(dataDir) ?? {};
    await server.stop();
    if (pid !== undefined) await endEngine(pid, dataDir);
  }
  for (const name of OF_THE_ENGINE) fs.rmSync(path.join(dataDir, name), { force: true });
  fs.renameSync(dataDir, districtFolder);
}

function startServer(dataDir) {
  const settings = { NODE_ENV: 'development', HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'warn', NOW: loadedAt };
  // Its own engine, whatever database the tests will use.
  const noMongo = { MONGODB_URI: '', MONGOD_PATH: '', PATH: '' };
  const child = spawn(process.execPath, [inRoot('apps/server/dist/main.cjs')], {
    cwd: root,
    env: { ...process.env, ...settings, ...noMongo, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise(resolve => child.once('close', resolve));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', chunk => (output += chunk));
  return {
    child,
    output: () => output,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** Ready, and nothing waits in the outbox: both are said by the server itself. */
async function isDelivered({ output }) {
  if (!/^ready /m.test(output())) return false;
  const address = /^metrics: (\S+)$/m.exec(output())?.[1];
  const metrics = await (await fetch(address)).text();
  return /^bandeng_outbox_pending 0$/m.test(metrics);
}

function readEngine(dataDir) {
  const file = path.join(dataDir, 'engine.json');
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
}

/** Ends the engine after it let go of the schedules, so that a copy is nobody's: its first server runs them at once. */
async function endEngine(pid, dataDir) {
  const { default: mongoose } = await import('mongoose');
  const { port } = readEngine(dataDir);
  const connection = await mongoose.createConnection(`mongodb://127.0.0.1:${port}/bandeng?replicaSet=rs0`).asPromise();
  await connection.collection('leases').deleteMany({});
  await connection.close();
  process.kill(pid, 'SIGTERM');
  while (isAlive(pid)) await sleep(POLL_MS);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
