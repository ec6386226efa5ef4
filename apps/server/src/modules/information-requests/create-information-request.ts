import type { RouteInput } from '@bandeng/contracts/types';
import { canonicalJson } from '@bandeng/rules';
import type { ResidentActor } from '../../http/actor';
import { shanghaiDate } from '../../platform/clock';
import type { InformationRequestsDeps } from './deps';
import { assertIdentity, fileRequest, requestUnitId, sameOrConflict, submittedFact } from './file-request';
import type { CaseEvent, InformationRequestRecord } from './information-request.model';

/**
 * Files a request. Submitting is the applicant's confirmation; the clock starts with the office's (Art. 31), so no date is set yet.
 * The same id and content again gives the same record.
 */
export async function createInformationRequest(
  deps: InformationRequestsDeps,
  actor: ResidentActor,
  input: RouteInput<'informationRequests.create'>['body'],
): Promise<{ record: InformationRequestRecord; isNew: boolean }> {
  assertIdentity(input.applicant);
  const { accountId } = actor;
  const contentHash = deps.blindIndex.of('information-request', canonicalJson({ ...input, actor: accountId }));
  const existing = await deps.requests.find(input.id);
  if (existing) return { record: sameOrConflict(existing, { accountId, contentHash }), isNew: false };

  const unitId = await requestUnitId(deps, input.unitId);
  const now = deps.clock.now();
  const submitted: CaseEvent = {
    at: now,
    by: 'applicant',
    fact: submittedFact(input, shanghaiDate(now)),
    note: null,
  };
  const { channel = 'mini_program', fromEnquiryId: enquiryId, ...application } = input;
  return fileRequest(deps, actor, {
    ...{ application, unitId, accountId, contentHash },
    intake: { channel, staffId: null, isReadBack: false },
    submittedAt: now,
    events: [submitted],
    event: 'information-request.submitted',
    ...(enquiryId !== undefined && {
      conversion: { from: enquiryId, to: null, offers: [] },
      together: ({ _id: id, number }, tx) =>
        deps.enquiries.endAsRequest(actor, { enquiryId, request: { id, number } }, tx),
    }),
  });
}
