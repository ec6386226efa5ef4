import type { Applicant, RouteInput } from '@bandeng/contracts/types';
import { isCreditCode, isIdNumber, type LocalDate, type RequestEvent } from '@bandeng/rules';
import deciding from '../../../../../config/deciding.json';
import district from '../../../../../config/district.json';
import type { KnownActor } from '../../http/actor';
import { shanghaiDate } from '../../platform/clock';
import { AppError, invalidField } from '../../platform/errors';
import type { Tx } from '../../platform/transaction';
import { recounted } from './case-clock';
import type { InformationRequestsDeps } from './deps';
import { assertPapers, bindIdentityPapers } from './identity-papers';
import type { Intake } from './intake.model';
import type {
  CaseEvent,
  InformationRequestRecord,
  RequestConversion,
  SealedApplicant,
} from './information-request.model';

type Application = Omit<RouteInput<'informationRequests.create'>['body'], 'channel' | 'agent' | 'fromEnquiryId'> &
  Pick<RouteInput<'staff.informationRequests.receive'>['body'], 'agent'>;

interface Filing {
  application: Application;
  unitId: string;
  /** Empty when it came to the counter. */
  accountId: string;
  contentHash: string;
  intake: Intake;
  submittedAt: Date;
  events: CaseEvent[];
  /** Name of the event and of the audit action. */
  event: string;
  /** The message that it takes the place of. */
  conversion?: RequestConversion | null | undefined;
  /** What has to happen together with it. */
  together?: ((record: InformationRequestRecord, tx: Tx) => Promise<void>) | undefined;
}

/** Writes a new case with its number, its audit entry and its outbox entry. The same id and content again gives the same record. */
export async function fileRequest(
  deps: InformationRequestsDeps,
  actor: KnownActor,
  filing: Filing,
): Promise<{ record: InformationRequestRecord; isNew: boolean }> {
  const { application, unitId, accountId, event } = filing;
  const { id } = application;
  const calendar = await deps.holidays.calendar();
  await assertPapers(deps, application.papers);
  return deps.inTurn(() =>
    deps.transaction(async tx => {
      const repeated = await deps.requests.find(id, tx);
      if (repeated) return { record: sameOrConflict(repeated, filing), isNew: false };
      const year = shanghaiDate(deps.clock.now()).slice(0, 4);
      const running = await deps.requests.nextNumber(`information-request:${year}`, tx);
      const number = `${district.requestNumberPrefix}〔${year}〕${String(running).padStart(4, '0')}`;
      const record = recounted(newRecord(deps, filing, number), calendar);
      await bindIdentityPapers(deps, actor, record, tx);
      await deps.requests.insert(record, tx);
      await filing.together?.(record, tx);
      await deps.audit.add(actor, event, { collection: 'informationRequests', id, to: record.status }, tx);
      await deps.outbox.add({ name: event, requestId: id, accountId, unitId, dueOn: record.dueOn }, tx);
      return { record, isNew: true };
    }),
  );
}

/** The case as it was filed, before anything is counted from its events. */
function newRecord(
  { requests }: Pick<InformationRequestsDeps, 'requests'>,
  { application, unitId, accountId, contentHash, intake, submittedAt, events, conversion = null }: Filing,
  number: string,
): InformationRequestRecord {
  const { id, applicant, agent, papers = [], content, delivery, assistance = null, recordError } = application;
  const plain = plainApplicant(applicant);
  return {
    ...{ _id: id, number, accountId, intake, unitId, contentHash, submittedAt, events, delivery, assistance },
    conversion,
    kind: recordError ? 'record_correction' : 'information',
    recordError: recordError ? requests.sealRecordError(id, recordError) : null,
    applicantKind: applicant.kind,
    idDocumentType: applicant.kind === 'person' ? applicant.idDocument.type : null,
    organizationKind: applicant.kind === 'organization' ? applicant.organizationKind : null,
    applicant: requests.sealApplicant(id, plain),
    applicantIndex: requests.indexApplicant(plain),
    agent: agent ? requests.sealAgent(id, { isAuthorityOnPaper: false, ...agent }) : null,
    identityPapers: papers,
    content: {
      name: content.name,
      documentNumber: content.documentNumber ?? null,
      description: content.description ?? null,
    },
    status: 'awaiting_confirmation',
    registerBy: '',
    actBy: '',
    receivedOn: null,
    dueOn: null,
    provisional: false,
    endedOn: '',
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
}

/** The first fact of a case. For a correction of a record the law names no period: the office's own goes with it (config/deciding.json). */
export const submittedFact = (
  { recordError }: Pick<Application, 'recordError'>,
  on: LocalDate,
): Extract<RequestEvent, { type: 'submitted' }> => ({
  type: 'submitted',
  on,
  ...(recordError && { limit: deciding.recordCorrection }),
});

/** The unit asked for, or the district's information office (Art. 4); one that takes no requests is not there to ask. */
export async function requestUnitId(
  deps: Pick<InformationRequestsDeps, 'organization'>,
  wanted: string | undefined,
): Promise<string> {
  const unit = await deps.organization.findUnit(wanted ?? district.informationOfficeUnitId);
  if (!unit?.takesRequests) throw new AppError('unit.not_found');
  return unit._id;
}

/** A repeat of what was filed; anything else under this id is refused. */
export function sameOrConflict(
  existing: InformationRequestRecord,
  { accountId, contentHash }: Pick<Filing, 'accountId' | 'contentHash'>,
): InformationRequestRecord {
  if (existing.accountId !== accountId || existing.contentHash !== contentHash) throw new AppError('id.conflict');
  return existing;
}

/** What a schema cannot know: the check digits of GB 11643 and GB 32100. */
export function assertIdentity(applicant: Applicant): void {
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
