import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openEngine } from '@bandeng/embedded-mongo';
import mongoose, { type Connection } from 'mongoose';
import type { Config } from '../config';
import type { Logger } from './logger';
import { findMongod, startMongod } from './mongod';
import { wakeWriters } from './wake-writers';

export interface OpenDatabase {
  connection: Connection;
  /** One line for a person: which database this is. */
  description: string;
  close(): Promise<void>;
}

interface Source {
  uri: string;
  description: string;
  /** Ends what we started ourselves; a database that others use goes on. */
  close(): Promise<void>;
}

const CONNECT_ATTEMPTS = 8;
const DATABASE_NAME = 'bandeng';

/** MONGODB_URI, else a mongod on the PATH, else the embedded engine (DATABASE.md). */
async function openSource(config: Config): Promise<Source> {
  if (config.mongodbUri) {
    return {
      uri: config.mongodbUri,
      description: `MongoDB at ${withoutSecrets(config.mongodbUri)}`,
      close: () => Promise.resolve(),
    };
  }
  const mongod = findMongod(config.mongodPath, config.path);
  if (mongod) {
    const started = await startMongod({ program: mongod, dataDir: join(config.dataDir, 'mongod') });
    return { ...started, description: `mongod (${mongod}) on ${join(config.dataDir, 'mongod')}` };
  }
  const entry = join(config.root, 'packages/embedded-mongo/dist/engine.cjs');
  if (!existsSync(entry))
    throw new Error(`the embedded database is not built: ${entry} is missing (npm start builds it)`);
  const engine = await openEngine({ dataDir: config.dataDir, entry });
  return { uri: engine.uri, description: `embedded engine on ${config.dataDir}`, close: () => engine.close() };
}

function withoutSecrets(uri: string): string {
  return uri.replace(/\/\/[^@/]*@/, '//').replace(/\?.*$/, '');
}

/** Opens the database of these settings and connects to it, with patience for one that is just starting. */
export async function openDatabase(given: {
  config: Config;
  logger: Logger;
  isMonitored: boolean;
}): Promise<OpenDatabase> {
  const { config, logger, isMonitored } = given;
  const source = await openSource(config);
  try {
    const connection = await connect(source.uri, { logger, isMonitored });
    return {
      connection,
      description: source.description,
      close: async () => {
        await connection.close();
        await source.close();
      },
    };
  } catch (error) {
    await source.close();
    throw error;
  }
}

async function connect(
  uri: string,
  { logger, isMonitored }: { logger: Logger; isMonitored: boolean },
): Promise<Connection> {
  wakeWriters();
  for (let attempt = 1; ; attempt += 1) {
    const connection = mongoose.createConnection();
    try {
      return await connection.openUri(uri, {
        autoIndex: false,
        autoCreate: false,
        monitorCommands: isMonitored,
        ...(hasDatabaseName(uri) ? {} : { dbName: DATABASE_NAME }),
        // A database that stands still is noticed within four seconds, and a request waits three more for it to come back.
        serverMonitoringMode: 'poll',
        heartbeatFrequencyMS: 1_000,
        connectTimeoutMS: 3_000,
        serverSelectionTimeoutMS: 3_000,
        socketTimeoutMS: 30_000,
        maxPoolSize: 50,
        waitQueueTimeoutMS: 10_000,
        retryWrites: true,
        w: 'majority',
        journal: true,
      });
    } catch (error) {
      await connection.destroy().catch(() => undefined);
      if (attempt >= CONNECT_ATTEMPTS) throw error;
      logger.warn({ attempt }, 'database not reachable yet');
      await new Promise(resolve => setTimeout(resolve, attempt * 500));
    }
  }
}

const hasDatabaseName = (uri: string) => /^mongodb(?:\+srv)?:\/\/[^/]+\/[^?]+/.test(uri);

/** Of GridFS: the driver builds them with the first file of all, which a restored database has already. */
const BYTES_INDEXES = [
  { collection: 'fileBytes.files', index: { key: { filename: 1, uploadDate: 1 } } },
  { collection: 'fileBytes.chunks', index: { key: { files_id: 1, n: 1 }, unique: true } },
] as const;

/**
 * Builds every collection and index that the models name, and those of files, one command a collection. Done before the first
 * request; a no-op when they exist.
 */
export async function ensureIndexes(connection: Connection): Promise<void> {
  await Promise.all([
    ...Object.values(connection.models).map(ensureIndexesOf),
    ...BYTES_INDEXES.map(({ collection, index }) => connection.collection(collection).createIndexes([index])),
  ]);
}

async function ensureIndexesOf(model: Connection['models'][string]): Promise<void> {
  const indexes = model.schema.indexes().map(([key, { background: _background, ...options }]) => ({ key, ...options }));
  if (indexes.length === 0) await model.createCollection();
  else await model.collection.createIndexes(indexes as never);
}
