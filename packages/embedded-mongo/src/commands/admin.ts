/** Commands about the server itself: handshake, versions, status, databases. */
import { isDoc, Timestamp, type Doc } from '../bson/codec';
import { MongoError } from '../errors';
import { createMatcher } from '../query/matcher';
import { sessionMinutes } from '../session/sessions';
import { docMember, ok, type CommandContext, type Reply } from './context';

/** The server whose behaviour this engine follows, and the wire version that goes with it. */
const version = '7.0.0';
const versionArray = [7, 0, 0, 0];
const maxWireVersion = 21;
const replicaSet = 'rs0';

export const limits = {
  maxBsonObjectSize: 16 * 1024 * 1024,
  maxMessageSizeBytes: 48_000_000,
  maxWriteBatchSize: 100_000,
};

/** hello, and isMaster under its old names: a replica set of one, which is its primary. */
export function hello(context: CommandContext): Reply {
  const { engine, name, connection } = context;
  return ok({
    helloOk: true,
    ...(name === 'hello' ? {} : { ismaster: true }),
    isWritablePrimary: true,
    secondary: false,
    setName: replicaSet,
    setVersion: 1,
    hosts: [engine.address],
    primary: engine.address,
    me: engine.address,
    lastWrite: {
      opTime: { ts: new Timestamp({ t: Math.floor(Date.now() / 1000), i: 1 }), t: 1 },
      lastWriteDate: new Date(),
    },
    ...limits,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: sessionMinutes,
    connectionId: connection,
    minWireVersion: 0,
    maxWireVersion,
    readOnly: false,
  });
}

export function ping(): Reply {
  return ok();
}

export function buildInfo(): Reply {
  return ok({
    version,
    versionArray,
    gitVersion: 'bandeng',
    modules: [],
    storageEngines: ['lmdb'],
    bits: 64,
    debug: false,
    maxBsonObjectSize: limits.maxBsonObjectSize,
  });
}

export function serverStatus({ engine }: CommandContext): Reply {
  const memory = process.memoryUsage();
  return ok({
    host: engine.address,
    version,
    process: 'bandeng-engine',
    pid: process.pid,
    uptime: process.uptime(),
    localTime: new Date(),
    connections: { current: engine.connections, available: 10_000 - engine.connections },
    mem: { bits: 64, resident: Math.round(memory.rss / 2 ** 20) },
    metrics: { cursor: { open: { total: engine.cursors.size } } },
    repl: {
      setName: replicaSet,
      isWritablePrimary: true,
      secondary: false,
      hosts: [engine.address],
      primary: engine.address,
      me: engine.address,
    },
    storageEngine: { name: 'lmdb', supportsCommittedReads: true, persistent: true },
  });
}

export function replSetGetStatus({ engine }: CommandContext): Reply {
  return ok({
    set: replicaSet,
    myState: 1,
    members: [{ _id: 0, name: engine.address, health: 1, state: 1, stateStr: 'PRIMARY', self: true }],
  });
}

const parameters: Doc = {
  featureCompatibilityVersion: { version: '7.0' },
  transactionLifetimeLimitSeconds: 60,
  enableTestCommands: false,
  authenticationMechanisms: [],
  requireApiVersion: false,
};

export function getParameter({ body, engine }: CommandContext): Reply {
  const all: Doc = { ...parameters, enableTestCommands: engine.options.testCommands === true };
  if (body.getParameter === '*') return ok(all);
  const wanted = Object.keys(body).filter(name => name in all);
  if (wanted.length === 0) throw new MongoError(72, 'no option found to get');
  return ok(Object.fromEntries(wanted.map(name => [name, all[name]])));
}

export function listDatabases({ engine, body }: CommandContext): Reply {
  const matches = createMatcher(docMember(body, 'filter'));
  const databases = engine.catalog
    .databases()
    .map(name => ({ name, sizeOnDisk: 0, empty: false }))
    .filter(matches);
  if (body.nameOnly === true) return ok({ databases: databases.map(({ name }) => ({ name })) });
  return ok({ databases, totalSize: 0, totalSizeMb: 0 });
}

export function configureFailPoint({ body, engine }: CommandContext): Reply {
  if (engine.options.testCommands !== true) throw new MongoError(59, "no such command: 'configureFailPoint'");
  const name = String(body.configureFailPoint);
  if (!['failCommand', 'onPrimaryTransactionalWrite'].includes(name))
    throw new MongoError(2, `unknown fail point ${name}`);
  engine.failPoints.configure(name, body.mode, isDoc(body.data) ? body.data : {});
  return ok();
}
