import { officeSteps } from '@bandeng/rules';
import { unitsOf, type Actor } from '../../http/actor';
import type { WaitingTask } from '../../platform/module';
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
