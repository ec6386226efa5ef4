import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import mongoose from 'mongoose';

const START_MS = 30_000;

/** A single-node replica set on a mongod of MONGOD_PATH or the PATH; null when the machine has none. */
export async function startMongod(
  dataDir: string,
): Promise<{ name: string; uri: string; close(): Promise<void> } | null> {
  const program = process.env.MONGOD_PATH ?? onPath('mongod');
  if (!program) return null;
  const port = await freePort();
  const args = ['--dbpath', dataDir, '--port', String(port), '--bind_ip', '127.0.0.1', '--replSet', 'rs0', '--quiet'];
  const child = spawn(program, args, { stdio: 'ignore' });
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()));
  const failed = new Promise<never>((_, reject) => child.once('error', reject));
  await Promise.race([initiate(port), failed, endedTooSoon(child)]);
  return {
    name: `mongod (${program})`,
    uri: `mongodb://127.0.0.1:${port}/?replicaSet=rs0`,
    close: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function endedTooSoon(child: ChildProcess): Promise<never> {
  return new Promise((_, reject) => {
    child.once('exit', code => reject(new Error(`mongod ended at once with code ${code}`)));
  });
}

/** Makes the node a primary; until then it takes no writes. */
async function initiate(port: number): Promise<void> {
  const address = `127.0.0.1:${port}`;
  const connection = mongoose.createConnection(`mongodb://${address}/?directConnection=true`, {
    serverSelectionTimeoutMS: START_MS,
  });
  try {
    const admin = (await connection.asPromise()).db?.admin();
    if (!admin) throw new Error('mongod: connected without a database');
    await admin.command({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: address }] } });
    const until = Date.now() + START_MS;
    while (!(await admin.command({ hello: 1 })).isWritablePrimary) {
      if (Date.now() > until) throw new Error('mongod did not become primary within 30 seconds');
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  } finally {
    await connection.close();
  }
}

function onPath(program: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.map(folder => path.join(folder, program)).find(file => fs.existsSync(file));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
