export * from './request-events';
export * from './request-transitions';
export type * from './request-state';
export type { RequestRefusal } from './request-refusals';
export * from './request-clock';
export * from './request-breaches';
export * from './decision-kinds';
export * from './remedy';
export * from './correction-period';
