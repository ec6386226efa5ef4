import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openEngine } from '@bandeng/embedded-mongo';
import { buildStale } from './build';
import { startMongod } from './mongod';
import { inRepository } from './repository';

export interface TestDatabase {
  name: string;
  uri: string;
  close(): Promise<void>;
}

declare global {
  var testDatabase: TestDatabase | undefined;
}

/**
 * Jest's globalSetup: one database for the run, its address in TEST_MONGODB_URI. Each test file takes a database name of its own.
 * The worker threads that read documents run from their bundles.
 */
export default async function startDatabase(): Promise<void> {
  buildStale('threads');
  const database = await openDatabase();
  globalThis.testDatabase = database;
  process.env.TEST_MONGODB_URI = database.uri;
  process.stderr.write(`database: ${database.name}\n`);
}

/** The order of `npm start`: MONGODB_URI, a mongod on the PATH, our own engine. */
async function openDatabase(): Promise<TestDatabase> {
  const uri = process.env.MONGODB_URI;
  if (uri) return { name: 'MONGODB_URI', uri, close: async () => undefined };
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'bandeng-test-'));
  const remove = () => fs.rmSync(dataDir, { recursive: true, force: true });
  const mongod = await startMongod(dataDir);
  if (mongod) return { ...mongod, close: () => mongod.close().finally(remove) };
  if (process.env.REQUIRE_MONGODB) {
    remove();
    throw new Error('REQUIRE_MONGODB is set, and there is neither MONGODB_URI nor a mongod');
  }
  buildStale('engine');
  const engine = await openEngine({ dataDir, entry: inRepository('packages/embedded-mongo/dist/engine.cjs') });
  return { name: 'embedded engine', uri: engine.uri, close: () => engine.close().finally(remove) };
}
