import { CommandError } from '../platform/errors';
import type { ServerModule } from '../platform/module';
import type { Platform } from '../platform/platform';
import { createDemoLoadRepository } from './demo-load.repository';
import { loadDemo, type DemoModules } from './load-demo';

const LEASE = 'demo.load';
/** A load takes some seconds; one that died is taken over after this. */
const LEASE_SECONDS = 120;

type Outcome = 'loaded' | 'there' | 'not_empty' | 'busy';

/** The invented district of demo mode: loaded once into an empty database, around the clock of that moment. */
export function createDemo(platform: Platform, modules: DemoModules): ServerModule {
  const { clock, leases, logger, database, config, outbox } = platform;
  const loads = createDemoLoadRepository(database);

  async function load(): Promise<Outcome> {
    const known = await loads.find();
    if (known?.finishedAt) return 'there';
    if (!known && (await modules.organization.api.listAllUnits()).length > 0) return 'not_empty';
    if (!(await leases.acquire(LEASE, LEASE_SECONDS))) return 'busy';
    try {
      await loads.begin(clock.now());
      const { at } = (await loads.find()) ?? { at: clock.now() };
      const { notices, catalog } = await outbox.inBulk(() => loadDemo(modules, at));
      await loads.finish(clock.now());
      logger.info({ notices: notices.length, entries: catalog.length }, 'demo district loaded');
      return 'loaded';
    } finally {
      await leases.release(LEASE);
    }
  }

  const SENTENCES: Record<Exclude<Outcome, 'loaded' | 'there'>, string> = {
    not_empty: '数据库不是空的：演示数据只写进空数据库。请换一个 DATA_DIR。',
    busy: '另一个进程正在写演示数据。',
  };
  return {
    prepareDemo: async () => void (await load()),
    commands: [
      {
        name: 'demo load',
        usage: 'demo load',
        summary: '把虚构的栖河区写进空数据库（只在演示模式）',
        run: async (_args, { output }) => {
          if (!config.isDemo)
            throw new CommandError(
              '演示数据只用于演示模式：NODE_ENV 不是 production，没有微信小程序编号，HOST 是本机。',
            );
          const outcome = await load();
          if (outcome === 'loaded') output('演示数据已写入。');
          else if (outcome === 'there') output('演示数据已经在了，没有改动。');
          else throw new CommandError(SENTENCES[outcome]);
        },
      },
    ],
  };
}
