import { isRecordOutcome, requestStatusLabels } from '@bandeng/rules';
import type { OfficeActor, ResidentActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { Tx } from '../../platform/transaction';
import { assertAllowed, changeInformationRequest } from './change-information-request';
import type { InformationRequestsDeps } from './deps';
import type { RequestSuggestion } from './applicant-parts.model';
import type { InformationRequestRecord } from './information-request.model';
import { givesInformation, isApplicant, isHandler, isRecordCorrection } from './information-request.policy';

/** Shorter ones would be found in every second word. */
const SHORTEST_NAME = 2;

/** What leads to whoever asked: names, numbers, addresses. */
function identifyingOf({ requests }: InformationRequestsDeps, record: InformationRequestRecord): string[] {
  const values = Object.values(requests.openApplicant(record) as unknown as Record<string, string | null>);
  return values.filter(value => value !== null && value.length >= SHORTEST_NAME) as string[];
}

/** What was asked and answered, with what leads to whoever asked: for what goes out to everybody. */
export async function getAnswered(deps: InformationRequestsDeps, actor: OfficeActor, id: string) {
  const record = await deps.requests.get(id);
  if (!isHandler(actor, record)) throw new AppError('request.not_found');
  // What is said of somebody's own record is nobody else's to read.
  if (isRecordCorrection(record)) throw new AppError('request.state', { data: { reason: '更正自己记录的不公开' } });
  const { decision, events, number, unitId, content } = record;
  const decided = events.find(({ fact }) => fact.type === 'decided');
  if (!decision || !decided) throw new AppError('request.state', { data: { reason: '还没有答复' } });
  const { text, attachmentIds, noticeIds } = decision;
  const kinds = decision.kinds.filter(kind => !isRecordOutcome(kind));
  return {
    ...{ id, number, unitId, content, kinds, text, attachmentIds, noticeIds, decidedOn: decided.fact.on },
    identifying: identifyingOf(deps, record),
  };
}

/** What is compared between cases: what is asked for, and from how many different people it comes. */
const askedOf = (deps: InformationRequestsDeps, record: InformationRequestRecord) => ({
  ...{ id: record._id, number: record.number, unitId: record.unitId, name: record.content.name },
  subject: [record.content.name, record.content.documentNumber].filter(Boolean).join(' '),
  // Empty once the time of config/retention.json is over: then everybody stands alone.
  applicantKey: record.applicantIndex.idNumber || record._id,
  statusText: requestStatusLabels[record.status],
  isGiven: givesInformation(record),
  answer: record.decision?.text ?? '',
  suggestion: record.suggestion ?? null,
  identifying: identifyingOf(deps, record),
});

export async function findAsked(deps: InformationRequestsDeps, id: string) {
  const record = await deps.requests.find(id);
  return record && askedOf(deps, record);
}

/** The newest of a unit since a day, at most so many; those that were taken back are not counted. */
export const listAsked = async (deps: InformationRequestsDeps, unitId: string, since: Date, limit: number) =>
  (await deps.requests.listNewest(unitId, since, limit))
    .filter(({ status }) => status !== 'withdrawn')
    .map(record => askedOf(deps, record));

/** 建议纳入主动公开 (Art. 44), by whoever was given it; once. */
export const suggestPublishing = (
  deps: InformationRequestsDeps,
  actor: ResidentActor,
  { id, reason }: { id: string; reason: string | undefined },
): Promise<InformationRequestRecord> =>
  changeInformationRequest(deps, actor, id, record => {
    assertAllowed(isApplicant(actor, record));
    if (record.suggestion) return null;
    if (!givesInformation(record)) throw new AppError('request.state', { data: { reason: '没有给出可以公开的信息' } });
    return {
      event: 'information-request.publishing_suggested',
      by: 'applicant',
      fact: null,
      fields: ['suggestion'],
      set: { suggestion: { at: deps.clock.now(), reason: reason ?? null, result: null } },
    };
  });

/** What became of it, for those of these cases in which it was suggested; each applicant is told. */
export async function settleSuggestions(
  deps: InformationRequestsDeps,
  ids: readonly string[],
  result: Omit<NonNullable<RequestSuggestion['result']>, 'at' | 'acceptedAt'>,
  tx: Tx,
): Promise<void> {
  for (const id of ids) {
    const record = await deps.requests.find(id, tx);
    if (!record?.suggestion || record.suggestion.result?.state === result.state) continue;
    const before = record.suggestion.result;
    const acceptedAt = before?.state === 'accepted' ? { acceptedAt: before.at } : {};
    const suggestion = { ...record.suggestion, result: { ...result, ...acceptedAt, at: deps.clock.now() } };
    if (!(await deps.requests.replace({ ...record, suggestion }, tx))) throw new AppError('request.state');
    const event = 'information-request.suggestion_settled';
    await deps.audit.add('system', event, { collection: 'informationRequests', id, fields: ['suggestion'] }, tx);
    const { accountId, unitId } = record;
    await deps.outbox.add({ name: event, requestId: id, accountId, unitId }, tx);
  }
}
