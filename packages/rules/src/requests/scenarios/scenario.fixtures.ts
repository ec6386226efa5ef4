import type { RequestStatus } from '../request-events';
import type { RequestEvent } from '../request-events';
import type { TableThreeRow } from '../decision-kinds';
import type { RequestChannel } from '../request-receipt';

/** A whole case as data: what happened, and what the clock and the annual report must say of it. */
export interface Scenario {
  title: string;
  /** Articles of the regulation (国务院令第711号) that it walks through. */
  article: string;
  /** The way it came: its day of receipt has to be the one of that way (Art. 31). */
  channel?: RequestChannel;
  /** The title of the case that it was split from, or in which it went on. */
  splitFrom?: string;
  mergedInto?: string;
  /** A day, what happened, and its facts. */
  events: readonly string[];
  status: RequestStatus;
  /** Who acts next, and by when. */
  next: string;
  due: string | null;
  row: TableThreeRow | null;
}

/** `2026-11-20 extended workingDays=10 approvedBy=主任` as an event. */
export const eventOf = (line: string): RequestEvent => {
  const [on, type, ...facts] = line.split(' ');
  const pairs = facts.map(fact => {
    const [key = '', value = ''] = fact.split('=');
    return [key, key === 'workingDays' ? Number(value) : value];
  });
  return { on, type, ...Object.fromEntries(pairs) } as RequestEvent;
};
