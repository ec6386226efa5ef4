import type { NoticeSource } from '@bandeng/contracts/schemas';
import type { ImportedNotice } from './imported-notice';

type Fields = ImportedNotice['fields'];
type Refuse = (message: string) => undefined;

/** 公示期 from two columns, or from one that says “2026-11-01至2026-11-07”, and how its days are counted. */
export function postingOf(
  fields: Fields,
  { day, refuse }: { day: (label: string, text: string | undefined) => string | undefined; refuse: Refuse },
): NoticeSource['posting'] {
  const { posting, postingUnit, objection } = fields;
  const [first, last, ...more] =
    posting === undefined ? [] : posting.split(/[至到~～—]|--| - /).map(part => part.trim());
  const from = fields.postingFrom ?? first;
  const to = fields.postingTo ?? last?.replace(/[（(].*$/, '');
  if (from === undefined && to === undefined) {
    if (postingUnit === undefined && objection === undefined) return undefined;
    return refuse('没有写公示的起止日期');
  }
  if (from === undefined || to === undefined || more.length > 0) return refuse('公示要写开始和结束两个日期');
  const period = { from: day('公示开始', from), to: day('公示结束', to) };
  if (period.from === undefined || period.to === undefined) return undefined;
  if (period.to < period.from) return refuse('公示结束不能早于开始');
  const unit = unitOf(postingUnit ?? posting ?? '');
  if (unit === undefined) return refuse(`不认识公示单位“${postingUnit}”，写“天”或者“工作日”`);
  return { from: period.from, to: period.to, unit, ...(objection !== undefined && { objection }) };
}

function unitOf(text: string): 'workingDays' | 'days' | undefined {
  if (/工作日|^workingDays$/.test(text)) return 'workingDays';
  return /^$|天|日|\d|^days$/.test(text) ? 'days' : undefined;
}

const EVERYBODY = /^(全社会|社会公众|公众|所有人|不限)$/;

/** A notice for a limited group: who, where its sheet hangs, whom to ask, and the code printed on it; all four or none. */
export function limitedOf(fields: Fields, refuse: Refuse): NoticeSource['limited'] {
  const { limitedGroup: group, limitedPostedAt: postedAt, limitedContact: contact, limitedCode: code } = fields;
  const isForAll = group === undefined || EVERYBODY.test(group);
  if (isForAll) return code === undefined ? undefined : refuse('写了查阅码，没有写公开对象是谁');
  const missing = Object.entries({ 张贴地点: postedAt, 联系方式: contact, 查阅码: code }).filter(([, text]) => !text);
  if (!postedAt || !contact || !code)
    return refuse(`只对“${group}”公开的，还要写${missing.map(([label]) => label).join('、')}`);
  return { group, postedAt, contact, code: code.toUpperCase() };
}
