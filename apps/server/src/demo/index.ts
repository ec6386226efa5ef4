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
  const { clock, leases, logger, database, config } = platform;
  const loads = createDemoLoadRepository(database);

  async function load(): Promise<Outcome> {
    const known = await loads.find();
    if (known?.finishedAt) return 'there';
    if (!known && (await modules.organization.api.listAllUnits()).length > 0) return 'not_empty';
    if (!(await leases.acquire(LEASE, LEASE_SECONDS))) return 'busy';
    try {
      await loads.begin(clock.now());
      const { at } = (await loads.find()) ?? { at: clock.now() };
      const { notices, catalog } = await loadDemo(modules, at);
      await loads.finish(clock.now());
      logger.info({ notices: notices.length, entries: catalog.length }, 'demo district loaded');
      return 'loaded';
    } finally {
      await leases.release(LEASE);
    }
  }

  const SENTENCES: Record<Exclude<Outcome, 'loaded' | 'there'>, string> = {
    not_empty: 'The database is not empty: the demo district is loaded into an empty one only. Give another DATA_DIR.',
    busy: 'Another process is loading the demo district right now.',
  };
  return {
    prepareDemo: async () => void (await load()),
    commands: [
      {
        name: 'demo load',
        usage: 'demo load',
        summary: 'writes the invented district 栖河区 into an empty database (demo mode only)',
        run: async (_args, { output }) => {
          if (!config.isDemo)
            throw new CommandError(
              'The demo district is for demo mode only: NODE_ENV other than production, no WeChat app id, HOST on loopback.',
            );
          const outcome = await load();
          if (outcome === 'loaded') output('The demo district is loaded.');
          else if (outcome === 'there') output('The demo district is loaded already; nothing was changed.');
          else throw new CommandError(SENTENCES[outcome]);
        },
      },
    ],
  };
}
