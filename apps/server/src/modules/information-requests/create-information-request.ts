import type { Applicant } from '@bandeng/contracts/types';
import type { RouteInput } from '@bandeng/contracts/types';
import district from '../../../../../config/district.json';
import { canonicalJson, isCreditCode, isIdNumber } from '@bandeng/rules';
import type { ResidentActor } from '../../http/actor';
import { shanghaiDate } from '../../platform/clock';
import { AppError, invalidField } from '../../platform/errors';
import { clockOf, registerBy } from './case-clock';
import type { InformationRequestsDeps } from './deps';
import type { CaseEvent, InformationRequestRecord, SealedApplicant } from './information-request.model';

type Input = RouteInput<'informationRequests.create'>['body'];

/**
 * Files a request. Submitting is the applicant's confirmation; the clock starts with the office's (Art. 31), so no date is set yet.
 * The same id and content again gives the same record.
 */
export async function createInformationRequest(
  deps: InformationRequestsDeps,
  actor: ResidentActor,
  input: Input,
): Promise<{ record: InformationRequestRecord; isNew: boolean }> {
  assertIdentity(input.applicant);
  const contentHash = deps.blindIndex.of('information-request', canonicalJson({ ...input, actor: actor.accountId }));
  const existing = await deps.requests.find(input.id);
  if (existing) return { record: sameOrConflict(existing, actor, contentHash), isNew: false };

  const unitId = await requestUnitId(deps, input.unitId);
  const now = deps.clock.now();
  const today = shanghaiDate(now);
  const calendar = await deps.holidays.calendar();
  const plain = plainApplicant(input.applicant);
  const submitted: CaseEvent = { at: now, by: 'applicant', fact: { type: 'submitted', on: today }, note: null };

  return deps.inTurn(() =>
    deps.transaction(async tx => {
      const repeated = await deps.requests.find(input.id, tx);
      if (repeated) return { record: sameOrConflict(repeated, actor, contentHash), isNew: false };
      const year = today.slice(0, 4);
      const running = await deps.requests.nextNumber(`information-request:${year}`, tx);
      const record: InformationRequestRecord = {
        _id: input.id,
        number: `${district.requestNumberPrefix}〔${year}〕${String(running).padStart(4, '0')}`,
        accountId: actor.accountId,
        unitId,
        contentHash,
        applicantKind: input.applicant.kind,
        idDocumentType: input.applicant.kind === 'person' ? input.applicant.idDocument.type : null,
        organizationKind: input.applicant.kind === 'organization' ? input.applicant.organizationKind : null,
        applicant: deps.requests.sealApplicant(input.id, plain),
        applicantIndex: deps.requests.indexApplicant(plain),
        content: {
          name: input.content.name,
          documentNumber: input.content.documentNumber ?? null,
          description: input.content.description ?? null,
        },
        delivery: input.delivery,
        assistance: input.assistance ?? null,
        status: clockOf({ events: [submitted] }, calendar).status,
        submittedAt: now,
        registerBy: registerBy(today, calendar),
        actBy: registerBy(today, calendar),
        receivedOn: null,
        dueOn: null,
        provisional: false,
        endedOn: '',
        events: [submitted],
        correction: null,
        decision: null,
        consultations: [],
        others: null,
        reasons: null,
        fee: null,
        recounts: [],
        corrections: [],
        chasedOn: null,
        revision: 1,
      };
      await deps.requests.insert(record, tx);
      await deps.audit.add(
        actor,
        'information-request.submitted',
        { collection: 'informationRequests', id: record._id, to: record.status },
        tx,
      );
      await deps.outbox.add(
        { name: 'information-request.submitted', requestId: record._id, accountId: actor.accountId, unitId },
        tx,
      );
      return { record, isNew: true };
    }),
  );
}

/** The unit asked for, or the district's information office (Art. 4); one that takes no requests is not there to ask. */
async function requestUnitId(deps: InformationRequestsDeps, wanted: string | undefined): Promise<string> {
  const unit = await deps.organization.findUnit(wanted ?? district.informationOfficeUnitId);
  if (!unit?.takesRequests) throw new AppError('unit.not_found');
  return unit._id;
}

function sameOrConflict(
  existing: InformationRequestRecord,
  actor: ResidentActor,
  contentHash: string,
): InformationRequestRecord {
  if (existing.accountId !== actor.accountId || existing.contentHash !== contentHash) throw new AppError('id.conflict');
  return existing;
}

/** What a schema cannot know: the check digits of GB 11643 and GB 32100. */
function assertIdentity(applicant: Applicant): void {
  if (applicant.kind === 'organization') {
    if (!isCreditCode(applicant.creditCode))
      throw invalidField('applicant.creditCode', '统一社会信用代码不对，请再核对一遍。');
  } else if (applicant.idDocument.type === 'id_card' && !isIdNumber(applicant.idDocument.number)) {
    throw invalidField('applicant.idDocument.number', '身份证号不对，请再核对一遍。');
  }
}

function plainApplicant(applicant: Applicant): SealedApplicant {
  const shared = {
    name: applicant.name,
    phone: applicant.phone,
    email: applicant.email ?? null,
    address: applicant.address ?? null,
    postcode: applicant.postcode ?? null,
  };
  return applicant.kind === 'person'
    ? { ...shared, idNumber: applicant.idDocument.number, representative: null, contact: null }
    : {
        ...shared,
        idNumber: applicant.creditCode,
        representative: applicant.representative,
        contact: applicant.contact,
      };
}
