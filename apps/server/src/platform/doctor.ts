import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { needsNextYear } from '@bandeng/rules';
import { CommandError } from './errors';
import type { Command } from './module';
import type { Platform } from './platform';

interface Finding {
  isFine: boolean;
  text: string;
}

/** More waiting entries than this means that no worker runs, or that one cannot keep up. */
const MANY_PENDING = 1_000;

async function findMissingIndexes({ database }: Platform): Promise<string[]> {
  const missing: string[] = [];
  for (const model of Object.values(database.models)) {
    const { toCreate } = await model.diffIndexes();
    missing.push(...toCreate.map(fields => `${model.collection.collectionName} ${JSON.stringify(fields)}`));
  }
  return missing;
}

async function examine(platform: Platform): Promise<Finding[]> {
  const { config, outbox, transaction, clock } = platform;
  await transaction(() => Promise.resolve());
  const missing = await findMissingIndexes(platform);
  const [pending, dead] = [await outbox.countPending(), await outbox.countDead()];
  const h5 = join(config.root, 'apps/miniprogram/dist/h5/index.html');
  const mode = config.isDemo ? 'demo mode' : config.mode;
  return [
    { isFine: true, text: `settings: ${mode}, data in ${config.dataDir}` },
    { isFine: true, text: 'database: reachable, takes transactions' },
    {
      isFine: missing.length === 0,
      text: missing.length === 0 ? 'indexes: all there' : `indexes missing: ${missing.join('; ')}`,
    },
    { isFine: pending <= MANY_PENDING, text: `outbox: ${pending} waiting` },
    { isFine: dead === 0, text: `outbox: ${dead} given up` },
    { isFine: existsSync(h5), text: existsSync(h5) ? 'pages: built' : 'pages: not built (npm start builds them)' },
    needsNextYear(clock.today())
      ? { isFine: false, text: "calendar: next year's holidays are not entered yet (packages/rules)" }
      : { isFine: true, text: 'calendar: holidays known' },
  ];
}

/** `doctor`: says in plain words what is well and what is not; exit code 1 when something is not. */
export const doctorCommand: Command = {
  name: 'doctor',
  usage: 'doctor',
  summary: 'looks at settings, database, indexes, outbox, pages and calendar',
  run: async (_args, { platform, output }) => {
    const findings = await examine(platform);
    findings.forEach(({ isFine, text }) => output(`${isFine ? 'ok  ' : 'FAULT'} ${text}`));
    const faults = findings.filter(({ isFine }) => !isFine).length;
    if (faults > 0) throw new CommandError(`${faults} of ${findings.length} checks found a fault.`);
  },
};
