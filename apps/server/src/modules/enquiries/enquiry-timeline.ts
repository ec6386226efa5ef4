import type { StaffEnquiry } from '@bandeng/contracts/types';
import type { EnquiryEventType } from '@bandeng/rules';
import { conversionSteps } from './conversion';
import type { EnquiryFact, EnquiryRecord } from './enquiry.model';

/** In the words of whoever asked; drafts and what the review said of them are the office's own. */
const FOR_AUTHOR: Partial<Record<EnquiryEventType, string>> = {
  submitted: '你留了言',
  accepted: '受理了',
  notOurs: '不归我们办，告诉你该找谁',
  assigned: '交给单位办了',
  handedOn: '转给热线（12345）办',
  takenBack: '热线转回来，这里接着办',
  answered: '答复了',
  published: '遮住个人信息后公开了',
  rated: '你评价了',
  reopened: '你请求重办',
  withdrawn: '你撤回了',
  converted: '你转为公开申请了',
};
const FOR_STAFF: Record<EnquiryEventType, string> = {
  submitted: '居民留言',
  accepted: '受理',
  notOurs: '不归我们办',
  assigned: '交办',
  handedOn: '转给热线',
  takenBack: '热线转回来',
  drafted: '拟了答复，等审核',
  sentBack: '审核退回',
  answered: '审核通过，答复了',
  published: '公开',
  rated: '本人评价',
  reopened: '本人请求重办',
  withdrawn: '本人撤回',
  converted: '本人转为公开申请',
};
const BY_WORDS: Record<Exclude<EnquiryFact['by'], 'office'>, string> = {
  author: '留言人',
  proxy: '网格员代录',
  hotline: '热线（12345）',
};
/** A note on handing it over is for the unit it goes to. */
const QUIET: readonly EnquiryEventType[] = ['assigned', 'published'];

/** What happened, newest first. */
export function enquiryTimeline(
  { events, unitId: ofUnit, conversion }: Pick<EnquiryRecord, 'events' | 'unitId' | 'conversion'>,
  { isOwn, unitName }: { isOwn: boolean; unitName: (unitId: string) => string },
): StaffEnquiry['timeline'] {
  const sayBy = ({ by, unitId }: EnquiryFact) => (by === 'office' ? unitName(unitId ?? '') : BY_WORDS[by]);
  const offers = conversionSteps({ conversion }, { isOwn, by: unitName(ofUnit) });
  const steps = events.flatMap(event => {
    const { type } = event.fact;
    const title = isOwn ? FOR_AUTHOR[type] : FOR_STAFF[type];
    if (title === undefined) return [];
    const text = isOwn && QUIET.includes(type) ? null : event.note;
    return [{ at: event.at.toISOString(), kind: type as string, title, text, by: sayBy(event) }];
  });
  // What happened at the same time stays in the order in which it was written down.
  return [...steps, ...offers].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))).reverse();
}
