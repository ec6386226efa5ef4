import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import mongoose from 'mongoose';
import { temporaryFolder } from '../test-support/engine';
import { processStart, readEngineFile } from './engine-file';
import { openEngine } from './open-engine';

const entry = resolve(__dirname, '../../dist/engine-under-test.cjs');

beforeAll(() => {
  buildSync({
    entryPoints: [resolve(__dirname, '../main.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['bson', 'lmdb', 'mingo'],
    outfile: entry,
  });
});

/** Runs `work` with a data folder; whatever engine serves it is ended afterwards. */
async function withFolder(work: (dataDir: string) => Promise<void>): Promise<void> {
  const folder = temporaryFolder();
  try {
    await work(folder.path);
  } finally {
    const file = readEngineFile(folder.path);
    if (file) await kill(file.pid, 'SIGKILL');
    folder.remove();
  }
}

async function kill(pid: number, signal: NodeJS.Signals): Promise<void> {
  try {
    process.kill(pid, signal);
    for (let i = 0; i < 200 && processStart(pid) !== undefined; i++) await new Promise(done => setTimeout(done, 10));
  } catch {
    // It has ended already.
  }
}

async function ended(pid: number): Promise<boolean> {
  for (let i = 0; i < 500; i++) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    await new Promise(done => setTimeout(done, 20));
  }
  return false;
}

test('open engine: many callers at once -> one engine, started once, the same address', async () => {
  await withFolder(async dataDir => {
    const engines = await Promise.all(Array.from({ length: 5 }, () => openEngine({ dataDir, entry })));
    expect(new Set(engines.map(({ pid }) => pid)).size).toBe(1);
    expect(new Set(engines.map(({ uri }) => uri)).size).toBe(1);
    expect(engines.filter(({ started }) => started)).toHaveLength(1);
    await Promise.all(engines.map(engine => engine.close()));
  });
}, 30_000);

test('open engine: its last client has gone -> the engine ends by itself', async () => {
  await withFolder(async dataDir => {
    const engine = await openEngine({ dataDir, entry, idleSeconds: 0.2 });
    const client = await mongoose.mongo.MongoClient.connect(engine.uri);
    await client.db('test').command({ ping: 1 });
    await engine.close();
    await client.close();
    expect(await ended(engine.pid)).toBe(true);
  });
}, 30_000);

test('open engine: opened, but no database connection for a while -> the engine stays', async () => {
  await withFolder(async dataDir => {
    const engine = await openEngine({ dataDir, entry, idleSeconds: 0.1 });
    const client = await mongoose.mongo.MongoClient.connect(engine.uri);
    await client.close();
    await new Promise(done => setTimeout(done, 700));
    expect(readEngineFile(dataDir)?.pid).toBe(engine.pid);
    process.kill(engine.pid, 0);
    await engine.close();
    expect(await ended(engine.pid)).toBe(true);
  });
}, 30_000);

test('open engine: engine.json of a dead process -> a new engine on the same data', async () => {
  await withFolder(async dataDir => {
    const dead = { pid: 999_999_999, port: 1, processStart: '1' };
    writeFileSync(join(dataDir, 'engine.json'), JSON.stringify(dead));
    const engine = await openEngine({ dataDir, entry });
    expect(engine.started).toBe(true);
    await engine.close();
  });
}, 30_000);

test('open engine: a second engine is started by hand on the same folder -> it ends and leaves the first alone', async () => {
  await withFolder(async dataDir => {
    const engine = await openEngine({ dataDir, entry });
    const { spawnSync } = await import('node:child_process');
    const second = spawnSync(process.execPath, [entry, '--data-dir', dataDir], { encoding: 'utf8' });
    expect(second.status).toBe(3);
    expect(second.stdout).toContain(`belongs to the running engine ${engine.pid}`);
    expect(readEngineFile(dataDir)?.pid).toBe(engine.pid);
    await engine.close();
  });
}, 30_000);

test('kill -9 during writes, three times -> started again on the same port, every acknowledged insert is there', async () => {
  await withFolder(async dataDir => {
    const engine = await openEngine({ dataDir, entry });
    const client = await mongoose.mongo.MongoClient.connect(engine.uri, { serverSelectionTimeoutMS: 10_000 });
    const words = client.db('test').collection<{ _id: number; twice: number }>('words');
    const acknowledged: number[] = [];
    let next = 0;
    let running = true;
    const writer = async (): Promise<void> => {
      while (running) {
        const _id = next++;
        try {
          await words.insertOne({ _id, twice: _id * 2 });
          acknowledged.push(_id);
        } catch {
          // Not acknowledged: it may be there or not.
        }
      }
    };
    const writers = Array.from({ length: 8 }, writer);
    const someMore = async () => {
      const wanted = acknowledged.length + 25;
      while (acknowledged.length < wanted) await new Promise(done => setTimeout(done, 20));
    };
    for (let round = 0; round < 3; round++) {
      await someMore();
      const before = engine.pid;
      process.kill(before, 'SIGKILL');
      while (engine.pid === before) await new Promise(done => setTimeout(done, 20));
    }
    await someMore();
    running = false;
    await Promise.all(writers);
    const stored = new Map((await words.find().toArray()).map(({ _id, twice }) => [_id, twice]));
    expect(acknowledged.length).toBeGreaterThan(50);
    expect(acknowledged.filter(_id => stored.get(_id) !== _id * 2)).toEqual([]);
    await client.close();
    await engine.close();
  });
}, 60_000);
