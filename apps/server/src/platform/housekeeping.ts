import { backupCommands, isRestoreUnfinished } from './backup';
import { doctorCommand } from './doctor';
import type { SealedField, ServerModule } from './module';
import type { Platform } from './platform';
import { createResealer, resealCommand } from './reseal';
import { createSweeper, loadRetention } from './retention';

const HOUR_SECONDS = 3600;

/** What the platform does by itself: sweeps what has outlived its time, follows a change of keys, keeps the outbox's numbers. */
export function createHousekeeping(platform: Platform, sealedFields: readonly SealedField[]): ServerModule {
  const { database, clock, config, logger, metrics, outbox } = platform;
  const [currentKey, ...olderKeys] = config.keys.fields;
  const reseal = createResealer(platform, sealedFields);
  const sweep = createSweeper({ database, clock, rules: loadRetention(config.root) });
  metrics.gauge('bandeng_outbox_pending', 'Outbox entries not yet delivered', () => outbox.countPending());
  metrics.gauge('bandeng_outbox_dead', 'Outbox entries given up', () => outbox.countDead());
  return {
    commands: [doctorCommand, ...backupCommands, resealCommand(reseal, currentKey!.id)],
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
      {
        name: 'platform.reseal',
        everySeconds: 24 * HOUR_SECONDS,
        run: async () => {
          // With one key there is nothing that another one could have sealed.
          if (olderKeys.length > 0) logger.info({ resealed: await reseal() }, 'fields sealed under the current key');
        },
      },
    ],
  };
}
