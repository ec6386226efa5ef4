import { offersOf } from './conversion';
import type { InformationRequestsDeps } from './deps';

/** What is held of an applicant, given out to them. */
export async function exportRequests({ requests }: InformationRequestsDeps, accountId: string) {
  const records = await requests.allOfAccount(accountId);
  return records.map(record => ({
    id: record._id,
    number: record.number,
    applicant: requests.openApplicant(record),
    agent: requests.openAgent(record),
    content: record.content,
    recordError: requests.openRecordError(record),
    delivery: record.delivery,
    events: record.events,
    reasons: record.reasons ?? null,
    fee: record.fee ?? null,
    decision: record.decision,
    suggestion: record.suggestion ?? null,
    conversionOffers: offersOf(record),
  }));
}
