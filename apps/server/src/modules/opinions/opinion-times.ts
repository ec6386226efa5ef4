import { opinionClock, opinionReminders } from '@bandeng/rules';
import settings from '../../../../../config/opinions.json';
import type { OpinionRecord } from './opinion.model';

/** The hours each gravity is given, and where they are written. */
export const opinionSettings = settings;

/** Sorts behind everything that is due. */
const NEVER = new Date('9999-12-31T00:00:00.000Z');
export const isDueSometime = ({ dueAt }: Pick<OpinionRecord, 'dueAt'>): boolean => dueAt.getTime() < NEVER.getTime();

/** The clock of a matter, counted from its facts alone (packages/rules). */
export const clockOf = ({ events }: Pick<OpinionRecord, 'events'>, now: Date) =>
  opinionClock(
    events.map(({ fact }) => fact),
    settings.hours,
    now,
  );

/** Reminders that are still to be given, in the order of their time. */
export const remindersOf = (record: Pick<OpinionRecord, 'events' | 'createdAt' | 'remindedAt'>, now: Date) =>
  opinionReminders(clockOf(record, now), record.createdAt).filter(
    ({ at }) => record.remindedAt === null || at > record.remindedAt,
  );

/** The same matter with status and times as its facts give them. */
export function recounted(record: OpinionRecord, now: Date): OpinionRecord {
  const { status, gravity, next } = clockOf(record, now);
  const remindAt = remindersOf(record, now)[0]?.at ?? null;
  const closedAt = status === 'closed' ? (record.closedAt ?? now) : null;
  return { ...record, status, gravity, dueAt: (status === 'open' && next?.dueAt) || NEVER, remindAt, closedAt };
}
