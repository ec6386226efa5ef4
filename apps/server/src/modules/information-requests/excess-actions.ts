import type { RouteInput } from '@bandeng/contracts/types';
import { formatChineseDate, latestCorrectionDeadline } from '@bandeng/rules';
import type { OfficeActor } from '../../http/actor';
import { invalidField } from '../../platform/errors';
import { assertAllowed, changeInformationRequest } from './change-information-request';
import type { InformationRequestsDeps } from './deps';
import { isHead, isOfficer } from './information-request.policy';
import type { InformationRequestRecord } from './information-request.model';

type Change = Promise<InformationRequestRecord>;
type BodyOf<N extends 'staff.informationRequests.askReasons' | 'staff.informationRequests.delay'> =
  RouteInput<N>['body'];

/** 数量、频次明显超过合理范围: the applicant is asked why; no article stops the clock for it (Art. 35). */
export const askReasons = (
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: BodyOf<'staff.informationRequests.askReasons'> },
): Change =>
  changeInformationRequest(deps, actor, id, async (record, today) => {
    assertAllowed(isOfficer(actor, record));
    if (body.deadline <= today) throw invalidField('deadline', '期限要在今天之后，并且够用。');
    const latest = latestCorrectionDeadline(today, await deps.holidays.calendar());
    if (body.deadline > latest) throw invalidField('deadline', `最晚到${formatChineseDate(latest)}。`);
    return {
      event: 'information-request.reasons_asked',
      by: 'office',
      fact: { type: 'reasonsAsked', on: today, deadline: body.deadline },
      note: body.items,
      fields: ['reasons'],
      set: { reasons: { ...body, given: null } },
    };
  });

/** The reasons are good and the time is too short: a reasonable time more, told to the applicant (Art. 35). */
export const delayAnswer = (
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: BodyOf<'staff.informationRequests.delay'> },
): Change =>
  changeInformationRequest(deps, actor, id, (record, today) => {
    assertAllowed(isHead(actor, record));
    return {
      event: 'information-request.delayed',
      by: 'office',
      fact: { type: 'delayed', on: today, workingDays: body.workingDays, approvedBy: actor.staffId },
      note: body.reason,
      fields: ['dueOn'],
    };
  });
