import type { CaseFacts } from '@bandeng/rules';
import { shanghaiDate } from '../../platform/clock';
import type { InformationRequestsDeps } from './deps';
import { citedCase } from './earlier-requests';
import type { InformationRequestRecord } from './information-request.model';

/** A case as its letters need it: names in the clear, so only for who writes them. */
export interface LetterCase extends CaseFacts {
  id: string;
  accountId: string;
  unitId: string;
  dueOn: string | null;
  /** Empty once the time of config/retention.json is over. */
  applicantName: string;
  applicantAddress: string;
  /** Whom was consulted, by the consultation's id. */
  consultedNames: Record<string, string>;
}

/** Null when there is no such request. */
export async function findLetterCase(deps: InformationRequestsDeps, id: string): Promise<LetterCase | null> {
  const record = await deps.requests.find(id);
  if (!record) return null;
  const { name, address } = deps.requests.openApplicant(record);
  const attachments = await deps.files.describe(record.decision?.attachmentIds ?? []);
  return {
    id,
    accountId: record.accountId,
    unitId: record.unitId,
    dueOn: record.dueOn,
    applicantName: name,
    applicantAddress: address ?? '',
    consultedNames: deps.requests.openOthers(record),
    number: record.number,
    channel: record.intake?.channel,
    content: record.content,
    recordError: deps.requests.openRecordError(record),
    delivery: DELIVERIES[record.delivery.method],
    events: record.events,
    consultations: (record.consultations ?? []).map(({ id: ref, kind, askedOn, deadline, answer, isSilent }) => ({
      ...{ id: ref, kind, askedOn, deadline, isSilent },
      opinion: answer?.opinion ?? null,
      text: answer?.text ?? null,
    })),
    reasons: record.reasons ?? null,
    fee: record.fee ?? null,
    searches: (record.searches ?? []).map(({ at, place, words }) => ({ on: shanghaiDate(at), place, words })),
    decision: record.decision && {
      kinds: record.decision.kinds,
      text: record.decision.text,
      findings: record.decision.findings,
      agency: record.decision.agency,
      attachments: attachments.map(({ name }) => name),
    },
    approvedBy: await approverOf(deps, record, 'extended'),
    delayApprovedBy: await approverOf(deps, record, 'delayed'),
    earlierReply: repeatedOf(record),
  };
}

/** The head who agreed to more time. */
async function approverOf(
  deps: InformationRequestsDeps,
  { events }: InformationRequestRecord,
  type: 'extended' | 'delayed',
): Promise<string | null> {
  const fact = events.find(event => event.fact.type === type)?.fact;
  if (fact?.type !== 'extended' && fact?.type !== 'delayed') return null;
  const people = await deps.identity.describeStaff([fact.approvedBy]);
  return people.get(fact.approvedBy)?.name ?? null;
}

/** The answers that were found to be of the same. */
const repeatedOf = ({ grounds = [] }: InformationRequestRecord): string =>
  (grounds.findLast(({ finding }) => finding === 'repeated')?.cases ?? []).map(citedCase).join('；');

const DELIVERIES: Record<InformationRequestRecord['delivery']['method'], string> = {
  app: '在小程序里提供电子文件',
  email: '以电子邮件发送',
  post: '邮寄',
  pickup: '由你（单位）到本机关领取',
  on_site: '到本机关当场查阅、抄录',
};
