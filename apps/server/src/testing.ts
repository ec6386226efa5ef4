import type { Writable } from 'node:stream';
import { startServerUnderTest, type TestServer as AnyTestServer, type TestServerOptions } from '@bandeng/test-kit';
import { createApp } from './app';
import { loadConfig } from './config';
import type { Dependencies } from './deps';
import { createFakeClock, type FakeClock } from './platform/clock';
import { createDelivery } from './platform/listeners';
import { createLogger } from './platform/logger';
import { listen } from './server';
import { openDependencies } from './start';

export { drawnLines, problemOf, type TestClient } from '@bandeng/test-kit';
export type TestServer = AnyTestServer<Dependencies, FakeClock>;

/**
 * The real server for a test: its own database, a clock that stands still, no worker of its own (`runWorker` drains the outbox).
 * `stop` fails when a query had no index.
 */
export function startTestServer({
  logStream,
  ...options
}: TestServerOptions & {
  /** Where its log goes instead of to this terminal. */ logStream?: Writable;
} = {}): Promise<TestServer> {
  return startServerUnderTest(settings => launch({ ...settings, logStream }), options);
}

interface Settings {
  environment: Record<string, string>;
  now: string;
  logStream: Writable | undefined;
}

async function launch({ environment, now, logStream }: Settings) {
  const config = loadConfig(environment);
  const clock = createFakeClock(now);
  const faults: string[] = [];
  const logger = createLogger({ level: config.logLevel ?? 'silent', ...(logStream && { stream: logStream }) });
  const { deps, database } = await openDependencies({ config, logger, clock, isMonitored: true });
  const server = await listen(createApp(deps), config);
  const { outbox, transaction } = deps.platform;
  const onFault = (listener: string, error: unknown) =>
    faults.push(`${listener}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const delivery = createDelivery({ outbox, transaction, logger, listeners: deps.listeners, onFault });
  const { wechat, identity } = deps.modules;
  return {
    deps,
    clock,
    port: server.port,
    connection: database.connection,
    issueLoginCode: (openid: string) => {
      if (!wechat.api.simulator) throw new Error('only the simulator issues login codes');
      return wechat.api.simulator.issueLoginCode(openid);
    },
    createStaff: identity.api.createStaff,
    deliverNext: () => delivery.deliverNext({ isForced: true }),
    listenerFaults: () => faults,
    runSchedule: async (name: string) => {
      const schedule = deps.schedules.find(candidate => candidate.name === name);
      if (!schedule) throw new Error(`there is no schedule ${name}`);
      await schedule.run();
    },
    close: async () => {
      await server.close();
      wechat.api.simulator?.close();
      await database.close();
    },
  };
}
