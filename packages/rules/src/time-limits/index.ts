export * from './time-limit';
export { parseTimeLimits } from './parse-time-limits';
export * from './due-date';
export { dutyOf, dutyStart, isCalendarDuty, type CalendarDuty, type DutyPeriod, type Published } from './calendar-duty';
export * from './column-duty';
