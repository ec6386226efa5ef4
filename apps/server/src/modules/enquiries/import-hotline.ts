import type { RouteAnswer } from '@bandeng/contracts/types';
import { hasRoleForUnit, type OfficeActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import district from '../../../../../config/district.json';
import { readUploadedWorkbook } from '../catalog';
import type { EnquiryDeps } from './deps';
import { MONTHS } from './hotline-months';
import { parseHotlineSheets } from './parse-hotline-sheet';

/**
 * The city's report as a workbook: shown first, with what is wrong row by row; written only when it is asked for and nothing is wrong,
 * all months in one transaction.
 * @param source the paper it is taken from, kept with each month
 */
export async function importHotline(
  deps: EnquiryDeps,
  actor: OfficeActor,
  { bytes, source, isDryRun }: { bytes: Buffer; source: string; isDryRun: boolean },
): Promise<RouteAnswer<'staff.hotline.import'>> {
  if (!hasRoleForUnit(actor, district.informationOfficeUnitId, 'office')) throw new AppError('auth.forbidden');
  const now = deps.clock.now();
  const { months, problems } = parseHotlineSheets(await readUploadedWorkbook(bytes), {
    district: district.name,
    thisMonth: deps.clock.today().slice(0, 7),
  });
  const known = new Set(await deps.enquiries.findMonthIds(months.map(({ id }) => id)));
  const shown = months.map(month => ({ ...month, replaces: known.has(month.id) }));
  if (isDryRun || problems.length > 0 || months.length === 0) return { months: shown, problems, saved: 0 };
  await deps.transaction(async tx => {
    for (const { id, row: _row, ...rates } of months) {
      const record = { _id: id, ...rates, source, enteredBy: actor.staffId, enteredAt: now };
      await deps.enquiries.putMonth(record, tx);
      const subject = { collection: MONTHS, id, fields: [...Object.keys(rates), 'source'] };
      await deps.audit.add(actor, 'hotline.entered', subject, tx);
    }
  });
  return { months: shown, problems, saved: months.length };
}
