import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StaffRole } from '@bandeng/contracts/routes';
import mongoose, { type Connection } from 'mongoose';
import { createTestClient, type TestClient } from './http-client';
import { watchScans } from './watch-scans';

export interface StaffOptions {
  /** Scope of the role; the whole district when left out. */
  unitId?: string;
  areaId?: string;
}

/** What the kit needs of the server under test; the server says how it is launched (packages never import apps). */
export interface ServerUnderTest<Deps, Clock> {
  deps: Deps;
  clock: Clock;
  port: number;
  connection: Connection;
  issueLoginCode(openid: string): string;
  createStaff(staff: {
    username: string;
    name: string;
    password: string;
    roles: { role: StaffRole; unitId: string | null; areaId: string | null }[];
  }): Promise<{ _id: string }>;
  /** Delivers one outbox entry at once, whenever it is due. */
  deliverNext(): Promise<'idle' | 'done' | 'failed'>;
  /** Why listeners failed, for the message of a failing test. */
  listenerFaults(): string[];
  runSchedule(name: string): Promise<void>;
  close(): Promise<void>;
}

export type LaunchServer<Deps, Clock> = (settings: {
  environment: Record<string, string>;
  now: string;
}) => Promise<ServerUnderTest<Deps, Clock>>;

export interface TestServer<Deps, Clock> {
  origin: string;
  clock: Clock;
  deps: Deps;
  anonymous: TestClient;
  /** A resident logged in through the (simulated) WeChat, one account an openid. */
  asResident(openid?: string): Promise<TestClient & { accountId: string; openid: string }>;
  /** A staff member with this role, made for the call and logged in by password. */
  asStaff(role: StaffRole | readonly StaffRole[], options?: StaffOptions): Promise<TestClient & { staffId: string }>;
  /** A program with a service token. */
  asService(): TestClient;
  /** Delivers the outbox until it is empty, ignoring backoff; throws when a listener fails, unless `mayFail`. */
  runWorker(options?: { mayFail?: boolean }): Promise<void>;
  /** A collection of the server's database, for looking at what is stored: these queries are not watched for scans. */
  collection<T extends { _id: unknown } = { _id: string; [field: string]: unknown }>(
    name: string,
  ): mongoose.mongo.Collection<T>;
  /** Runs one schedule by name. */
  runSchedule(name: string): Promise<void>;
  /** Ends everything, drops the database, and fails when a query scanned a collection. */
  stop(): Promise<void>;
}

export interface TestServerOptions {
  /** Where the clock stands; 2026-11-16T02:00:00Z, a Monday at ten in Shanghai, when left out. */
  now?: string;
  /** Settings beside the usual ones, as the environment would give them. */
  environment?: Record<string, string>;
}

const SERVICE_TOKEN = 'service-token-of-the-test-portal';
/** No listener needs more tries than this when nothing is wrong. */
const MAX_DELIVERIES = 10_000;

function databaseUri(): string {
  const uri = process.env.TEST_MONGODB_URI;
  if (!uri) throw new Error('TEST_MONGODB_URI is not set: run through jest, whose globalSetup starts the database');
  const [head, query] = uri.split('?') as [string, string | undefined];
  return `${head.replace(/\/[^/]*$/, '')}/test_${randomBytes(6).toString('hex')}${query ? `?${query}` : ''}`;
}

/** The real server on a free port and a database of its own. Call it in beforeAll or in a test; call `stop` afterwards. */
export async function startServerUnderTest<Deps, Clock>(
  launch: LaunchServer<Deps, Clock>,
  options: TestServerOptions = {},
): Promise<TestServer<Deps, Clock>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bandeng-test-'));
  const uri = databaseUri();
  const server = await launch({
    now: options.now ?? '2026-11-16T02:00:00.000Z',
    environment: {
      NODE_ENV: 'test',
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
      RATE_LIMITS: 'off',
      DATA_DIR: dataDir,
      MONGODB_URI: uri,
      SERVICE_TOKENS: `portal=${SERVICE_TOKEN}`,
      ...options.environment,
    },
  });
  const watch = watchScans(server.connection);
  const unwatched = await mongoose.createConnection(uri, { autoIndex: false, maxPoolSize: 2 }).asPromise();
  const origin = `http://127.0.0.1:${server.port}`;
  const anonymous = createTestClient(origin);

  return {
    origin,
    clock: server.clock,
    deps: server.deps,
    anonymous,
    asResident: async (openid = `o${randomUUID()}`) => {
      const { accessToken, account } = await anonymous.call('auth.wechat', {
        body: { code: server.issueLoginCode(openid) },
      });
      return { ...createTestClient(origin, accessToken), accountId: account.id, openid };
    },
    asStaff: async (role, { unitId = null, areaId = null } = {}) => {
      const username = `s${randomBytes(6).toString('hex')}`;
      const password = 'a long test password';
      const roles = [role].flat().map(name => ({ role: name as StaffRole, unitId, areaId }));
      const { _id } = await server.createStaff({ username, password, name: '测试员', roles });
      const { accessToken } = await anonymous.call('auth.staff', { body: { username, password } });
      return { ...createTestClient(origin, accessToken), staffId: _id };
    },
    asService: () => createTestClient(origin, SERVICE_TOKEN),
    runWorker: ({ mayFail = false } = {}) => drain(server, mayFail),
    collection: name => unwatched.getClient().db(unwatched.name).collection(name),
    runSchedule: server.runSchedule,
    stop: async () => {
      try {
        await watch.stop();
      } finally {
        await unwatched.dropDatabase();
        await unwatched.close();
        await server.close();
        rmSync(dataDir, { recursive: true, force: true });
      }
    },
  };
}

async function drain(
  server: Pick<ServerUnderTest<unknown, unknown>, 'deliverNext' | 'listenerFaults'>,
  mayFail: boolean,
): Promise<void> {
  for (let delivered = 0; delivered < MAX_DELIVERIES; delivered += 1) {
    const outcome = await server.deliverNext();
    if (outcome === 'idle') return;
    if (outcome !== 'failed') continue;
    if (mayFail) return;
    throw new Error(`a listener failed: ${server.listenerFaults().join('\n')}`);
  }
  throw new Error('the outbox does not become empty: a listener keeps adding to it');
}
