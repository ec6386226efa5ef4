import type { Config } from './config';
import { createDependencies, type Dependencies } from './deps';
import type { Clock } from './platform/clock';
import { ensureIndexes, openDatabase, type OpenDatabase } from './platform/database';
import type { Logger } from './platform/logger';
import { createPlatform } from './platform/platform';

/** Opens the database, builds its indexes and makes everything; shared by the server, the worker, the command line and the tests. */
export async function openDependencies(given: {
  config: Config;
  logger: Logger;
  clock?: Clock;
  /** Tests watch every command of the database for scans. */
  isMonitored?: boolean;
  /** Told which database it is, before anything else happens. */
  onDatabase?: (description: string) => void;
}): Promise<{ deps: Dependencies; database: OpenDatabase }> {
  const { config, logger, clock, onDatabase, isMonitored = false } = given;
  const database = await openDatabase({ config, logger, isMonitored });
  onDatabase?.(database.description);
  try {
    const platform = createPlatform({ config, logger, database: database.connection, ...(clock && { clock }) });
    const deps = createDependencies(platform);
    await ensureIndexes(database.connection);
    return { deps, database };
  } catch (error) {
    await database.close();
    throw error;
  }
}
