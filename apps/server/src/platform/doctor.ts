import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { needsNextYear, type HolidayCalendar } from '@bandeng/rules';
import { CommandError } from './errors';
import type { Command } from './module';
import type { Platform } from './platform';

interface Finding {
  isFine: boolean;
  /** Something to do soon; nothing is broken yet. */
  isWarning?: boolean;
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
  const { config, outbox, transaction, clock, holidays } = platform;
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
    examineCalendar(clock.today(), await holidays.calendar()),
  ];
}

/** This year's list must be there; next year's comes out in November or December, and until it is entered dates in it are provisional. */
export function examineCalendar(today: string, calendar: HolidayCalendar): Finding {
  const year = Number(today.slice(0, 4));
  const enter = (missing: number) => `npm run cli -- holidays import ${missing}.json`;
  if (!calendar.coveredYears.has(year))
    return { isFine: false, text: `calendar: the holidays of ${year} are missing (${enter(year)})` };
  if (!needsNextYear(today, calendar)) return { isFine: true, text: `calendar: the holidays of ${year} are known` };
  const text = `calendar: the holidays of ${year + 1} are not entered yet (${enter(year + 1)})`;
  return { isFine: true, isWarning: true, text };
}

const markOf = ({ isFine, isWarning }: Finding): string => (isWarning ? 'warn ' : isFine ? 'ok   ' : 'FAULT');

/** `doctor`: says in plain words what is well and what is not; exit code 1 when something is not. */
export const doctorCommand: Command = {
  name: 'doctor',
  usage: 'doctor',
  summary: 'looks at settings, database, indexes, outbox, pages and calendar',
  run: async (_args, { platform, output }) => {
    const findings = await examine(platform);
    findings.forEach(finding => output(`${markOf(finding)} ${finding.text}`));
    const faults = findings.filter(({ isFine }) => !isFine).length;
    if (faults > 0) throw new CommandError(`${faults} of ${findings.length} checks found a fault.`);
  },
};
