import type { OpinionClock, OpinionDutyName } from './opinion-clock';

export interface OpinionReminder {
  at: Date;
  duty: OpinionDutyName;
  step: 'half' | 'soon' | 'due';
  /** `above`: one level up is told as well as the unit. */
  to: 'unit' | 'above';
}

const SOON_MS = 3_600_000;

/**
 * When whom is reminded of what is not out yet: the unit at half of its time and an hour before it is due, one level up as well when it is
 * due. Steps before the last that lay already behind when it was written down are left out.
 * @returns in the order of their time
 */
export function opinionReminders({ status, noticedAt, duties }: OpinionClock, recordedAt: Date): OpinionReminder[] {
  if (status === 'closed') return [];
  return duties
    .flatMap(({ duty, dueAt, doneAt }): OpinionReminder[] => {
      if (dueAt === null || doneAt !== null) return [];
      const [from, due] = [noticedAt.getTime(), dueAt.getTime()];
      return [
        { at: new Date(from + (due - from) / 2), duty, step: 'half', to: 'unit' },
        { at: new Date(due - SOON_MS), duty, step: 'soon', to: 'unit' },
        { at: dueAt, duty, step: 'due', to: 'above' },
      ];
    })
    .filter(({ at, step }) => step === 'due' || at > recordedAt)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}
