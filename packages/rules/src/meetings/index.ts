export * from './draw';
export * from './meeting-notice';
