import { ENQUIRY_STATUS_LABELS } from '@bandeng/contracts/routes';
import type { LinkedCase } from '@bandeng/contracts/types';
import type { Actor } from '../../http/actor';
import { conversionOf } from './conversion';
import type { EnquiryDeps } from './deps';
import { enquiryTimeline } from './enquiry-timeline';
import { isAuthor, reads } from './enquiry.policy';
import { contextOf } from './read-enquiry';

/** A message as it is told beside a request that it became or came from, and the neighbours of it. */
export type FoundLinkedEnquiry = Omit<LinkedCase, 'isEarlier'> & { from: string | null; to: string | null };

/** What happened to a message, for the page of the request it came from or became; its words and its answer stay where they may be read. */
export async function findLinked(deps: EnquiryDeps, id: string, actor: Actor): Promise<FoundLinkedEnquiry | null> {
  const record = await deps.enquiries.find(id);
  if (!record) return null;
  const { from, to } = conversionOf(record);
  const { unitName } = await contextOf(deps, [record]);
  const isOwn = isAuthor(actor, record);
  return {
    ...{ kind: 'enquiry', id, number: record.number, title: record.title, from, to },
    statusText: to !== null ? '已转为公开申请' : ENQUIRY_STATUS_LABELS[record.status],
    isReadable: isOwn || reads(actor, record),
    steps: enquiryTimeline(record, { isOwn, unitName }),
  };
}
