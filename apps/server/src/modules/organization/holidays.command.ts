import { HolidayYearError, readHolidayYear, type HolidayYear } from '@bandeng/rules';
import { CommandError } from '../../platform/errors';
import type { Command } from '../../platform/module';
import type { Platform } from '../../platform/platform';
import type { Audit } from '../audit';
import { problemText, readJson } from './read-json';

const USAGE = 'holidays import <file.json> [--dry-run]';

type HolidaysDeps = Pick<Platform, 'transaction' | 'outbox' | 'versions' | 'holidays'> & { audit: Audit };

/** `holidays import`: a year's days off in the form of config/holidays; running servers count by it within seconds. */
export function holidaysCommand(deps: HolidaysDeps): Command {
  return {
    name: 'holidays import',
    usage: USAGE,
    summary:
      "enters a year's days off and make-up days, in the form of config/holidays; dates over it are final from then on",
    run: async (args, { output }) => {
      const isDryRun = args.includes('--dry-run');
      const [path, ...rest] = args.filter(arg => arg !== '--dry-run');
      if (!path || path.startsWith('-') || rest.length > 0) throw new CommandError(`Usage: ${USAGE}`);
      const file = await readJson(path);
      try {
        const year = readHolidayYear(file);
        const isNew = isDryRun || (await importHolidays(deps, year));
        output(isNew ? `${isDryRun ? 'would enter' : 'entered'} ${wordsOf(year)}` : `${year.year} is there already`);
      } catch (error) {
        if (error instanceof HolidayYearError)
          throw new CommandError(problemText(path, error.problems), { cause: error });
        if (error instanceof RangeError) throw new CommandError(problemText(path, [error.message]), { cause: error });
        throw error;
      }
    },
  };
}

/** False when the year stands there just so. */
function importHolidays(deps: HolidaysDeps, year: HolidayYear): Promise<boolean> {
  return deps.transaction(async tx => {
    if (!(await deps.holidays.put(year, tx))) return false;
    const subject = { collection: 'holidayYears', id: String(year.year), fields: ['sources', 'off', 'work'] };
    await deps.audit.add('system', 'holidays.entered', subject, tx);
    // Days of a posting period are counted in what everybody reads.
    await deps.versions.bump('organization', tx);
    await deps.outbox.add({ name: 'holidays.entered', year: year.year }, tx);
    return true;
  });
}

const wordsOf = ({ year, off, work, sources }: HolidayYear): string =>
  `${year}: ${off.length} holidays, ${work.length} make-up days, by ${sources.map(({ number }) => number).join(', ')}`;
