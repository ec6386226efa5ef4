/** What the tests of this package share: an engine in this process on a folder of its own, and commands without a socket. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { decode, encode, type Doc } from '@bandeng/mongo-documents/bson';
import { dispatch } from '../commands/dispatch';
import { Engine, type EngineOptions } from '../engine';
import { startServer, type RunningServer } from '../wire/server';

export type Client = InstanceType<typeof mongoose.mongo.MongoClient>;

/** A new empty folder and the function that removes it. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'bandeng-engine-test-'));
  // An engine that found the folder taken may still be ending, and it opened a file there.
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }) };
}

/** Runs `work` with an engine that listens, and a driver connected to it. */
export async function withServer(
  work: (server: RunningServer, client: Client) => Promise<void>,
  options: Partial<EngineOptions> = {},
): Promise<void> {
  const folder = temporaryFolder();
  const server = await startServer({ dataDir: folder.path, testCommands: true, ...options });
  const client = await mongoose.mongo.MongoClient.connect(server.uri);
  try {
    await work(server, client);
  } finally {
    await client.close();
    await server.close();
    folder.remove();
  }
}

export type Run = (command: Doc) => Promise<Doc>;

/** Runs `work` with an engine without a socket; `run` gives a command's reply, batches included. */
export async function withEngine(work: (run: Run, engine: Engine) => Promise<void>): Promise<void> {
  const folder = temporaryFolder();
  const engine = new Engine({ dataDir: folder.path });
  const run: Run = async command => {
    const raw = encode({ ...command, $db: 'test' });
    const { doc, cursor } = await dispatch(engine, { id: 1 }, { body: decode(raw), raw, sequences: new Map() });
    return cursor ? { ...doc, cursor: { id: cursor.id, documents: cursor.batch.map(bytes => decode(bytes)) } } : doc;
  };
  try {
    await work(run, engine);
  } finally {
    await engine.close();
    folder.remove();
  }
}

/** The documents of a reply. */
export function documentsOf(reply: Doc): Doc[] {
  if (reply.ok !== 1) throw new Error(String(reply.errmsg));
  return (reply.cursor as { documents: Doc[] }).documents;
}

/** What a promise was rejected with. */
export async function failureOf(promise: Promise<unknown>): Promise<Doc> {
  try {
    await promise;
  } catch (error) {
    return error as Doc;
  }
  throw new Error('it should have failed');
}
