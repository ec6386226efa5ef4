import type { LocalDate } from '../calendar';

export type ReminderStep = 'half' | 'five' | 'two' | 'due';
export interface RequestReminder {
  on: LocalDate;
  step: ReminderStep;
}

/**
 * When the office is reminded of an answer: when half of the working days are over, when five and two are left, and on the last.
 * Two that fall on one day are one, the more pressing. Empty while somebody else has to act, and when all is done.
 */
export function requestReminders({
  days,
  dueOn,
  nextStep,
}: {
  days: readonly { date: LocalDate; counted: boolean }[];
  dueOn: LocalDate | null;
  nextStep: { who: string };
}): RequestReminder[] {
  if (dueOn === null || nextStep.who !== 'office') return [];
  const counted = days.filter(day => day.counted).map(day => day.date);
  const last = counted.length - 1;
  const places: [ReminderStep, number][] = [
    ['half', Math.ceil(counted.length / 2) - 1],
    ['five', last - 5],
    ['two', last - 2],
    ['due', last],
  ];
  return places.flatMap(([step, place], index) => {
    const on = counted[place];
    return on === undefined || places.slice(index + 1).some(([, later]) => later <= place) ? [] : [{ on, step }];
  });
}
