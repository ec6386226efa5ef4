import type { PageSort } from './paging';

/** What people are asked for a time and then answered: a consultation by its outcome, a questionnaire by its result. */
export type AskedState = 'draft' | 'open' | 'closed' | 'answered';
interface Window {
  publishedAt: Date | null;
  opensAt: Date;
  closesAt: Date;
  answeredAt: Date | null;
}

/** Where it stands at `now`: from 00:00 of its first day to 24:00 of its last in Shanghai it is open. Never stored. */
export function askedStateOf({ publishedAt, opensAt, closesAt, answeredAt }: Window, now: Date): AskedState {
  if (publishedAt === null || now < opensAt) return 'draft';
  if (answeredAt !== null && answeredAt <= now) return 'answered';
  return now < closesAt ? 'open' : 'closed';
}

/** Not there at `now`: never, or only later. */
const notBy = (now: Date) => ({ $not: { $lte: now } });

/**
 * Conditions and order of the public list. Open and closed are not stored: they are a range on the instant at which the window ends.
 * @param answeredAt the field that says since when it is answered
 */
export function askedPublicly(
  answeredAt: 'outcomeAt' | 'resultAt',
  state: AskedState | undefined,
  now: Date,
): { first: string; range: object; sort: PageSort } {
  const begun = { opensAt: { $lte: now } };
  const waiting = { ...begun, [answeredAt]: notBy(now) };
  if (state === 'open')
    return { first: 'all', range: { ...waiting, closesAt: { $gt: now } }, sort: { closesAt: 1, _id: 1 } };
  if (state === 'closed')
    return { first: 'all', range: { ...waiting, closesAt: { $lte: now } }, sort: { closesAt: -1, _id: -1 } };
  if (state === 'answered')
    return { first: 'answered', range: { ...begun, [answeredAt]: { $lte: now } }, sort: { [answeredAt]: -1, _id: -1 } };
  return { first: 'all', range: begun, sort: { opensAt: -1, _id: -1 } };
}

/** What a desk narrows its list by: drafts too. */
export function askedIn(answeredAt: 'outcomeAt' | 'resultAt', state: AskedState, now: Date): object {
  if (state === 'draft') return { $or: [{ publishedAt: null }, { opensAt: { $gt: now } }] };
  const begun = { publishedAt: { $ne: null }, opensAt: { $lte: now } };
  if (state === 'answered') return { ...begun, [answeredAt]: { $lte: now } };
  return { ...begun, [answeredAt]: notBy(now), closesAt: state === 'open' ? { $gt: now } : { $lte: now } };
}
