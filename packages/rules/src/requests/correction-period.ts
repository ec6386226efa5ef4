import { addWorkingDays, nationalCalendar, type HolidayCalendar, type LocalDate } from '../calendar';
import { requestLimits } from './request-events';

/**
 * The last day that may be set for a correction asked for on `on`. The regulation says "reasonable" (Art. 30); our own limit keeps a
 * slip of the pen from parking a request for years. For the guard of a route: what was set once stands whatever the calendar becomes.
 */
export const latestCorrectionDeadline = (on: LocalDate, calendar: HolidayCalendar = nationalCalendar): LocalDate =>
  addWorkingDays(on, requestLimits.correction, calendar).date;
