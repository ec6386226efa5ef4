export * from './local-date';
export * from './holiday-calendar';
export * from './read-holiday-notice';
export * from './read-holiday-year';
export * from './national-calendar';
export * from './day-kind';
export * from './working-days';
export * from './say-time';
