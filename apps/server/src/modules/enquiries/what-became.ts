import { ENQUIRY_STATUS_LABELS } from '@bandeng/contracts/routes';
import { sayDate } from '@bandeng/rules';
import type { Became } from '../../platform/module';
import type { EnquiryDeps } from './deps';
import type { EnquiryRecord } from './enquiry.model';

/** Of messages that were taken down at doors: the answer was made for whoever asked, who wants to be told it there. */
export async function whatBecame(deps: EnquiryDeps, ids: readonly string[]): Promise<Map<string, Became>> {
  const records = ids.length === 0 ? [] : await deps.enquiries.findAll(ids);
  return new Map(records.filter(({ onBehalf }) => onBehalf).map(record => [record._id, became(deps, record)]));
}

function became({ clock }: EnquiryDeps, record: EnquiryRecord): Became {
  const { title, body, answer, status, dueOn, actBy, accountId, contentHash } = record;
  const given = answer?.answeredAt ? answer.text : null;
  const isOpen = actBy !== '';
  return {
    ...{ title, words: body, answer: given },
    stateText: isOpen ? `正在办，最晚${sayDate(dueOn, clock.now())}答复` : ENQUIRY_STATUS_LABELS[status],
    isOver: accountId !== null || contentHash === 'erased' || status === 'withdrawn',
  };
}
