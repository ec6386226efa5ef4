import { addDays, type LocalDate } from '../calendar';

/** What the people behind a door did with what was brought to them. */
export type VisitReaction = 'knew' | 'question' | 'opinion' | 'wants_information' | 'not_home' | 'declined';

export interface DoorHistory {
  /** Null: nobody asked for regular visits. Never with the reason. */
  visitEveryDays: number | null;
  last: { on: LocalDate; reaction: VisitReaction; followUpOn: LocalDate | null } | null;
}
export interface VisitDue {
  on: LocalDate;
  why: 'follow_up' | 'not_home' | 'regular';
}

/**
 * The next visit a door waits for: a promise first, then who was not at home, then the regular one. Null when nothing is due.
 * @param retryDays days until one tries again where nobody was at home
 */
export function nextVisit({ visitEveryDays, last }: DoorHistory, retryDays: number, since: LocalDate): VisitDue | null {
  if (last?.followUpOn) return { on: last.followUpOn, why: 'follow_up' };
  if (last?.reaction === 'not_home') return { on: addDays(last.on, retryDays), why: 'not_home' };
  if (visitEveryDays === null) return null;
  return { on: last ? addDays(last.on, visitEveryDays) : since, why: 'regular' };
}
