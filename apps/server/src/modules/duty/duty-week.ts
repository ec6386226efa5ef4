import type { DutyWeek, RouteInput } from '@bandeng/contracts/types';
import { addDays, dayKind, weekdayOf, type LocalDate } from '@bandeng/rules';
import { hasRoleForUnit, type OfficeActor } from '../../http/actor';
import { AppError, invalidField } from '../../platform/errors';
import type { DutyDeps } from './deps';
import { DUTY_DAYS, type DutyWeekRecord } from './duty.repository';

/** Who may stand in a roster of a unit: whoever works on messages there. */
export const ON_DUTY_ROLES = ['editor', 'office', 'street'] as const;
const KEEPERS = ['office', 'street'] as const;
const DAYS = 7;

/** The Monday of the week of a day. */
const mondayOf = (date: LocalDate): LocalDate => addDays(date, -((weekdayOf(date) + 6) % DAYS));

/** One week of a unit, with what its days are by the calendar and who may be put into it. */
export async function readWeek(
  deps: DutyDeps,
  actor: OfficeActor,
  { unitId, of = deps.clock.today() }: { unitId: string; of?: LocalDate | undefined },
): Promise<DutyWeek> {
  const unit = await deps.organization.findUnit(unitId);
  if (!unit || !hasRoleForUnit(actor, unitId, ...ON_DUTY_ROLES, 'head', 'supervisor'))
    throw new AppError('unit.not_found');
  const monday = mondayOf(of);
  const dates = Array.from({ length: DAYS }, (_, at) => addDays(monday, at));
  const [days, members, calendar, week] = await Promise.all([
    deps.duty.listDays(unitId, dates),
    deps.identity.listStaffFor(ON_DUTY_ROLES, unitId),
    deps.holidays.calendar(),
    deps.duty.findWeek(unitId, monday),
  ]);
  const staffIds = days.flatMap(({ mainId, deputyId }) => [mainId, deputyId]).filter(id => id !== null);
  const names = await deps.identity.findStaffNames([...new Set([...staffIds, ...(week ? [week.savedBy] : [])])]);
  const refOf = (id: string | null | undefined) => (id ? { id, name: names.get(id) ?? '' } : null);
  return {
    unit: { id: unit._id, name: unit.name },
    monday,
    days: dates.map(on => {
      const { working, reason } = dayKind(on, calendar);
      const set = days.find(day => day.on === on);
      return { on, isOff: !working, dayText: reason, main: refOf(set?.mainId), deputy: refOf(set?.deputyId) };
    }),
    revision: week?.revision ?? 0,
    saved: week && { at: week.savedAt.toISOString(), by: names.get(week.savedBy) ?? '' },
    members,
    abilities: { put: hasRoleForUnit(actor, unitId, ...KEEPERS) },
  };
}

/** Writes days of one week, when nobody saved it since it was read. Only who works for the unit now can be put in; main and deputy are two people. */
export async function putWeek(
  deps: DutyDeps,
  actor: OfficeActor,
  { unitId, revision, days }: RouteInput<'staff.duty.put'>['body'] & { unitId: string },
): Promise<DutyWeek> {
  const unit = await deps.organization.findUnit(unitId);
  if (!unit || !hasRoleForUnit(actor, unitId, ...KEEPERS)) throw new AppError('unit.not_found');
  const monday = mondayOf(days[0]!.on);
  if (days.some(({ on }) => mondayOf(on) !== monday)) throw invalidField('days', '一次只排一个星期的。');
  const members = new Set((await deps.identity.listStaffFor(ON_DUTY_ROLES, unitId)).map(({ id }) => id));
  const errors = days.flatMap(({ on, mainId, deputyId }, at) => {
    const isStranger = [mainId, deputyId].some(id => id !== null && !members.has(id));
    return isStranger ? [{ path: `days.${at}`, message: `${on} 排的人不在这个单位的经办人里` }] : [];
  });
  if (errors.length > 0) throw new AppError('request.invalid', { errors });
  await deps.transaction(async tx => {
    const week = await deps.duty.findWeek(unitId, monday, tx);
    if (week && week.revision !== revision) throw await conflictOf(deps, week);
    if (!week && revision !== 0) throw invalidField('revision', '这一周还没有人存过。');
    await deps.duty.markWeek(unitId, monday, { revision, savedBy: actor.staffId, savedAt: deps.clock.now() }, tx);
    await deps.duty.put(unitId, days, tx);
    const subject = { collection: DUTY_DAYS, id: unitId, fields: days.map(({ on }) => on) };
    await deps.audit.add(actor, 'duty.set', subject, tx);
  });
  return readWeek(deps, actor, { unitId, of: days[0]!.on });
}

/** Who saved it since it was read, for whoever was about to. */
async function conflictOf(
  { identity }: Pick<DutyDeps, 'identity'>,
  { revision, savedBy, savedAt }: DutyWeekRecord,
): Promise<AppError> {
  const names = await identity.findStaffNames([savedBy]);
  return new AppError('duty.conflict', {
    data: { revision, updatedBy: { id: savedBy, name: names.get(savedBy) ?? '' }, updatedAt: savedAt.toISOString() },
  });
}
