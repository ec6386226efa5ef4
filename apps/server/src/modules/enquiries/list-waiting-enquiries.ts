import type { FoundRecord } from '@bandeng/contracts/types';
import { addDays, type EnquiryStatus } from '@bandeng/rules';
import { unitsOf, type OfficeActor } from '../../http/actor';
import type { RecordCount, WaitingTask } from '../../platform/module';
import type { EnquiryDeps } from './deps';
import { answersFor, takesIn } from './enquiry.policy';
import { contextOf } from './read-enquiry';

/** Beyond every date: all on which somebody has to act. */
const ANY_DAY = '9999-12-31';
const STEPS: Partial<Record<EnquiryStatus, string>> = {
  submitted: '受理，或者告诉他归谁办',
  accepted: '交给该办的单位',
  assigned: '去办，写答复',
  with_hotline: '问热线办得怎样，接回来答复',
  drafted: '审核答复',
};

const worksFor = (actor: OfficeActor) => unitsOf(actor, 'editor', 'office', 'street');

/** Messages on which this member has to act, the most pressing first. */
export async function listWaitingEnquiries(
  deps: EnquiryDeps,
  actor: OfficeActor,
  limit: number,
): Promise<WaitingTask[]> {
  const unitIds = worksFor(actor);
  if (unitIds.length === 0) return [];
  const { items } = await deps.enquiries.listForStaff({ unitIds, dueBy: ANY_DAY }, { limit });
  // Of those their units have to do with, the ones where it is their turn.
  const own = items.filter(record =>
    record.status === 'assigned' ? answersFor(actor, record) : takesIn(actor, record),
  );
  const looked = (await deps.enquiries.listToLookAt(unitIds, limit)).filter(record => takesIn(actor, record));
  const { unitName } = await contextOf(deps, own);
  const tasks = own.map((record): WaitingTask => ({
    ...{ kind: 'enquiry', recordId: record._id, title: record.title },
    note: `${record.number} · ${unitName(record.mainUnitId ?? record.unitId)}`,
    step: STEPS[record.status] ?? '',
    since: (record.events.at(-1)?.at ?? record.submittedAt).toISOString(),
    dueOn: record.actBy,
  }));
  const looks = looked.map(({ _id, title, number, hidden, lookFrom }): WaitingTask => ({
    ...{ kind: 'enquiry', recordId: _id, title, note: number, dueOn: null },
    step: hidden ? '看看申诉，决定公不公开' : '看看举报，决定公不公开',
    since: lookFrom!.toISOString(),
  }));
  return [...tasks, ...looks].slice(0, limit);
}

/** Late ones, and those nobody has taken in, of whom this member may read. */
export async function countEnquiries({ enquiries, clock }: EnquiryDeps, actor: OfficeActor): Promise<RecordCount[]> {
  const unitIds = unitsOf(actor, 'editor', 'office', 'street', 'supervisor');
  if (unitIds.length === 0) return [];
  const [late, toAccept] = await Promise.all([
    enquiries.countForStaff({ unitIds, dueBy: addDays(clock.today(), -1) }),
    enquiries.countForStaff({ unitIds, status: 'submitted' }),
  ]);
  return [
    { kind: 'enquiries_late', count: late },
    { kind: 'enquiries_to_accept', count: toAccept },
  ];
}

/** Of the newest, so many are looked through by title. */
const LOOKED_THROUGH = 100;

/** By number or ticket of the hotline, or by words of the title among the newest, of the units whose messages this member reads. */
export async function findEnquiries(
  deps: EnquiryDeps,
  actor: OfficeActor,
  { words, limit }: { words: string; limit: number },
): Promise<FoundRecord[]> {
  const unitIds = unitsOf(actor, 'editor', 'office', 'street', 'supervisor');
  if (unitIds.length === 0) return [];
  const [ticketed, numbered, newest] = await Promise.all([
    deps.enquiries.listByTicket(words, unitIds, limit),
    deps.enquiries.listByNumber(words, unitIds, limit),
    deps.enquiries.listForStaff({ unitIds }, { limit: LOOKED_THROUGH }),
  ]);
  const titled = newest.items.filter(({ title }) => title.includes(words));
  const found = [...new Map([...ticketed, ...numbered, ...titled].map(record => [record._id, record])).values()].slice(
    0,
    limit,
  );
  return found.map(({ _id, title, number }) => ({ kind: 'enquiry', id: _id, title, note: number }));
}
