import type { RouteInput } from '@bandeng/contracts/types';
import type { OfficeActor } from '../../http/actor';
import { changeEnquiry } from './change-enquiry';
import type { EnquiryDeps } from './deps';
import type { EnquiryRecord } from './enquiry.model';
import { assertTakesIn } from './office-actions';

/**
 * Before there is an answer the city's hotline goes on with it under its ticket, or gives it back: one record, one history, and the days
 * go on. A repeat changes nothing.
 */
export const moveByHotline = (
  deps: EnquiryDeps,
  actor: OfficeActor,
  { id, body }: { id: string; body: RouteInput<'staff.enquiries.hotline'>['body'] },
): Promise<EnquiryRecord> =>
  changeEnquiry(deps, actor, id, (record, { on }) => {
    assertTakesIn(actor, record);
    const { unitId } = record;
    if (body.direction === 'back')
      return { event: 'enquiry.taken_back', unitId, fact: { type: 'takenBack', on }, note: body.reason };
    const { ticket, reason } = body;
    if (record.status === 'with_hotline' && record.hotline?.ticket === ticket) return null;
    return {
      ...{ event: 'enquiry.handed_on', unitId, fact: { type: 'handedOn', on }, note: `工单 ${ticket}：${reason}` },
      ...{ fields: ['hotline'], set: { hotline: { ticket, direction: 'to' } } },
    };
  });
