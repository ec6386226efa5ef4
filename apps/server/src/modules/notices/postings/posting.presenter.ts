import type { OwnObjection, Posting, PostingDetail, Ref, StaffObjection } from '@bandeng/contracts/types';
import { formatChineseDate, maskName, maskPhone, postingKinds } from '@bandeng/rules';
import { shanghaiDate } from '../../../platform/clock';
import type { OfficeActor } from '../../../http/actor';
import type { Page } from '../../../platform/paging';
import type { NoticesDeps } from '../deps';
import { isPublicNotice } from '../notice.policy';
import { OBJECTIONS, type SEALED } from './create-objection';
import { countObjections } from './next-step';
import type { ObjectionRecord } from './objection.repository';
import { isOverdue, lockOf, phaseOf, worksOnPosting } from './posting.policy';
import type { PostingCourse } from './posting.repository';

const opened = ({ fields }: Pick<NoticesDeps, 'fields'>, record: ObjectionRecord, field: (typeof SEALED)[number]) => {
  const sealed = record[field];
  return sealed === null ? null : fields.decrypt(sealed, { collection: OBJECTIONS, id: record._id, field });
};

const conclusionOf = ({ state, result, reason, settledAt }: ObjectionRecord) => ({
  ...{ state, result, reason },
  settledAt: settledAt?.toISOString() ?? null,
});

/** What happens next, who does it, by when. */
function nextOf({ state, dueOn }: ObjectionRecord, unitName: string): string {
  if (state === 'settled') return '已经有结论。不服的，可以依法申请行政复议。';
  const step = state === 'received' ? '核查' : '核查完';
  return `${unitName}${step}，最晚 ${formatChineseDate(dueOn)}给你结论，会发到消息里。`;
}

export async function describeOwnObjections(
  deps: NoticesDeps,
  records: readonly ObjectionRecord[],
): Promise<OwnObjection[]> {
  const [notices, units] = await Promise.all([
    deps.notices.findAll([...new Set(records.map(({ noticeId }) => noticeId))]),
    deps.organization.findUnits([...new Set(records.map(({ unitId }) => unitId))]),
  ]);
  const titles = new Map(notices.map(({ _id, title }) => [_id, title]));
  return records.map(record => {
    const unitName = units.get(record.unitId)?.name ?? '';
    return {
      id: record._id,
      notice: { id: record.noticeId, title: titles.get(record.noticeId) ?? '' },
      unit: { id: record.unitId, name: unitName },
      text: opened(deps, record, 'text') ?? '',
      createdAt: record.createdAt.toISOString(),
      receivedOn: record.receivedOn,
      dueOn: record.dueOn,
      ...conclusionOf(record),
      receipt: record.receipt,
      next: nextOf(record, unitName),
    };
  });
}

export async function describeObjections(
  deps: NoticesDeps,
  actor: OfficeActor,
  records: readonly ObjectionRecord[],
): Promise<StaffObjection[]> {
  const staffIds = records.flatMap(({ examinedBy, settledBy }) => [examinedBy, settledBy]).filter(id => id !== null);
  const names = await deps.identity.findStaffNames([...new Set(staffIds)]);
  const person = (id: string | null): Ref | null => (id === null ? null : { id, name: names.get(id) ?? '' });
  const today = deps.clock.today();
  return records.map(record => {
    const [name, phone] = [opened(deps, record, 'name'), opened(deps, record, 'phone')];
    const mayWork = worksOnPosting(actor, record.unitId);
    const isOpen = record.state !== 'settled';
    return {
      id: record._id,
      noticeId: record.noticeId,
      source: record.source,
      text: opened(deps, record, 'text') ?? '',
      name: name === null ? '（已注销）' : maskName(name),
      phone: phone === null ? null : maskPhone(phone),
      receivedOn: record.receivedOn,
      dueOn: record.dueOn,
      isOverdue: isOverdue(record, today),
      ...conclusionOf(record),
      examinedBy: person(record.examinedBy),
      settledBy: person(record.settledBy),
      abilities: { examine: mayWork && record.state === 'received', settle: mayWork && isOpen, reveal: mayWork },
    };
  });
}

const stateOf = (course: PostingCourse, today: string): Posting['state'] =>
  course.state === 'concluded' ? 'concluded' : phaseOf(course, today) === 'over' ? 'over' : 'running';

export async function presentPostings(deps: NoticesDeps, page: Page<PostingCourse>): Promise<Page<Posting>> {
  const units = await deps.organization.findUnits([...new Set(page.items.map(({ unitId }) => unitId))]);
  const today = deps.clock.today();
  const items = page.items.map(course => ({
    id: course._id,
    title: course.title,
    unit: { id: course.unitId, name: units.get(course.unitId)?.name ?? '' },
    kind: course.kind ?? null,
    kindLabel: postingKinds[course.kind ?? 'other'].label,
    from: course.from,
    to: course.to,
    state: stateOf(course, today),
    takeDownOn: course.takeDownAt && shanghaiDate(course.takeDownAt),
  }));
  return { ...page, items };
}

export async function describePosting(
  deps: NoticesDeps,
  actor: OfficeActor,
  course: PostingCourse,
): Promise<PostingDetail> {
  const [page, outcomes, relating] = await Promise.all([
    presentPostings(deps, { items: [course], nextCursor: null }),
    deps.objections.outcomesOf(course._id),
    deps.notices.listRelating(course._id),
  ]);
  const counts = countObjections(outcomes);
  const { concluded, extended } = course;
  const names = await deps.identity.findStaffNames(concluded ? [concluded.by] : []);
  const today = deps.clock.today();
  const isOpen = worksOnPosting(actor, course.unitId) && course.state === 'open';
  const lock = lockOf(course, counts.open, today);
  return {
    ...page.items[0]!,
    counts,
    lock,
    concluded: concluded && {
      at: concluded.at.toISOString(),
      by: { id: concluded.by, name: names.get(concluded.by) ?? '' },
      statement: concluded.statement,
    },
    extended: extended && { ...extended, at: extended.at.toISOString() },
    results: relating
      .filter(notice => notice.kind === 'result' && isPublicNotice(notice, deps.clock.now()))
      .map(({ _id, title }) => ({ id: _id, title })),
    abilities: { record: isOpen, extend: isOpen, conclude: isOpen && lock === null },
  };
}
