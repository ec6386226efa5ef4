export * from './calendar';
export * from './periods';
export * from './requests';
export * from './state-machines';
export * from './personal-data';
export * from './comments';
export * from './text';
export * from './time-limits';
