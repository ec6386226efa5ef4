import type { WechatClient, WechatClientOptions } from './client/create-wechat-client';
import { createWechatClient } from './client/create-wechat-client';
import { WechatError } from './wechat-error';
import type { Simulator, SimulatorOptions } from './simulator/index';
import { createSimulator, createSimulatorServer, SIMULATED_APP, simulatorFetch } from './simulator/index';

/** A clock that stands still until it is moved. */
export interface ManualClock {
  now: () => Date;
  advance(ms: number): void;
}

export interface SimulatedWechat {
  clock: ManualClock;
  simulator: Simulator;
  client: WechatClient;
  /** Paths of the requests made so far. */
  paths: string[];
  close(): Promise<void>;
}

export const MINUTE = 60_000;

export function createManualClock(start = '2026-11-16T02:00:00Z'): ManualClock {
  let at = Date.parse(start);
  return {
    now: () => new Date(at),
    advance: ms => {
      at += ms;
    },
  };
}

/** A client wired to a simulator, over a socket or in process, that waits for nothing between tries. */
export async function startSimulatedWechat(
  transport: 'http' | 'in process',
  options: { simulator?: SimulatorOptions; client?: Partial<WechatClientOptions> } = {},
): Promise<SimulatedWechat> {
  const clock = createManualClock();
  const simulator = createSimulator({ now: clock.now, slowMs: 60_000, ...options.simulator });
  const server = transport === 'http' ? await createSimulatorServer(simulator) : null;
  const innerFetch = server === null ? simulatorFetch(simulator) : fetch;
  const paths: string[] = [];
  const client = createWechatClient({
    ...SIMULATED_APP,
    ...(server !== null && { baseUrl: server.url }),
    fetch: (input, init) => {
      paths.push(new URL(new Request(input).url).pathname);
      return innerFetch(input, init);
    },
    now: clock.now,
    sleep: () => Promise.resolve(),
    ...options.client,
  });
  return {
    clock,
    simulator,
    client,
    paths,
    close: async () => {
      simulator.close();
      await server?.close();
    },
  };
}

/** The WechatError that the promise must reject with. */
export async function failureOfCall(call: Promise<unknown>): Promise<WechatError> {
  const error = await call.then(
    () => new Error('the call succeeded'),
    (reason: unknown) => reason,
  );
  if (error instanceof WechatError) return error;
  throw error;
}
