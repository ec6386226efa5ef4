/** Commands about the server itself: handshake, versions, status, databases. */
import { Timestamp, docMember, isDoc, type Doc } from '@bandeng/mongo-documents/bson';
import { MongoError } from '@bandeng/mongo-documents/errors';
import { createMatcher } from '@bandeng/mongo-documents/query';
import type { Engine } from '../engine';
import { sessionMinutes } from '../session/sessions';
import { ok, type CommandContext, type Reply } from './context';

/** The server whose behaviour this engine follows; its wire version is 21. */
const version = '7.0.0';

export const limits = {
  maxBsonObjectSize: 16 * 1024 * 1024,
  maxMessageSizeBytes: 48_000_000,
  maxWriteBatchSize: 100_000,
};

/** A replica set of one, which is its primary. */
function replicaSet({ address }: Engine): Doc {
  return {
    setName: 'rs0',
    isWritablePrimary: true,
    secondary: false,
    hosts: [address],
    primary: address,
    me: address,
  };
}

/** hello, and isMaster under its old names. */
export function hello({ engine, name, connection }: CommandContext): Reply {
  const now = new Date();
  return ok({
    helloOk: true,
    ...(name === 'hello' ? {} : { ismaster: true }),
    ...replicaSet(engine),
    setVersion: 1,
    lastWrite: {
      opTime: { ts: new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 }), t: 1 },
      lastWriteDate: now,
    },
    ...limits,
    localTime: now,
    logicalSessionTimeoutMinutes: sessionMinutes,
    connectionId: connection,
    minWireVersion: 0,
    maxWireVersion: 21,
    readOnly: false,
  });
}

export const ping = (): Reply => ok();

export function buildInfo(): Reply {
  return ok({
    version,
    versionArray: [7, 0, 0, 0],
    gitVersion: 'bandeng',
    modules: [],
    storageEngines: ['lmdb'],
    bits: 64,
    debug: false,
    maxBsonObjectSize: limits.maxBsonObjectSize,
  });
}

export function serverStatus({ engine }: CommandContext): Reply {
  return ok({
    host: engine.address,
    version,
    process: 'bandeng-engine',
    pid: process.pid,
    uptime: process.uptime(),
    localTime: new Date(),
    connections: { current: engine.connections, available: 10_000 - engine.connections },
    mem: { bits: 64, resident: Math.round(process.memoryUsage().rss / 2 ** 20) },
    metrics: { cursor: { open: { total: engine.cursors.size } } },
    repl: replicaSet(engine),
    storageEngine: { name: 'lmdb', supportsCommittedReads: true, persistent: true },
  });
}

export function getParameter({ body, engine }: CommandContext): Reply {
  const all: Doc = {
    featureCompatibilityVersion: { version: '7.0' },
    transactionLifetimeLimitSeconds: 60,
    enableTestCommands: engine.options.testCommands === true,
    authenticationMechanisms: [],
    requireApiVersion: false,
  };
  const wanted = Object.entries(all).filter(([name]) => name in body || body.getParameter === '*');
  if (wanted.length === 0) throw new MongoError(72, 'no option found to get');
  return ok(Object.fromEntries(wanted));
}

export function listDatabases({ engine, body }: CommandContext): Reply {
  const databases = engine.catalog
    .databases()
    .map(name => ({ name, sizeOnDisk: 0, empty: false }))
    .filter(createMatcher(docMember(body, 'filter')));
  if (body.nameOnly === true) return ok({ databases: databases.map(({ name }) => ({ name })) });
  return ok({ databases, totalSize: 0, totalSizeMb: 0 });
}

export function configureFailPoint({ body, engine }: CommandContext): Reply {
  if (engine.options.testCommands !== true) throw new MongoError(59, "no such command: 'configureFailPoint'");
  engine.failPoints.configure(String(body.configureFailPoint), body.mode, isDoc(body.data) ? body.data : {});
  return ok();
}
