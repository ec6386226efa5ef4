export * from './wizard-questions';
export * from './wizard-path';
export * from './wizard-warnings';
export * from './wizard-facts';
