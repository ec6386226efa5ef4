import type { RouteInput } from '@bandeng/contracts/types';
import { canonicalJson, receiptOf, requestChannels, type LocalDate } from '@bandeng/rules';
import { hasRoleForUnit, type OfficeActor } from '../../http/actor';
import { shanghaiDate, startOfShanghaiDate } from '../../platform/clock';
import { AppError, invalidField } from '../../platform/errors';
import { correctFor, explainFor, withdrawFor } from './applicant-actions';
import { changeInformationRequest, assertAllowed } from './change-information-request';
import type { InformationRequestsDeps } from './deps';
import { assertIdentity, fileRequest, requestUnitId, sameOrConflict, submittedFact } from './file-request';
import { registerHandedOn } from './handed-on/end-handed-on';
import { isOfficer } from './information-request.policy';
import type { CaseEvent, InformationRequestRecord } from './information-request.model';

/**
 * Writes down what came to the window, by post, fax or e-mail, with its day of receipt by the rule of its channel (Art. 31). What
 * both sides still have to confirm waits like a request from the internet. The same id and content again gives the same record.
 */
export async function receiveInformationRequest(
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  input: RouteInput<'staff.informationRequests.receive'>['body'],
): Promise<{ record: InformationRequestRecord; isNew: boolean }> {
  assertIdentity(input.applicant);
  const { channel, submittedOn, receivedOn, isReadBack = false, handedOnId, ...application } = input;
  const contentHash = deps.blindIndex.of('information-request', canonicalJson(input));
  const unitId = await requestUnitId(deps, input.unitId);
  if (!hasRoleForUnit(actor, unitId, 'officer')) throw new AppError('unit.not_found');
  const existing = await deps.requests.find(input.id);
  if (existing) return { record: sameOrConflict(existing, { accountId: '', contentHash }), isNew: false };

  const now = deps.clock.now();
  const today = shanghaiDate(now);
  if (handedOnId !== undefined) await assertConfirmed(deps, handedOnId, submittedOn);
  const receipt = receiptOf(channel, { submittedOn, receivedOn }, today);
  if ('fault' in receipt) throw invalidField(receipt.fault.field, receipt.fault.message);
  const spoken = '口头申请，由工作人员代为填写，已经读给申请人听，本人确认。';
  const submitted: CaseEvent = {
    at: now,
    by: 'applicant',
    fact: submittedFact(input, submittedOn),
    note: [
      handedOnId && '网格员转交，和本人核实了。',
      channel === 'spoken' ? spoken : `${requestChannels[channel].label}。`,
    ]
      .filter(Boolean)
      .join(''),
  };
  const registered: CaseEvent[] = receipt.receivedOn
    ? [{ at: now, by: 'office', fact: { type: 'registered', on: today, receivedOn: receipt.receivedOn }, note: null }]
    : [];
  return fileRequest(deps, actor, {
    ...{ application, unitId, accountId: '', contentHash },
    intake: { channel, staffId: actor.staffId, isReadBack },
    submittedAt: submittedOn === today ? now : startOfShanghaiDate(submittedOn),
    events: [submitted, ...registered],
    event: 'information-request.received',
    together:
      handedOnId === undefined
        ? undefined
        : async (request, tx) => {
            await registerHandedOn(deps, actor, { id: handedOnId, request }, tx);
          },
  });
}

/** What was said at the door was no request yet: none can have been made before it had come to who confirms it. */
async function assertConfirmed({ handedOn }: InformationRequestsDeps, id: string, on: LocalDate): Promise<void> {
  const cameOn = shanghaiDate((await handedOn.get(id)).receivedAt);
  if (on < cameOn) throw invalidField('submittedOn', `填和本人核实的那天：这一件 ${cameOn} 才转来。`);
}

/** What an applicant did at the window or by letter, on its day: a correction, reasons, or taking the request back. */
export function recordApplicantStep(
  deps: InformationRequestsDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: RouteInput<'staff.informationRequests.recordApplicantStep'>['body'] },
): Promise<InformationRequestRecord> {
  return changeInformationRequest(deps, actor, id, (record, today) => {
    assertAllowed(isOfficer(actor, record));
    if (body.on > today) throw invalidField('on', '日子不能在今天以后。');
    switch (body.step) {
      case 'corrected':
        return correctFor(deps, record, body);
      case 'explained':
        return explainFor(record, body);
      case 'withdrawn':
        return withdrawFor(record, body);
    }
  });
}
