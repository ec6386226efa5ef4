import type { CaseFacts } from '@bandeng/rules';
import { shanghaiDate } from '../../platform/clock';
import type { InformationRequestsDeps } from './deps';
import type { InformationRequestRecord } from './information-request.model';

/** A case as its letters need it: names in the clear, so only for who writes them. */
export interface LetterCase extends CaseFacts {
  id: string;
  accountId: string;
  unitId: string;
  dueOn: string | null;
  /** Empty once the time of config/retention.json is over. */
  applicantName: string;
  /** Whom was consulted, by the consultation's id. */
  consultedNames: Record<string, string>;
}

/** Null when there is no such request. */
export async function findLetterCase(deps: InformationRequestsDeps, id: string): Promise<LetterCase | null> {
  const record = await deps.requests.find(id);
  if (!record) return null;
  const attachments = await deps.files.describe(record.decision?.attachmentIds ?? []);
  return {
    id,
    accountId: record.accountId,
    unitId: record.unitId,
    dueOn: record.dueOn,
    applicantName: deps.requests.openApplicant(record).name,
    consultedNames: deps.requests.openOthers(record),
    number: record.number,
    content: record.content,
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
      attachments: attachments.map(({ name }) => name),
    },
    approvedBy: await approverOf(deps, record),
  };
}

async function approverOf(deps: InformationRequestsDeps, { events }: InformationRequestRecord): Promise<string | null> {
  const extended = events.find(({ fact }) => fact.type === 'extended')?.fact;
  if (extended?.type !== 'extended') return null;
  const people = await deps.identity.describeStaff([extended.approvedBy]);
  return people.get(extended.approvedBy)?.name ?? null;
}

const DELIVERIES: Record<InformationRequestRecord['delivery']['method'], string> = {
  app: '在小程序里提供电子文件',
  email: '以电子邮件发送',
  post: '邮寄',
  pickup: '由你（单位）到本机关领取',
  on_site: '到本机关当场查阅、抄录',
};
