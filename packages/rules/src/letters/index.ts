export type * from './letter';
export * from './letter-facts';
export type { CaseConsultation, CaseFacts } from './case-facts';
export { factsOfCase } from './case-facts';
export { lettersOfCase, type CaseLetter } from './case-letters';
export { factsAsked, fillLetter, missingFacts, type FilledLetter } from './fill-letter';
export { letterNumber, verificationText } from './letter-marks';
export { letterFaults, lettersFaults } from './check-letter';
