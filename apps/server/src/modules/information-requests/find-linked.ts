import type { LinkedCase } from '@bandeng/contracts/types';
import type { Actor } from '../../http/actor';
import { caseTimeline } from './case-timeline';
import { conversionOf } from './conversion';
import type { InformationRequestsDeps } from './deps';
import { canRead, isApplicant } from './information-request.policy';
import { statusTextOf } from './status-text';

/** A case as it is told beside one that it became or came from, and the neighbours of it. */
export type FoundLinkedCase = Omit<LinkedCase, 'isEarlier'> & { from: string | null; to: string | null };

/**
 * What happened to a request, for the page of the message it came from or became. Whoever reads that page reads the steps here as
 * well; who asked, what for and what was answered stays where it may be read.
 */
export async function findLinked(
  { requests, organization }: InformationRequestsDeps,
  id: string,
  actor: Actor,
): Promise<FoundLinkedCase | null> {
  const record = await requests.find(id);
  if (!record) return null;
  const { from, to } = conversionOf(record);
  const units = await organization.findUnits([record.unitId]);
  const isOwn = isApplicant(actor, record);
  const steps = caseTimeline(record, units.get(record.unitId)?.name ?? '');
  return {
    ...{ kind: 'request', id, number: record.number, title: record.content.name, from, to },
    statusText: statusTextOf(record),
    isReadable: canRead(actor, record),
    // The words are the applicant's own; to others they speak of them.
    steps: isOwn ? steps : steps.map(step => ({ ...step, title: step.title.replaceAll('你', '申请人') })),
  };
}
