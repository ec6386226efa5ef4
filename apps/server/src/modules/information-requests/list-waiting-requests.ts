import { addDays, officeSteps } from '@bandeng/rules';
import { unitsOf, type Actor } from '../../http/actor';
import type { RecordCount, WaitingTask } from '../../platform/module';
import type { InformationRequestsDeps } from './deps';
import { presentSummary } from './information-request.presenter';

/** Beyond every date of the law: all that have a day by which the office must act. */
const ANY_DAY = '9999-12-31';

/** Requests on which the office has to act, the most pressing first. */
export async function listWaitingRequests(
  deps: InformationRequestsDeps,
  actor: Actor,
  limit: number,
): Promise<WaitingTask[]> {
  const unitIds = unitsOf(actor, 'officer', 'head');
  if (unitIds.length === 0) return [];
  const [page, calendar] = await Promise.all([
    deps.requests.listForStaff({ unitIds, dueBy: ANY_DAY }, { limit }),
    deps.holidays.calendar(),
  ]);
  const units = await deps.organization.findUnits([...new Set(page.items.map(({ unitId }) => unitId))]);
  const today = deps.clock.today();
  return page.items.map(record => {
    const unitName = units.get(record.unitId)?.name ?? '';
    const { id, name, number, nextStep, status, submittedAt } = presentSummary(record, { unitName, today, calendar });
    return {
      kind: 'request',
      recordId: id,
      title: name,
      note: `${number} · ${unitName}`,
      step: officeSteps[status],
      since: submittedAt,
      dueOn: nextStep.dueOn,
    };
  });
}

/** Late ones, and how many are at which step, of whom this member may read. */
export async function countRequests(
  { requests, clock }: InformationRequestsDeps,
  actor: Actor,
): Promise<RecordCount[]> {
  const unitIds = unitsOf(actor, 'officer', 'head', 'legal', 'supervisor');
  if (unitIds.length === 0) return [];
  const [late, toRegister, inProgress] = await Promise.all([
    requests.countForStaff({ unitIds, dueBy: addDays(clock.today(), -1) }),
    requests.countForStaff({ unitIds, status: 'awaiting_confirmation' }),
    requests.countForStaff({ unitIds, status: 'in_progress' }),
  ]);
  return [
    { kind: 'requests_late', count: late },
    { kind: 'requests_to_register', count: toRegister },
    { kind: 'requests_in_progress', count: inProgress },
  ];
}
