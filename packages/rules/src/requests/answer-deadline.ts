import { addWorkingDays, type HolidayCalendar, type LocalDate } from '../calendar';
import { requestLimits } from './request-events';
import type { Pause } from './request-state';

/** The last day of a third party or another agency: 15 working days from receipt of the letter (Art. 32, 34), or from the day it went out while its receipt is not known. */
export const answerDeadline = (
  { since, servedOn }: Pick<Pause, 'since' | 'servedOn'>,
  calendar: HolidayCalendar,
): LocalDate => addWorkingDays(servedOn ?? since, requestLimits.consultation, calendar).date;
