export * from './mask';
export { isCreditCode, isIdNumber } from './identifiers';
export * from './find-personal-data';
export * from './scan';
export * from './find-names';
export * from './public-name';
