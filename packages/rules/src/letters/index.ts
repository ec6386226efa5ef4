export type * from './letter';
export * from './letter-facts';
export { fillLetter, missingFacts, type FilledLetter } from './fill-letter';
export { lettersFaults } from './check-letter';
