export * from './time-limit';
export { parseTimeLimits } from './parse-time-limits';
export * from './due-date';
