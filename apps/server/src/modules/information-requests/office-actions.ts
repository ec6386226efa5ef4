import type { RouteInput } from '@bandeng/contracts/types';
import { formatChineseDate, latestCorrectionDeadline, requestLimits } from '@bandeng/rules';
import type { OfficeActor } from '../../http/actor';
import { AppError, invalidField } from '../../platform/errors';
import { clockOf } from './case-clock';
import { assertAllowed, changeInformationRequest } from './change-information-request';
import type { InformationRequestsDeps } from './deps';
import { hasFeeDispute, isHead, isOfficer } from './information-request.policy';
import type { InformationRequestRecord } from './information-request.model';

type Change = Promise<InformationRequestRecord>;
type OfficeRoute =
  'staff.informationRequests.askCorrection' | 'staff.informationRequests.lapse' | 'staff.informationRequests.extend';
interface OfficeInput<N extends OfficeRoute> {
  id: string;
  body: RouteInput<N>['body'];
}

/** The office's confirmation: received today, working day or not; day 1 is the next working day (API.md). */
export const registerInformationRequest = (deps: InformationRequestsDeps, actor: OfficeActor, id: string): Change =>
  changeInformationRequest(deps, actor, id, (record, today) => {
    assertAllowed(isOfficer(actor, record));
    return {
      event: 'information-request.registered',
      by: 'office',
      fact: { type: 'registered', on: today },
      fields: ['receivedOn'],
    };
  });

/** 一次性告知补正 with a reasonable period (Art. 30). Later than seven working days it still stands, and counts as a breach (rules). */
export const askCorrection = (
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { id, body }: OfficeInput<'staff.informationRequests.askCorrection'>,
): Change =>
  changeInformationRequest(deps, actor, id, async (record, today) => {
    assertAllowed(isOfficer(actor, record));
    if (body.deadline <= today) throw invalidField('deadline', '补正期限要在今天之后，并且够用。');
    const latest = latestCorrectionDeadline(today, await deps.holidays.calendar());
    if (body.deadline > latest) {
      throw invalidField(
        'deadline',
        `补正期限最多 ${requestLimits.correction} 个工作日，最晚到${formatChineseDate(latest)}。`,
      );
    }
    return {
      event: 'information-request.correction_asked',
      by: 'office',
      fact: { type: 'correctionAsked', on: today, deadline: body.deadline },
      note: body.items,
      fields: ['correction'],
      set: { correction: { items: body.items, deadline: body.deadline } },
    };
  });

/** 无正当理由逾期不补正 (Art. 30), or the fee was not paid in time (Art. 42): the request counts as given up. After the deadline only, and only when a person says so. */
export const lapseInformationRequest = (
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { id, body }: OfficeInput<'staff.informationRequests.lapse'>,
): Change =>
  changeInformationRequest(deps, actor, id, async (record, today) => {
    assertAllowed(isOfficer(actor, record));
    if (hasFeeDispute(record)) throw new AppError('request.state', { data: { reason: '先答复申请人对收费的异议' } });
    const { paused } = clockOf(record, await deps.holidays.calendar());
    const fact =
      paused?.kind === 'fee'
        ? ({ type: 'feeLapsed', on: today, deadline: paused.until } as const)
        : ({ type: 'correctionLapsed', on: today } as const);
    return {
      event: 'information-request.lapsed',
      by: 'office',
      fact,
      note: body.reason,
      fields: ['status'],
    };
  });

/** Once, by the head of the information office, at most 20 working days, told to the applicant (Art. 33). */
export const extendInformationRequest = (
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { id, body }: OfficeInput<'staff.informationRequests.extend'>,
): Change =>
  changeInformationRequest(deps, actor, id, (record, today) => {
    assertAllowed(isHead(actor, record));
    return {
      event: 'information-request.extended',
      by: 'office',
      fact: { type: 'extended', on: today, workingDays: body.workingDays, approvedBy: actor.staffId },
      note: body.reason,
      fields: ['dueOn'],
    };
  });
