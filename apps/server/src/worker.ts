import { setMaxListeners } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { createDelivery } from './platform/listeners';
import type { Schedule } from './platform/module';
import type { Dependencies } from './deps';

const IDLE_MS = 500;
const AFTER_FAULT_MS = 5_000;

export interface Worker {
  /** Stops after the entry and the schedule that are under way. */
  stop(): Promise<void>;
}

/** Starts the outbox poller and the schedules; both may run on several servers, leases see to it that one does the work. */
export function startWorker({
  platform,
  listeners,
  schedules,
}: Pick<Dependencies, 'platform' | 'listeners' | 'schedules'>): Worker {
  const { outbox, transaction, logger, leases, metrics } = platform;
  const delivery = createDelivery({ outbox, transaction, logger, listeners });
  const stopping = new AbortController();
  // Every schedule listens; Node warns of more than ten as if they were a leak.
  setMaxListeners(0, stopping.signal);

  const loops = [
    loop(stopping.signal, async () => {
      const outcome = await delivery.deliverNext();
      if (outcome === 'idle') return IDLE_MS;
      metrics.countDelivery(outcome);
      return 0;
    }),
    ...schedules.map(schedule =>
      loop(stopping.signal, async () => {
        await runUnderLease(schedule);
        return schedule.everySeconds * 1000;
      }),
    ),
  ];

  /** The lease outlives the run by most of its period, so that the other servers wait their turn. */
  async function runUnderLease(schedule: Schedule): Promise<void> {
    if (schedule.isDue && !(await schedule.isDue())) return;
    const isOurs = await leases.acquire(`schedule:${schedule.name}`, Math.max(schedule.everySeconds - 1, 1));
    if (isOurs) await schedule.run();
  }

  /** Repeats `step` until told to stop; `step` says how long to wait. A fault is logged and tried again later. */
  async function loop(signal: AbortSignal, step: () => Promise<number>): Promise<void> {
    while (!signal.aborted) {
      const wait = await step().catch((error: unknown) => {
        logger.error({ err: error }, 'worker step failed');
        return AFTER_FAULT_MS;
      });
      if (wait > 0) await setTimeout(wait, undefined, { signal }).catch(() => undefined);
    }
  }

  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}
