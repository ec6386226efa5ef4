import {
  addDays,
  addWorkingDays,
  assistanceKinds,
  officeStepOf,
  requestLimits,
  type HolidayCalendar,
} from '@bandeng/rules';
import { unitsOf, type Actor } from '../../http/actor';
import type { RecordCount, WaitingTask } from '../../platform/module';
import type { InformationRequestsDeps } from './deps';
import type { InformationRequestRecord } from './information-request.model';
import { hasFeeDispute, isHead, isLegal, isOfficer } from './information-request.policy';
import { presentSummary } from './information-request.presenter';
import type { StaffFilter } from './information-request.repository';

/** Beyond every date of the law: all that have a day by which the office must act. */
const ANY_DAY = '9999-12-31';

/** Requests on which this member has to act, or whose answer waits for their signature; the most pressing first. */
export async function listWaitingRequests(
  deps: InformationRequestsDeps,
  actor: Actor,
  limit: number,
): Promise<WaitingTask[]> {
  const wanted: StaffFilter[] = [
    { unitIds: unitsOf(actor, 'officer', 'head'), dueBy: ANY_DAY },
    // While others are asked nothing is due, and a signature can wait all the same.
    { unitIds: unitsOf(actor, 'legal'), step: 'review' as const },
    { unitIds: unitsOf(actor, 'head'), step: 'approval' as const },
    { unitIds: unitsOf(actor, 'officer'), step: 'returned' as const },
  ].filter(({ unitIds }) => unitIds.length > 0);
  const ownUnits = unitsOf(actor, 'officer');
  const [pages, disputes, untold, calendar] = await Promise.all([
    Promise.all(wanted.map(filter => deps.requests.listForStaff(filter, { limit }))),
    ownUnits.length === 0 ? [] : deps.requests.listFeeDisputes(ownUnits, limit),
    ownUnits.length === 0 ? [] : deps.requests.listUntold(ownUnits, limit),
    deps.holidays.calendar(),
  ]);
  const all = [...disputes, ...untold, ...pages.flatMap(({ items }) => items)];
  const records = [...new Map(all.map(record => [record._id, record])).values()];
  const units = await deps.organization.findUnits([...new Set(records.map(({ unitId }) => unitId))]);
  const today = deps.clock.today();
  return records.map(record => {
    const unitName = units.get(record.unitId)?.name ?? '';
    const { id, name, number, nextStep, submittedAt } = presentSummary(record, { unitName, today, calendar });
    return {
      kind: 'request',
      recordId: id,
      title: name,
      note: [helpFor(record), number, unitName].filter(Boolean).join(' · '),
      step: stepFor(actor, record),
      since: submittedAt,
      dueOn: isToTell(actor, record) ? tellBy(record.untoldSince, calendar) : nextStep.dueOn,
    };
  });
}

/** What help the applicant asks for comes first (Art. 43). */
const helpFor = ({ assistance }: InformationRequestRecord): string =>
  assistance ? `需要帮助：${assistance.kinds.map(kind => assistanceKinds[kind]).join('、')}` : '';

/** The applicant does not know of it yet: that comes before the rest of the case. */
const isToTell = (
  actor: Actor,
  record: InformationRequestRecord,
): record is InformationRequestRecord & { untoldSince: string } =>
  Boolean(record.untoldSince) && !hasFeeDispute(record) && isOfficer(actor, record);

const tellBy = (since: string, calendar: HolidayCalendar): string =>
  addWorkingDays(since, requestLimits.telling, calendar).date;

/** What this member has to do, or whom the answer waits for. */
function stepFor(actor: Actor, record: InformationRequestRecord): string {
  if (hasFeeDispute(record) && isOfficer(actor, record)) return '申请人对收费有异议，请答复';
  if (isToTell(actor, record)) return '申请人没有账号：打电话或者写信，告诉他拆分、合并了';
  switch (record.decisionStep) {
    case 'review':
      return isLegal(actor, record) ? '审拟好的答复：同意，还是退回' : '等法律顾问审答复';
    case 'approval':
      return isHead(actor, record) ? '批准答复，还是退回' : '等负责人批准答复';
    case 'returned':
      return isOfficer(actor, record) ? '答复退回来了，改好再报' : '等经办人重新拟答复';
    default:
      return officeStepOf({ kind: record.kind ?? 'information', status: record.status });
  }
}

/** Late ones, and how many are at which step, of whom this member may read. */
export async function countRequests(
  { requests, clock }: InformationRequestsDeps,
  actor: Actor,
): Promise<RecordCount[]> {
  const unitIds = unitsOf(actor, 'officer', 'head', 'legal', 'supervisor');
  if (unitIds.length === 0) return [];
  const signing = [
    { kind: 'requests_to_review', unitIds: unitsOf(actor, 'legal'), step: 'review' },
    { kind: 'requests_to_approve', unitIds: unitsOf(actor, 'head'), step: 'approval' },
  ] as const;
  const [late, toRegister, inProgress, toSign] = await Promise.all([
    requests.countForStaff({ unitIds, dueBy: addDays(clock.today(), -1) }),
    requests.countForStaff({ unitIds, status: 'awaiting_confirmation' }),
    requests.countForStaff({ unitIds, status: 'in_progress' }),
    Promise.all(
      signing
        .filter(({ unitIds: own }) => own.length > 0)
        .map(async ({ kind, ...filter }) => ({ kind, count: await requests.countForStaff(filter) })),
    ),
  ]);
  return [
    { kind: 'requests_late', count: late },
    { kind: 'requests_to_register', count: toRegister },
    { kind: 'requests_in_progress', count: inProgress },
    ...toSign,
  ];
}
