import type { App } from '../support/start-app';
import { startDemo } from '../support/start-demo';
import { until } from '../support/until';
import { enginePid, get } from './neighbours';
import { stepDown } from './step-down';

export type Victim = 'server' | 'engine' | 'worker';
const VICTIMS: readonly Victim[] = ['server', 'engine', 'worker'];

export interface Restart {
  victim: Victim;
  /** From the kill until what was killed is there again. */
  from: number;
  to: number;
}

/** What a driver may need to find that its database is back. */
const AFTER_MS = 4_000;

/** Whether somebody without a page from `from` to `to` was so only while something was being started again. */
export function isExplained({ from, to }: { from: number; to: number }, restarts: readonly Restart[]): boolean {
  let unexplainedFrom = from;
  for (const restart of restarts) {
    const end = restart.to + AFTER_MS;
    if (restart.from <= unexplainedFrom && unexplainedFrom <= end) unexplainedFrom = end;
  }
  return to <= unexplainedFrom;
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const pickVictim = (random: () => number): Victim => VICTIMS[Math.floor(random() * VICTIMS.length)]!;

/** A server as `npm start` runs it, a second process that only delivers, and the engine of both, each to be killed and started again. */
export async function startProcesses(env: Record<string, string>) {
  let server = await startDemo({ env });
  const { dataDir } = server;
  const startWorker = (): Promise<App> => startDemo({ dataDir, env, role: '--worker' });
  let worker = await startWorker();
  /** What every process said, for the message of a failing test. */
  let printed = '';

  const kill: Record<Victim, () => Promise<void>> = {
    server: async () => {
      printed += server.output();
      await server.kill();
      server = await startDemo({ dataDir, env });
      // Ready is ready: no error page after it.
      await get(server.origin, '/api/v1/notices?limit=3');
    },
    worker: async () => {
      printed += worker.output();
      await worker.kill();
      worker = await startWorker();
    },
    engine: async () => {
      if (process.env.MONGODB_URI) return stepDown(process.env.MONGODB_URI);
      const before = enginePid(dataDir);
      process.kill(before, 'SIGKILL');
      await until(() => Promise.resolve(enginePid(dataDir) !== before));
    },
  };
  return {
    server: () => server,
    printed: () => printed + server.output() + worker.output(),
    kill: async (victim: Victim): Promise<Restart> => {
      const from = Date.now();
      await kill[victim]();
      return { victim, from, to: Date.now() };
    },
    stop: async () => {
      await Promise.all([worker.stop(), server.stop()]);
      await server.remove();
    },
  };
}
