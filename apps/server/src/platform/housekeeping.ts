import { backupCommands, isRestoreUnfinished } from './backup';
import { doctorCommand } from './doctor';
import type { ServerModule } from './module';
import type { Platform } from './platform';
import { createSweeper, loadRetention } from './retention';

const HOUR_SECONDS = 3600;

/** What the platform does by itself: sweeps what has outlived its time and keeps the outbox's numbers. */
export function createHousekeeping({ database, clock, config, logger, metrics, outbox }: Platform): ServerModule {
  const sweep = createSweeper({ database, clock, rules: loadRetention(config.root) });
  metrics.gauge('bandeng_outbox_pending', 'Outbox entries not yet delivered', () => outbox.countPending());
  metrics.gauge('bandeng_outbox_dead', 'Outbox entries given up', () => outbox.countDead());
  return {
    commands: [doctorCommand, ...backupCommands],
    startFaults: async () =>
      (await isRestoreUnfinished(database.db!))
        ? ['a restore broke off: run it again (npm run cli -- restore <folder>)']
        : [],
    schedules: [
      {
        name: 'platform.sweep',
        everySeconds: 6 * HOUR_SECONDS,
        run: async () => {
          const swept = await sweep();
          logger.info({ swept }, 'retention sweep');
        },
      },
    ],
  };
}
