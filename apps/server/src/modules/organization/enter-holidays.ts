import { HolidayYearError, readHolidayNotice, type HolidayYear } from '@bandeng/rules';
import type { RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { Platform } from '../../platform/platform';
import type { Audit } from '../audit';

export type HolidaysDeps = Pick<Platform, 'transaction' | 'outbox' | 'versions' | 'holidays'> & { audit: Audit };

/** Enters a year; false when it stands there just so. Dates that hang on it are counted again. */
export function enterHolidays(deps: HolidaysDeps, actor: OfficeActor | 'system', year: HolidayYear): Promise<boolean> {
  return deps.transaction(async tx => {
    if (!(await deps.holidays.put(year, tx))) return false;
    const subject = { collection: 'holidayYears', id: String(year.year), fields: ['sources', 'off', 'work'] };
    await deps.audit.add(actor, 'holidays.entered', subject, tx);
    // Days of a posting period are counted in what everybody reads.
    await deps.versions.bump('organization', tx);
    await deps.outbox.add({ name: 'holidays.entered', year: year.year }, tx);
    return true;
  });
}

type ShownYear = RouteAnswer<'staff.holidays.enter'>['year'];

export const presentYear = ({ year, sources, off, work }: HolidayYear): ShownYear => ({
  ...{ year, sources: [...sources], off: [...off], work: [...work] },
});

/** The notice of the State Council as it was pasted: read, and entered unless it is only tried. */
export async function enterNotice(
  deps: HolidaysDeps,
  actor: OfficeActor,
  { text, url, dryRun }: RouteInput<'staff.holidays.enter'>['body'],
): Promise<RouteAnswer<'staff.holidays.enter'>> {
  try {
    const year = readHolidayNotice(text, url);
    return { year: presentYear(year), isNew: !dryRun && (await enterHolidays(deps, actor, year)) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const problems = error instanceof HolidayYearError ? error.problems : [error.message];
    throw new AppError('request.invalid', { errors: problems.map(message => ({ path: 'text', message })) });
  }
}
