import type { HotlineMonth, RouteInput } from '@bandeng/contracts/types';
import { hasRoleForUnit, type OfficeActor } from '../../http/actor';
import { AppError, invalidField } from '../../platform/errors';
import district from '../../../../../config/district.json';
import type { EnquiryDeps } from './deps';
import type { HotlineMonthRecord } from './enquiry.model';

export const MONTHS = 'hotlineMonths';
const MONTH = /^20\d\d-(?:0[1-9]|1[0-2])$/;

export const presentMonth = ({ _id, enteredAt, enteredBy: _by, ...rates }: HotlineMonthRecord): HotlineMonth => ({
  id: _id,
  ...rates,
  enteredAt: enteredAt.toISOString(),
});

export type LoadedMonth = Omit<HotlineMonth, 'enteredAt'>;

/** Months as somebody entered them; one that is there is left alone. */
export async function loadMonths(deps: EnquiryDeps, months: readonly LoadedMonth[], staffId: string): Promise<void> {
  const { items } = await deps.enquiries.listMonths({ limit: 100 });
  const known = new Set(items.map(({ _id }) => _id));
  for (const { id, ...rates } of months.filter(month => !known.has(month.id))) {
    const record = { _id: id, ...rates, enteredBy: staffId, enteredAt: deps.clock.now() };
    await deps.transaction(tx => deps.enquiries.putMonth(record, tx));
  }
}

/** Writes down what the city reports of a month; a later report takes its place. The district's office does it, nobody else's. */
export function putMonth(
  deps: EnquiryDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: RouteInput<'staff.hotline.put'>['body'] },
): Promise<HotlineMonth> {
  if (!MONTH.test(id)) throw invalidField('id', '月份要写成 2026-11 这样');
  if (!hasRoleForUnit(actor, district.informationOfficeUnitId, 'office')) throw new AppError('auth.forbidden');
  const record: HotlineMonthRecord = { _id: id, ...body, enteredBy: actor.staffId, enteredAt: deps.clock.now() };
  return deps.transaction(async tx => {
    await deps.enquiries.putMonth(record, tx);
    const subject = { collection: MONTHS, id, fields: Object.keys(body) };
    await deps.audit.add(actor, 'hotline.entered', subject, tx);
    return presentMonth(record);
  });
}
