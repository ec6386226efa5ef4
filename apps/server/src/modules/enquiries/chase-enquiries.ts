import { requestReminders, type HolidayCalendar } from '@bandeng/rules';
import type { EnquiryDeps } from './deps';
import { clockOf, recounted } from './enquiry-dates';
import type { EnquiryRecord } from './enquiry.model';
import { ENQUIRIES } from './enquiry.repository';

const AT_ONCE = 200;

/** Who has to act now: the unit that answers, else the one that took it in. */
const turnOf = ({ status, unitId, mainUnitId }: EnquiryRecord): string =>
  status === 'assigned' ? (mainUnitId ?? unitId) : unitId;

/** Reminds of what is due by today, once a day for each however often it runs; late ones too, every day. */
export async function chaseEnquiries(deps: EnquiryDeps): Promise<void> {
  const today = deps.clock.today();
  for (let isMore = true; isMore;) {
    const due = await deps.enquiries.listDue(today, AT_ONCE);
    for (const { _id } of due)
      await change(deps, _id, record =>
        record.actBy === '' || record.actBy > today || record.chasedOn === today
          ? null
          : { next: { ...record, chasedOn: today }, event: 'enquiry.due' },
      );
    isMore = due.length === AT_ONCE;
  }
}

/** Before the last day: at half, and with two working days left; a step that went by unseen is not made up for. */
export async function remindOfEnquiries(deps: EnquiryDeps): Promise<void> {
  const today = deps.clock.today();
  const calendar = await deps.holidays.calendar();
  for (let isMore = true; isMore;) {
    const due = await deps.enquiries.listToRemind(today, AT_ONCE);
    for (const { _id } of due)
      await change(deps, _id, record => ({
        next: recounted({ ...record, remindedOn: today }, calendar),
        event: isSoon(record, calendar, today) ? 'enquiry.soon' : null,
      }));
    isMore = due.length === AT_ONCE;
  }
}

function isSoon(record: EnquiryRecord, calendar: HolidayCalendar, today: string): boolean {
  const { days, dueOn } = clockOf(record, calendar);
  const last = requestReminders({ days, dueOn, nextStep: { who: 'office' } }).findLast(({ on }) => on <= today);
  return record.actBy !== '' && last !== undefined && last.step !== 'due';
}

/** Counts every open message anew: a year's days off were entered or changed. May run twice: what is right stays. */
export async function recountEnquiries(deps: EnquiryDeps): Promise<void> {
  const calendar = await deps.holidays.calendar({ isFresh: true });
  let last: Pick<EnquiryRecord, 'actBy' | '_id'> | undefined = { actBy: '', _id: '' };
  // Gathered first: a message that gets another day moves in the list it is read from.
  const ids: string[] = [];
  while (last) {
    const open: EnquiryRecord[] = await deps.enquiries.listOpen(last, AT_ONCE);
    ids.push(...open.map(({ _id }) => _id));
    last = open.length === AT_ONCE ? open.at(-1) : undefined;
  }
  for (const id of ids)
    await change(deps, id, record => {
      const next = recounted(record, calendar);
      const isSame = next.dueOn === record.dueOn && next.provisional === record.provisional;
      return isSame && next.actBy === record.actBy ? null : { next, event: null, isCounted: true };
    });
}

function change(
  deps: EnquiryDeps,
  id: string,
  decide: (record: EnquiryRecord) => { next: EnquiryRecord; event: string | null; isCounted?: boolean } | null,
): Promise<void> {
  return deps.transaction(async tx => {
    const record = await deps.enquiries.get(id, tx);
    const changed = decide(record);
    // Somebody was quicker: their step has counted the days anew.
    if (!changed || !(await deps.enquiries.replace(changed.next, tx))) return;
    if (changed.isCounted)
      await deps.audit.add('system', 'enquiry.recounted', { collection: ENQUIRIES, id, fields: ['dueOn'] }, tx);
    if (changed.event === null) return;
    const unitId = turnOf(record);
    await deps.outbox.add({ name: changed.event, enquiryId: id, unitId, on: deps.clock.today() }, tx);
  });
}
