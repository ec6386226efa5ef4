export * from './calendar';
export * from './personal-data';
export * from './comments';
export * from './text';
