import type { InformationRequest, InformationRequestSummary } from '@bandeng/contracts/types';
import type { Actor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { Page } from '../../platform/paging';
import type { InformationRequestsDeps } from './deps';
import { isLinked } from './conversion';
import { listRelated } from './one-matter-links';
import { filesIn } from './papers';
import { staffIn } from './present-deciding';
import { canRead, canReveal } from './information-request.policy';
import { presentInformationRequest, presentSummary } from './information-request.presenter';
import type { InformationRequestRecord } from './information-request.model';

/** A request that this actor may read; another person's is not there (API.md: 404). */
export async function getReadable(
  deps: InformationRequestsDeps,
  actor: Actor,
  id: string,
): Promise<InformationRequestRecord> {
  const record = await deps.requests.get(id);
  if (!canRead(actor, record)) throw new AppError('request.not_found');
  return record;
}

export async function describeRequest(
  deps: InformationRequestsDeps,
  actor: Actor,
  record: InformationRequestRecord,
): Promise<InformationRequest> {
  const [units, attachments, calendar, people, linked, related] = await Promise.all([
    deps.organization.findUnits([record.unitId]),
    deps.files.describe(filesIn(record)),
    deps.holidays.calendar(),
    deps.identity.describeStaff(staffIn(record)),
    isLinked(record) ? deps.chain.linkedTo('request', record._id, actor) : [],
    listRelated(deps, actor, record),
  ]);
  return presentInformationRequest(record, {
    actor,
    unitName: units.get(record.unitId)?.name ?? '',
    today: deps.clock.today(),
    applicant: deps.requests.openApplicant(record),
    agent: deps.requests.openAgent(record),
    recordError: deps.requests.openRecordError(record),
    others: deps.requests.openOthers(record),
    members: deps.requests.openMembers(record),
    attachments,
    linked: [...related, ...linked],
    nameOf: staffId => people.get(staffId)?.name ?? '',
    calendar,
  });
}

export async function summarizePage(
  deps: InformationRequestsDeps,
  page: Page<InformationRequestRecord>,
): Promise<Page<InformationRequestSummary & { registerBy: string; overdue: boolean }>> {
  const units = await deps.organization.findUnits([...new Set(page.items.map(record => record.unitId))]);
  const today = deps.clock.today();
  const calendar = await deps.holidays.calendar();
  const items = page.items.map(record => ({
    ...presentSummary(record, { unitName: units.get(record.unitId)?.name ?? '', today, calendar }),
    registerBy: record.registerBy,
    overdue: isOverdue(record, today),
  }));
  return { ...page, items };
}

/** Late to register, or late to answer. */
function isOverdue(record: InformationRequestRecord, today: string): boolean {
  if (record.status === 'awaiting_confirmation') return today > record.registerBy;
  const isOpen = record.status === 'in_progress' || record.status === 'extended';
  return isOpen && record.dueOn !== null && today > record.dueOn;
}

/** Shows one personal number to the officer who handles the case; the reason is sealed into the audit. */
export async function revealField(
  deps: InformationRequestsDeps,
  actor: Actor,
  input: { id: string; field: 'idNumber' | 'phone' | 'agentPhone'; reason: string },
): Promise<{ value: string }> {
  const record = await getReadable(deps, actor, input.id);
  if (!canReveal(actor, record)) throw new AppError('auth.forbidden');
  const place = { collection: 'audit', id: record._id, field: 'reason' };
  // Who came to the counter has no account: the words are sealed under the case.
  const personId = record.accountId || record._id;
  // An applicant may have closed the account while the office still has to answer: the look stays audited, the words go with the key.
  const value = await deps.personKeys.sealUnlessForgotten(personId, input.reason, place);
  await deps.transaction(tx =>
    deps.audit.add(
      actor,
      'information-request.revealed',
      {
        collection: 'informationRequests',
        id: record._id,
        fields: [input.field],
        ...(value !== null && { sealedReason: { personId, value } }),
      },
      tx,
    ),
  );
  if (input.field === 'agentPhone') return { value: deps.requests.openAgent(record)?.phone ?? '' };
  return { value: deps.requests.openApplicant(record)[input.field] };
}
